import { BoanError } from '../../../shared/errors.ts'
import type { AgreementDetail, AgreementRow, AgreementVersion } from '../../../shared/contracts/calls.ts'
import type { AgreementScope } from '../../../shared/contracts/scope.ts'
import { versionInForce } from '../../../shared/contracts/versions.ts'
import type { PayTerms, TermSource } from '../../../shared/earnings/terms.ts'
import type { Db } from '../database/open.ts'
import { getSelfPartyId } from '../parties/index.ts'

/** An agreement as it is kept; its versions are apart. */
export interface AgreementRecord {
  id: string
  title: string
  payerId: string
  payeeId: string
  from: string
  to: string | null
  scope: AgreementScope
  note: string
  createdAt: string
  voidedAt: string | null
  voidReason: string | null
}

interface AgreementSqlRow extends Omit<AgreementRecord, 'scope'> {
  scope: string
  payerName: string
  payeeName: string
}

interface VersionSqlRow extends Omit<AgreementVersion, 'terms' | 'evidenceIds'> {
  agreementId: string
  terms: string
  evidence: string
}

const agreementSql = `SELECT agreements.id, title, payer_id AS payerId, payee_id AS payeeId, from_date AS "from",
    to_date AS "to", scope, agreements.note, agreements.created_at AS createdAt, agreements.voided_at AS voidedAt,
    agreements.void_reason AS voidReason, payer.name AS payerName, payee.name AS payeeName
  FROM agreements JOIN parties AS payer ON payer.id = payer_id JOIN parties AS payee ON payee.id = payee_id`

const versionSql = `SELECT id, agreement_id AS agreementId, position, from_date AS "from", to_date AS "to", terms, evidence, note,
    created_at AS createdAt, voided_at AS voidedAt, void_reason AS voidReason FROM agreement_versions`

function readAgreement(db: Db, id: string): AgreementSqlRow {
  const row = db.prepare<[string], AgreementSqlRow>(`${agreementSql} WHERE agreements.id = ?`).get(id)
  if (row === undefined) throw new BoanError('contracts.agreement-not-found', { id })
  return row
}

/** One agreement as it is kept. Throws `contracts.agreement-not-found`. */
export function getAgreementRecord(db: Db, id: string): AgreementRecord {
  const { payerName: _payer, payeeName: _payee, scope, ...rest } = readAgreement(db, id)
  return { ...rest, scope: JSON.parse(scope) as AgreementScope }
}

function toVersion({ agreementId: _agreement, terms, evidence, ...row }: VersionSqlRow): AgreementVersion {
  return { ...row, terms: JSON.parse(terms) as PayTerms, evidenceIds: JSON.parse(evidence) as string[] }
}

/** Every version of an agreement in the order given, voided ones included. */
export function listVersions(db: Db, agreementId: string): AgreementVersion[] {
  return db
    .prepare<[string], VersionSqlRow>(`${versionSql} WHERE agreement_id = ? ORDER BY position`)
    .all(agreementId)
    .map(toVersion)
}

/** The agreement a version belongs to, and the version. Throws `contracts.version-not-found`. */
export function getVersion(db: Db, versionId: string): { agreementId: string; version: AgreementVersion } {
  const row = db.prepare<[string], VersionSqlRow>(`${versionSql} WHERE id = ?`).get(versionId)
  if (row === undefined) throw new BoanError('contracts.version-not-found', { id: versionId })
  return { agreementId: row.agreementId, version: toVersion(row) }
}

function shapeOf(row: AgreementSqlRow, selfPartyId: string | null): Omit<AgreementRow, 'versions' | 'terms'> {
  const { payerId, payerName, payeeId, payeeName, scope, ...rest } = row
  const self = selfPartyId === payerId ? 'payer' : selfPartyId === payeeId ? 'payee' : 'none'
  return {
    ...rest,
    payer: { id: payerId, name: payerName },
    payee: { id: payeeId, name: payeeName },
    self,
    scope: JSON.parse(scope) as AgreementScope,
  }
}

/** An agreement with everything about it. Throws `contracts.agreement-not-found`. */
export function getAgreementDetail(db: Db, id: string): AgreementDetail {
  const row = readAgreement(db, id)
  const versions = listVersions(db, id)
  return { ...shapeOf(row, getSelfPartyId(db)), versions, evidence: listEvidence(db, versions.flatMap(evidenceIdsOf)) }
}

