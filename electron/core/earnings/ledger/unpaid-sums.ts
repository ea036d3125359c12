import type { Db } from '../../database/open.ts'
import { figuresState } from './figures-store.ts'

/** What kept cycles of an agreement come to, as far as no payment is laid on them. */
export interface UnpaidSums {
  rows: number
  expectedFen: number
  withheldFen: number
  deductedFen: number
  allowedFen: number
  outstandingFen: number
  dueFen: number
  overpaidFen: number
}

/** Which cycles are summed: those that overlap the days, begin by `lastFromDay`, and have one of the statuses. */
interface UnpaidFilter {
  asOfDay: number
  lastFromDay: number
  fromDay: number
  toDay: number
  statuses: readonly string[] | null
  owedOnly: boolean
}

type SumRow = [
  agreementId: string,
  rows: number,
  expectedFen: number,
  withheldFen: number,
  deductedFen: number,
  allowedFen: number,
  outstandingFen: number,
  dueFen: number,
]

const owedSql = '(expected_fen - withheld_fen - allowed_fen)'

/** The status rule (C24, `statusOf` in shared/earnings/settle.ts) said once more in SQL. */
const statusSql = `CASE WHEN @asOfDay <= to_day THEN 'open' WHEN ${owedSql} < 0 THEN 'overpaid' WHEN ${owedSql} = 0 THEN 'settled'
  WHEN due_day IS NULL OR @asOfDay < due_day THEN 'not-due' WHEN @asOfDay = due_day THEN 'due-today' ELSE 'overdue' END`

function readSums(db: Db, filter: UnpaidFilter): Map<string, UnpaidSums> {
  const { statuses, owedOnly, ...days } = filter
  const rows = db
    .prepare<Record<string, string | number>, SumRow>(
      `SELECT agreement_id, count(*), sum(expected_fen), sum(withheld_fen), sum(deducted_fen), sum(allowed_fen),
         sum(max(${owedSql}, 0)), sum(iif(to_day < @asOfDay AND due_day <= @asOfDay, max(${owedSql}, 0), 0))
       FROM cycle_figures WHERE from_day <= @lastFromDay AND from_day <= @toDay AND to_day >= @fromDay
         ${owedOnly ? `AND ${owedSql} > 0` : ''}
         ${statuses === null ? '' : `AND ${statusSql} IN (SELECT value FROM json_each(@statuses))`}
       GROUP BY agreement_id`,
    )
    .raw()
    .all({ ...days, ...(statuses === null ? {} : { statuses: JSON.stringify(statuses) }) })
  return new Map(
    rows.map(([agreementId, count, expectedFen, withheldFen, deductedFen, allowedFen, outstandingFen, dueFen]) => {
      // What is owed over all cycles is what is outstanding in some less what is overpaid in the others.
      const overpaidFen = outstandingFen - (expectedFen - withheldFen - allowedFen)
      const sums = {
        rows: count,
        expectedFen,
        withheldFen,
        deductedFen,
        allowedFen,
        outstandingFen,
        dueFen,
        overpaidFen,
      }
      return [agreementId, sums]
    }),
  )
}

interface KeptSums {
  state: string
  byFilter: Map<string, Map<string, UnpaidSums>>
}

/** So many looks through different filters are kept at once. */
const mostFilters = 8
const cache = new WeakMap<Db, KeptSums>()

/**
 * Sums of cycles that no payment is laid on, by agreement: what is outstanding is then what is owed. A ledger of thousands
 * of cycles answers from here without reading them; a test compares both. Kept in memory until a kept figure changes: a
 * payment changes none.
 */
export function sumUnpaid(db: Db, filter: UnpaidFilter): ReadonlyMap<string, UnpaidSums> {
  const state = figuresState(db)
  let kept = cache.get(db)
  if (kept?.state !== state || kept.byFilter.size >= mostFilters) {
    kept = { state, byFilter: new Map() }
    cache.set(db, kept)
  }
  const key = JSON.stringify(filter)
  const known = kept.byFilter.get(key)
  if (known !== undefined) return known
  const sums = readSums(db, filter)
  kept.byFilter.set(key, sums)
  return sums
}
