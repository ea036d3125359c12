import { createHash } from 'node:crypto'
import type { Agreement, PayTerms, Scope } from '../../../../shared/earnings/index.ts'
import type { Db } from '../../database/open.ts'

/** An agreement as the ledger needs it: who, and the shape that the computation reads. */
export interface LedgerAgreement {
  id: string
  title: string
  payer: { id: string; name: string }
  payee: { id: string; name: string }
  /** False while it has no terms yet: then the platform's own figures stand in for them. */
  hasTerms: boolean
  agreement: Agreement
  /** The version that each terms object came from. */
  versions: ReadonlyMap<PayTerms, { id: string; from: string }>
  /** Changes when dates, scope or terms do: kept sums are good for one key only. */
  key: string
}

/**
 * What stands in for terms while there are none: the platform's own commission on what was settled, month by month, due
 * never (spec/earnings.md, When terms are unknown).
 */
export const platformTerms: PayTerms = {
  relation: 'undetermined',
  amountsAre: 'gross',
  cycle: 'month',
  due: { after: 'platform-payout', days: 0, unit: 'day' },
  commissions: [
    {
      id: 'platform',
      label: '',
      basis: 'platform-commission',
      when: 'settled',
      mode: 'whole',
      tiers: [{ fromFen: 0, ratePpm: 1_000_000 }],
      tierOver: 'cycle',
    },
  ],
}

interface AgreementRow {
  id: string
  title: string
  payerId: string
  payerName: string
  payeeId: string
  payeeName: string
  from: string
  to: string | null
  scope: string
}

interface VersionRow {
  id: string
  agreementId: string
  from: string
  to: string | null
  terms: string
}

const agreementSql = `SELECT agreements.id, title, payer_id AS payerId, payer.name AS payerName, payee_id AS payeeId,
    payee.name AS payeeName, from_date AS "from", to_date AS "to", scope
  FROM agreements JOIN parties AS payer ON payer.id = payer_id JOIN parties AS payee ON payee.id = payee_id
  WHERE agreements.voided_at IS NULL`

const versionSql = `SELECT id, agreement_id AS agreementId, from_date AS "from", to_date AS "to", terms
  FROM agreement_versions WHERE voided_at IS NULL`

function toLedgerAgreement(row: AgreementRow, versionRows: readonly VersionRow[]): LedgerAgreement {
  const key = createHash('sha256')
    .update(JSON.stringify([row.from, row.to, row.scope, versionRows]))
    .digest('hex')
  const versions = versionRows.map(({ id, from, to, terms }) => ({
    id,
    from,
    to,
    terms: JSON.parse(terms) as PayTerms,
  }))
  const hasTerms = versions.length > 0
  return {
    id: row.id,
    title: row.title,
    payer: { id: row.payerId, name: row.payerName },
    payee: { id: row.payeeId, name: row.payeeName },
    hasTerms,
    agreement: {
      id: row.id,
      payer: row.payerId,
      from: row.from,
      to: row.to,
      scope: JSON.parse(row.scope) as Scope,
      versions: hasTerms ? versions : [{ from: row.from, terms: platformTerms }],
    },
    versions: new Map(versions.map(({ id, from, terms }) => [terms, { id, from }])),
    key,
  }
}

/** All agreements that count, by title, then id. */
export function listLedgerAgreements(db: Db): LedgerAgreement[] {
  const rows = db.prepare<[], AgreementRow>(`${agreementSql} ORDER BY title, agreements.id`).all()
  const versions = Map.groupBy(
    db.prepare<[], VersionRow>(`${versionSql} ORDER BY agreement_id, position`).all(),
    (version) => version.agreementId,
  )
  return rows.map((row) => toLedgerAgreement(row, versions.get(row.id) ?? []))
}

/** One agreement that counts, or undefined when it is not there or voided. */
export function findLedgerAgreement(db: Db, id: string): LedgerAgreement | undefined {
  const row = db.prepare<[string], AgreementRow>(`${agreementSql} AND agreements.id = ?`).get(id)
  if (row === undefined) return undefined
  const versions = db.prepare<[string], VersionRow>(`${versionSql} AND agreement_id = ? ORDER BY position`).all(id)
  return toLedgerAgreement(row, versions)
}
