import { maskAddress, maskEmail, maskIdentifier } from '../identifiers.ts'
import type { Audience, CaseEvidence, CaseParty } from './case-file.ts'
import type { DocumentKind } from './views.ts'

/** What an audience gets to see of a party, beside its name, which a case cannot do without. */
export const identifierFields = [
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
export type IdentifierField = (typeof identifierFields)[number]

export type Treatment = 'whole' | 'masked' | 'left-out'

type Profile = Partial<Record<IdentifierField, Treatment>>

/**
 * Who sees what of a natural person on our side (spec/bundle.md 'Who sees what'); a field that is not named is whole.
 * Mediation asks for no identity number (reference/forms.md 1), court and arbitration do; the other side needs the account to pay
 * into and nothing else; a hotline needs none of it.
 */
const ownProfiles: Record<Audience, Profile> = {
  mediator: { idCard: 'masked', bankCard: 'masked', email: 'masked' },
  court: { bankCard: 'masked' },
  'other-side': {
    idCard: 'left-out',
    phone: 'masked',
    address: 'masked',
    mailingAddress: 'masked',
    email: 'left-out',
    gender: 'left-out',
    ethnicity: 'left-out',
    occupation: 'left-out',
  },
  hotline: {
    idCard: 'left-out',
    phone: 'masked',
    bankCard: 'left-out',
    bankName: 'left-out',
    address: 'masked',
    mailingAddress: 'left-out',
    email: 'left-out',
    gender: 'left-out',
    ethnicity: 'left-out',
    occupation: 'left-out',
  },
}

/** Of the side that pays: its bank account never matters, a person's identity number only where it is filed. */
const otherProfiles: Record<Audience, Profile> = {
  mediator: { idCard: 'masked', bankCard: 'left-out', bankName: 'left-out' },
  court: { bankCard: 'left-out', bankName: 'left-out' },
  'other-side': { idCard: 'masked', bankCard: 'left-out', bankName: 'left-out' },
  hotline: { idCard: 'left-out', phone: 'masked', bankCard: 'left-out', bankName: 'left-out', address: 'masked' },
}

/** How one field of one party is treated for an audience. A credit code is public record and always whole. */
export function treatmentOf(audience: Audience, side: CaseParty['side'], field: IdentifierField): Treatment {
  const profiles = side === 'applicant' || side === 'representative' ? ownProfiles : otherProfiles
  return profiles[audience][field] ?? 'whole'
}

/** A value as the audience sees it; undefined when it is left out. Fields without a mask of their own are left out instead. */
export function treatedValue(field: IdentifierField, value: string, treatment: Treatment): string | undefined {
  if (treatment === 'whole') return value
  if (treatment === 'left-out') return undefined
  if (field === 'address' || field === 'mailingAddress') return maskAddress(value)
  if (field === 'email') return maskEmail(value)
  if (field === 'idCard' || field === 'phone' || field === 'bankCard' || field === 'creditCode') {
    return maskIdentifier(field, value)
  }
  return undefined
}

/** What goes along of a piece of evidence: itself, its redacted copy, or nothing (it is then listed and named as staying). */
export type EvidenceChoice = 'original' | 'redacted' | 'none'

export interface EvidenceFacts {
  kind: CaseEvidence['kind']
  hasRedactedCopy: boolean
  /** A statement with columns about buyers leaves only as a redacted copy (design.md 'Buyers' data'). */
  hasBuyersData: boolean
}

/** What goes along when the person has chosen nothing. */
export function defaultChoice(audience: Audience, evidence: EvidenceFacts): EvidenceChoice {
  if (audience === 'hotline') return 'none'
  // Who speaks as a witness, and what was recorded, is not the other side's to know before a hearing.
  if (audience === 'other-side' && ['witness', 'recording', 'video'].includes(evidence.kind)) return 'none'
  if (evidence.hasBuyersData) return evidence.hasRedactedCopy ? 'redacted' : 'none'
  return evidence.hasRedactedCopy && audience !== 'court' ? 'redacted' : 'original'
}

/** The person's choice where it is possible, else the default. */
export function effectiveChoice(
  audience: Audience,
  evidence: EvidenceFacts,
  chosen: EvidenceChoice | undefined,
): EvidenceChoice {
  const possible =
    chosen !== undefined &&
    !(chosen === 'original' && evidence.hasBuyersData) &&
    !(chosen === 'redacted' && !evidence.hasRedactedCopy)
  return possible ? chosen : defaultChoice(audience, evidence)
}

/** The papers that go along for an audience, in the order of the folder. An application is also there as DOCX. */
export function documentsFor(audience: Audience): DocumentKind[] {
  if (audience === 'hotline') return ['summary', 'calculation-sheet']
  if (audience === 'other-side') return ['demand-letter', 'calculation-sheet', 'evidence-list']
  return ['summary', 'application', 'calculation-sheet', 'evidence-list']
}