/** Evidence that a version rests on, by itself and by the source of each term. */
export function evidenceIdsOf({ evidenceIds, terms }: Pick<AgreementVersion, 'evidenceIds' | 'terms'>): string[] {
  const sources = sourcesOf(terms).flatMap((source) => source?.evidenceIds ?? [])
  return [...new Set([...evidenceIds, ...sources])]
}

function sourcesOf(terms: PayTerms): (TermSource | null | undefined)[] {
  const single = [terms.due.source, terms.base?.source, terms.guarantee?.source, terms.lateInterest?.source]
  const lists = [terms.commissions, terms.slotFees, terms.bonuses, terms.costs, terms.deductions]
  return [...single, ...lists.flatMap((list) => (list ?? []).map((item) => item.source))]
}

/** The evidence with these ids, in the order it was added. */
export function listEvidence(db: Db, ids: readonly string[]): AgreementDetail['evidence'] {
  return db
    .prepare<[string], AgreementDetail['evidence'][number]>(
      'SELECT id, title, kind, sha256 FROM evidence WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
    )
    .all(JSON.stringify(ids))
}

/** Agreements, those still running first, then by start, the latest first. */
export function listAgreementRows(db: Db, onDay: string, withVoided: boolean): AgreementRow[] {
  const where = withVoided ? '' : 'WHERE agreements.voided_at IS NULL'
  const order = 'ORDER BY (to_date IS NOT NULL AND to_date < @onDay), from_date DESC, agreements.id'
  const rows = db.prepare<{ onDay: string }, AgreementSqlRow>(`${agreementSql} ${where} ${order}`).all({ onDay })
  const versions = Map.groupBy(
    db.prepare<[], VersionSqlRow>(`${versionSql} WHERE voided_at IS NULL ORDER BY position`).all(),
    (version) => version.agreementId,
  )
  const self = getSelfPartyId(db)
  return rows.map((row) => {
    const own = versions.get(row.id) ?? []
    const current = versionInForce(own, onDay) ?? nearest(own, onDay)
    return {
      ...shapeOf(row, self),
      versions: own.length,
      terms: current === undefined ? null : toVersion(current).terms,
    }
  })
}

/** Before the first version that one, after the last one that. */
function nearest(versions: readonly VersionSqlRow[], day: string): VersionSqlRow | undefined {
  const byStart = versions.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return byStart.findLast((version) => version.from <= day) ?? byStart[0]
}

/** Writes an agreement, new or changed. */
export function writeAgreement(db: Db, agreement: AgreementRecord): void {
  db.prepare(
    `INSERT INTO agreements (id, title, payer_id, payee_id, from_date, to_date, scope, note, created_at, voided_at, void_reason)
     VALUES (@id, @title, @payerId, @payeeId, @from, @to, @scope, @note, @createdAt, @voidedAt, @voidReason)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, payer_id = excluded.payer_id, payee_id = excluded.payee_id,
       from_date = excluded.from_date, to_date = excluded.to_date, scope = excluded.scope, note = excluded.note,
       voided_at = excluded.voided_at, void_reason = excluded.void_reason`,
  ).run({ ...agreement, scope: JSON.stringify(agreement.scope) })
}

/** Adds a version after those there are. */
export function insertVersion(
  db: Db,
  agreementId: string,
  version: Omit<AgreementVersion, 'position' | 'voidedAt' | 'voidReason'>,
): void {
  const { terms, evidenceIds, ...rest } = version
  db.prepare(
    `INSERT INTO agreement_versions (id, agreement_id, position, from_date, to_date, terms, evidence, note, created_at)
     SELECT @id, @agreementId, coalesce(max(position), 0) + 1, @from, @to, @terms, @evidence, @note, @createdAt
     FROM agreement_versions WHERE agreement_id = @agreementId`,
  ).run({ ...rest, agreementId, terms: JSON.stringify(terms), evidence: JSON.stringify(evidenceIds) })
}

/** Voids a version (with when and why) or brings it back (null). */
export function markVersion(db: Db, versionId: string, voided: { at: string; reason: string } | null): void {
  db.prepare('UPDATE agreement_versions SET voided_at = ?, void_reason = ? WHERE id = ?').run(
    voided?.at ?? null,
    voided?.reason ?? null,
    versionId,
  )
}
