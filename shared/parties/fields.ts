import {
  type Checked,
  checkBankCard,
  checkCompanyAccount,
  checkCreditCode,
  checkIdCard,
  checkPhone,
  type IdentifierKind,
  type IdentifierProblem,
  maskAddress,
  maskEmail,
  maskIdentifier,
} from '../identifiers.ts'

export type PartyKind = 'person' | 'organisation'

/** What a party may have beyond its name; asked for only when a paper needs it. */
export const partyFields = [
  'idCard',
  'creditCode',
  'phone',
  'bankCard',
  'bankName',
  'address',
  'mailingAddress',
  'legalRepresentative',
  'gender',
  'ethnicity',
  'occupation',
  'email',
] as const
export type PartyField = (typeof partyFields)[number]

const fieldsOf: Record<PartyKind, readonly PartyField[]> = {
  person: [
    'idCard',
    'gender',
    'ethnicity',
    'occupation',
    'phone',
    'address',
    'mailingAddress',
    'email',
    'bankName',
    'bankCard',
  ],
  organisation: [
    'creditCode',
    'legalRepresentative',
    'phone',
    'address',
    'mailingAddress',
    'email',
    'bankName',
    'bankCard',
  ],
}

/** The fields that make sense for a kind of party, in the order of a form. */
export function fieldsOfKind(kind: PartyKind): readonly PartyField[] {
  return fieldsOf[kind]
}

const sensitive = ['idCard', 'phone', 'bankCard', 'address', 'mailingAddress', 'email'] as const
export type SensitiveField = (typeof sensitive)[number]

/** Fields that lists and screens show masked. A credit code is public record and tells two companies apart, so it stays whole. */
export const sensitiveFields: readonly SensitiveField[] = sensitive

/** A value as a list shows it. */
export function maskField(field: SensitiveField, value: string): string {
  if (field === 'address' || field === 'mailingAddress') return maskAddress(value)
  return field === 'email' ? maskEmail(value) : maskIdentifier(field, value)
}

const errorCodes: Record<IdentifierKind, Partial<Record<IdentifierProblem, string>> & { length: string }> = {
  idCard: {
    length: 'parties.id-card-length',
    characters: 'parties.id-card-characters',
    region: 'parties.id-card-region',
    date: 'parties.id-card-date',
    checksum: 'parties.id-card-checksum',
  },
  creditCode: {
    length: 'parties.credit-code-length',
    characters: 'parties.credit-code-characters',
    checksum: 'parties.credit-code-checksum',
  },
  phone: { length: 'parties.phone-length', characters: 'parties.phone-characters' },
  bankCard: {
    length: 'parties.bank-card-length',
    characters: 'parties.bank-card-characters',
    checksum: 'parties.bank-card-checksum',
  },
}

export type FieldCheck = { ok: true; value: string } | { ok: false; code: string }

/**
 * Checks one field as a person typed it: the value in the form it is kept in, or the code of what is wrong with it.
 * The same check serves the form as one types and the core before anything is stored.
 */
export function checkPartyField(kind: PartyKind, field: PartyField, text: string): FieldCheck {
  const value = text.trim()
  switch (field) {
    case 'idCard':
      return withCode(field, checkIdCard(value))
    case 'creditCode':
      return withCode(field, checkCreditCode(value))
    case 'phone':
      return withCode(field, checkPhone(value))
    case 'bankCard':
      return withCode(field, kind === 'person' ? checkBankCard(value) : checkCompanyAccount(value))
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? { ok: true, value } : { ok: false, code: 'parties.email-form' }
    case 'gender':
      return value === 'female' || value === 'male'
        ? { ok: true, value }
        : { ok: false, code: 'parties.gender-unknown' }
    default:
      return { ok: true, value }
  }
}

function withCode(kind: IdentifierKind, checked: Checked): FieldCheck {
  if (checked.ok) return { ok: true, value: checked.value }
  return { ok: false, code: errorCodes[kind][checked.problem] ?? errorCodes[kind].length }
}
