import {
  type ComputeInput,
  type CycleEventKind,
  type CycleFacts,
  groupFacts,
  type WithholdingKind,
} from '../../../../shared/earnings/index.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { Db } from '../../database/open.ts'

export const cycleFactKinds = [
  'deduction',
  'withholding',
  'acknowledgement',
  'cycle-total',
  'cost',
  'cycle-event',
] as const
export type CycleFactKind = (typeof cycleFactKinds)[number]

/** What a person typed about one cycle: a row of cycle_facts. */
export interface CycleFact {
  id: string
  agreementId: string
  cycle: string
  kind: CycleFactKind
  /** The kind of a withholding or event. */
  detail: string
  /** The deduction term, commission or cost term it names. */
  termId: string | null
  amountFen: number | null
  date: string | null
  reason: string
  evidenceIds: string[]
  createdAt: string
  voidedAt: string | null
  voidReason: string | null
}

interface FactRow extends Omit<CycleFact, 'evidenceIds'> {
  evidence: string
}

const factSql = `SELECT id, agreement_id AS agreementId, cycle, kind, detail, term_id AS termId, amount_fen AS amountFen, date,
  reason, evidence, created_at AS createdAt, voided_at AS voidedAt, void_reason AS voidReason FROM cycle_facts`

function toFact({ evidence, ...row }: FactRow): CycleFact {
  return { ...row, evidenceIds: JSON.parse(evidence) as string[] }
}

/** The facts of an agreement that count, in the order in which they were typed. */
export function listCycleFacts(db: Db, agreementId: string): CycleFact[] {
  return db
    .prepare<[string], FactRow>(`${factSql} WHERE agreement_id = ? AND voided_at IS NULL ORDER BY id`)
    .all(agreementId)
    .map(toFact)
}

/** One fact, voided or not. Throws `earnings.fact-not-found`. */
export function getCycleFact(db: Db, id: string): CycleFact {
  const row = db.prepare<[string], FactRow>(`${factSql} WHERE id = ?`).get(id)
  if (row === undefined) throw new BoanError('earnings.fact-not-found', { id })
  return toFact(row)
}

/** The fact of a kind that a cycle may have only one of, if it is there and counts. */
export function findSingleFact(
  db: Db,
  place: Pick<CycleFact, 'agreementId' | 'cycle' | 'kind' | 'termId'>,
): CycleFact | undefined {
  const row = db
    .prepare<typeof place, FactRow>(
      `${factSql} WHERE agreement_id = @agreementId AND cycle = @cycle AND kind = @kind AND term_id IS @termId
       AND voided_at IS NULL`,
    )
    .get(place)
  return row === undefined ? undefined : toFact(row)
}

/** Writes a fact, new or changed. */
export function writeCycleFact(db: Db, fact: CycleFact): void {
  db.prepare(
    `INSERT INTO cycle_facts (id, agreement_id, cycle, kind, detail, term_id, amount_fen, date, reason, evidence, created_at,
       voided_at, void_reason)
     VALUES (@id, @agreementId, @cycle, @kind, @detail, @termId, @amountFen, @date, @reason, @evidence, @createdAt,
       @voidedAt, @voidReason)
     ON CONFLICT (id) DO UPDATE SET cycle = excluded.cycle, detail = excluded.detail, term_id = excluded.term_id,
       amount_fen = excluded.amount_fen, date = excluded.date, reason = excluded.reason, evidence = excluded.evidence,
       voided_at = excluded.voided_at, void_reason = excluded.void_reason`,
  ).run({ ...fact, evidence: JSON.stringify(fact.evidenceIds) })
}

/** Keeps what a fact of any kind was before a change; two changes in one millisecond take two of them. */
export function keepFactHistory(db: Db, factId: string, data: unknown, moment: string): void {
  const last = db
    .prepare<[string], { at: string | null }>('SELECT max(replaced_at) AS at FROM fact_history WHERE fact_id = ?')
    .get(factId)?.at
  const isTaken = last !== null && last !== undefined && last >= moment
  db.prepare('INSERT INTO fact_history (fact_id, replaced_at, data) VALUES (?, ?, ?)').run(
    factId,
    isTaken ? new Date(Date.parse(last) + 1).toISOString() : moment,
    JSON.stringify(data),
  )
}

type FactLists = Required<
  Pick<ComputeInput, 'cycleTotals' | 'costs' | 'withholdings' | 'deductions' | 'acknowledgements' | 'cycleEvents'>
>

/** The facts of an agreement in the shapes of spec/compute.md. */
export function factLists(facts: readonly CycleFact[]): FactLists {
  const of = (kind: CycleFactKind): CycleFact[] => facts.filter((fact) => fact.kind === kind)
  const amount = ({ cycle, amountFen, evidenceIds }: CycleFact) => ({ cycle, amountFen: amountFen ?? 0, evidenceIds })
  return {
    cycleTotals: of('cycle-total').map((fact) => ({ ...amount(fact), commissionId: fact.termId ?? '' })),
    costs: of('cost').map((fact) => ({ ...amount(fact), costTermId: fact.termId ?? '' })),
    withholdings: of('withholding').map((fact) => ({ ...amount(fact), kind: fact.detail as WithholdingKind })),
    deductions: of('deduction').map((fact) => ({
      ...amount(fact),
      id: fact.id,
      reason: fact.reason,
      deductionTermId: fact.termId,
    })),
    acknowledgements: of('acknowledgement').map(({ cycle, amountFen }) => ({ cycle, amountFen: amountFen ?? 0 })),
    cycleEvents: of('cycle-event').map(({ cycle, detail, date }) => ({
      cycle,
      kind: detail as CycleEventKind,
      date: date ?? '',
    })),
  }
}

/** The facts of an agreement by cycle, as the second fold reads them. */
export function readFactsByCycle(db: Db, agreementId: string): Map<string, CycleFacts> {
  return groupFacts(factLists(listCycleFacts(db, agreementId)))
}
