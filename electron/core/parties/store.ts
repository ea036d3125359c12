import type { Party, PartyIdentifiers } from '../../../shared/parties/calls.ts'
import { checkIdCard } from '../../../shared/identifiers.ts'
import { BoanError } from '../../../shared/errors.ts'
import { maskField, type PartyField, type PartyKind, sensitiveFields } from '../../../shared/parties/fields.ts'
import type { KnownName } from '../../../shared/parties/names.ts'
import { readSettings } from '../app/settings.ts'
import type { Db } from '../database/open.ts'

/** A party whole, in the words of the code. For papers and bundles, which mask by audience; lists use `maskParty`. */
export interface PartyRecord extends Record<PartyField, string | null> {
  id: string
  kind: PartyKind
  name: string
  alsoKnownAs: string[]
  gender: 'female' | 'male' | null
  note: string
  createdAt: string
  updatedAt: string
  voidedAt: string | null
  voidReason: string | null
}

interface PartyRow extends Omit<PartyRecord, 'alsoKnownAs'> {
  alsoKnownAs: string
}

const columns = `id, kind, name, also_known_as AS alsoKnownAs, id_card AS idCard, credit_code AS creditCode, phone,
  bank_card AS bankCard, bank_name AS bankName, address, mailing_address AS mailingAddress,
  legal_representative AS legalRepresentative, gender, ethnicity, occupation, email, note,
  created_at AS createdAt, updated_at AS updatedAt, voided_at AS voidedAt, void_reason AS voidReason`

function toRecord(row: PartyRow): PartyRecord {
  return { ...row, alsoKnownAs: JSON.parse(row.alsoKnownAs) as string[] }
}

/** One party, whole. Throws `parties.not-found`. */
export function getParty(db: Db, id: string): PartyRecord {
  const row = db.prepare<[string], PartyRow>(`SELECT ${columns} FROM parties WHERE id = ?`).get(id)
  if (row === undefined) throw new BoanError('parties.not-found', { id })
  return toRecord(row)
}

/** All parties, whole, by name. */
export function listParties(db: Db, withVoided: boolean): PartyRecord[] {
  const where = withVoided ? '' : 'WHERE voided_at IS NULL'
  return db.prepare<[], PartyRow>(`SELECT ${columns} FROM parties ${where} ORDER BY name, id`).all().map(toRecord)
}

/** What a party was before a change, kept with the moment it was replaced. */
export function keepHistory(db: Db, party: PartyRecord, moment: string): void {
  const last = db
    .prepare<[string], { at: string | null }>('SELECT max(replaced_at) AS at FROM party_history WHERE party_id = ?')
    .get(party.id)?.at
  // Two changes within one millisecond: the second takes the next one.
  const free =
    last !== null && last !== undefined && last >= moment ? new Date(Date.parse(last) + 1).toISOString() : moment
  db.prepare('INSERT INTO party_history (party_id, replaced_at, data) VALUES (?, ?, ?)').run(
    party.id,
    free,
    JSON.stringify(party),
  )
}

/** Writes a party whole, new or changed. */
export function writeParty(db: Db, party: PartyRecord): void {
  db.prepare(
    `INSERT INTO parties (id, kind, name, also_known_as, id_card, credit_code, phone, bank_card, bank_name, address,
       mailing_address, legal_representative, gender, ethnicity, occupation, email, note, created_at, updated_at,
       voided_at, void_reason)
     VALUES (@id, @kind, @name, @names, @idCard, @creditCode, @phone, @bankCard, @bankName, @address,
       @mailingAddress, @legalRepresentative, @gender, @ethnicity, @occupation, @email, @note, @createdAt, @updatedAt,
       @voidedAt, @voidReason)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, also_known_as = excluded.also_known_as,
       id_card = excluded.id_card, credit_code = excluded.credit_code, phone = excluded.phone,
       bank_card = excluded.bank_card, bank_name = excluded.bank_name, address = excluded.address,
       mailing_address = excluded.mailing_address, legal_representative = excluded.legal_representative,
       gender = excluded.gender, ethnicity = excluded.ethnicity, occupation = excluded.occupation,
       email = excluded.email, note = excluded.note, updated_at = excluded.updated_at,
       voided_at = excluded.voided_at, void_reason = excluded.void_reason`,
  ).run({ ...party, names: JSON.stringify(party.alsoKnownAs) })
}

/** Another party, not voided, with the same identity number or credit code. */
export function findByIdentifier(db: Db, party: PartyRecord): PartyRecord | undefined {
  const row = db
    .prepare<[string, string | null, string | null], PartyRow>(
      `SELECT ${columns} FROM parties
       WHERE id <> ? AND voided_at IS NULL AND (id_card = ? OR credit_code = ?) LIMIT 1`,
    )
    .get(party.id, party.idCard, party.creditCode)
  return row === undefined ? undefined : toRecord(row)
}

/** How many agreements that are not voided name each party. */
export function countAgreements(db: Db): Map<string, number> {
  const rows = db
    .prepare<[], { id: string; agreements: number }>(
      `SELECT id, count(*) AS agreements FROM (
         SELECT payer_id AS id FROM agreements WHERE voided_at IS NULL
         UNION ALL SELECT payee_id FROM agreements WHERE voided_at IS NULL) GROUP BY id`,
    )
    .all()
  return new Map(rows.map((row) => [row.id, row.agreements]))
}

/** The party that is the person using this computer, if they have said so. */
export function getSelfPartyId(db: Db): string | null {
  return readSettings(db).selfPartyId
}

/** A party as lists and screens show it. */
export function maskParty(party: PartyRecord, agreements: number, selfPartyId: string | null): Party {
  const masked = { ...party }
  for (const field of sensitiveFields) {
    const value = party[field]
    masked[field] = value === null ? null : maskField(field, value)
  }
  return { ...masked, isSelf: party.id === selfPartyId, agreements }
}

/** The identifiers of a party, whole. */
export function revealParty(party: PartyRecord): PartyIdentifiers {
  const { kind: _kind, name: _name, alsoKnownAs: _names, note: _note, ...rest } = party
  const { createdAt: _created, updatedAt: _updated, voidedAt: _voided, voidReason: _reason, ...identifiers } = rest
  const card = party.idCard === null ? undefined : checkIdCard(party.idCard)
  return { ...identifiers, birthDate: card?.ok === true ? card.birthDate : null }
}

/** Names of the parties that pay under an agreement that is not voided, for `createNameRecogniser` over a payment list. */
export function listPayerNames(db: Db): KnownName[] {
  return db
    .prepare<[], { partyId: string; name: string; alsoKnownAs: string }>(
      `SELECT id AS partyId, name, also_known_as AS alsoKnownAs FROM parties
       WHERE voided_at IS NULL AND id IN (SELECT payer_id FROM agreements WHERE voided_at IS NULL) ORDER BY id`,
    )
    .all()
    .map(({ partyId, name, alsoKnownAs }) => ({ partyId, names: [name, ...(JSON.parse(alsoKnownAs) as string[])] }))
}
