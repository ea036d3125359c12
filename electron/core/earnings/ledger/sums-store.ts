import {
  emptySums,
  plainCycleSums,
  type CycleSums,
  type LackingLines,
  type Sums,
} from '../../../../shared/earnings/index.ts'
import { ExactSum } from '../../../../shared/money.ts'
import type { Db } from '../../database/open.ts'

/** Kept sums of a cycle as they stand in the table. Amounts beyond 2^53 are texts. */
interface StoredSums {
  basis: [
    commissionId: string,
    sourceFen: StoredFen,
    sourceCount: number,
    adjustedFen: StoredFen,
    adjustedCount: number,
  ][]
  lacking: [bonus: boolean, commissionIds: readonly string[], count: number][]
  bonusNetSale: StoredFen
  bonusLineCount: number
  /** Distinct orders; the orders themselves are in cycle_orders. */
  orders: number
  settlements: number
  adjustmentsOfPaid: number
  adjustmentsOfSettled: number
  sessions: number
  minutes: number
  products: number
  sessionDays: [day: number, sessions: number][]
}

type StoredFen = number | string

function storeFen(fen: bigint): StoredFen {
  return Number.isSafeInteger(Number(fen)) ? Number(fen) : String(fen)
}

/** The text that is kept for a cycle's sums; equal sums have equal texts. */
export function sumsText(sums: CycleSums): string {
  const plain = plainCycleSums(sums)
  const stored: StoredSums = {
    basis: plain.basis.map((one) => [
      one.commissionId,
      storeFen(one.sourceFen),
      one.sourceCount,
      storeFen(one.adjustedFen),
      one.adjustedCount,
    ]),
    lacking: plain.lacking.map(({ bonus, commissionIds, count }: LackingLines) => [bonus, commissionIds, count]),
    bonusNetSale: storeFen(plain.bonusNetSaleFen),
    bonusLineCount: plain.bonusLineCount,
    orders: sums.knownOrders ?? sums.orders.size,
    settlements: plain.settlements,
    adjustmentsOfPaid: plain.adjustmentsOfPaid,
    adjustmentsOfSettled: plain.adjustmentsOfSettled,
    sessions: plain.sessions,
    minutes: plain.minutes,
    products: plain.products,
    sessionDays: plain.sessionDays,
  }
  return JSON.stringify(stored)
}

/** The text of sums that nothing is in: such cycles are not kept. */
export const nothingText = sumsText(emptySums())

function parseSums(text: string): CycleSums {
  const stored = JSON.parse(text) as StoredSums
  return {
    basis: new Map(
      stored.basis.map(([commissionId, sourceFen, sourceCount, adjustedFen, adjustedCount]) => [
        commissionId,
        {
          sources: ExactSum.of(BigInt(sourceFen)),
          sourceCount,
          adjusted: ExactSum.of(BigInt(adjustedFen)),
          adjustedCount,
        },
      ]),
    ),
    lacking: new Map(
      stored.lacking.map(([bonus, commissionIds, count]) => [
        JSON.stringify([bonus, ...commissionIds]),
        { bonus, commissionIds, count },
      ]),
    ),
    bonusNetSale: ExactSum.of(BigInt(stored.bonusNetSale)),
    bonusLineCount: stored.bonusLineCount,
    orders: new Map(),
    knownOrders: stored.orders,
    settlements: stored.settlements,
    adjustmentsOfPaid: stored.adjustmentsOfPaid,
    adjustmentsOfSettled: stored.adjustmentsOfSettled,
    sessions: stored.sessions,
    minutes: stored.minutes,
    products: stored.products,
    sessionDays: new Map(stored.sessionDays),
  }
}

export interface LoadedSums {
  sums: Sums
  /** What is kept now, by cycle. */
  texts: Map<string, string>
}

/** The kept sums of an agreement. Orders are not loaded: `sums.orders` then holds changes, `knownOrders` the count kept. */
export function loadSums(db: Db, agreementId: string): LoadedSums {
  const rows = db
    .prepare<[string], { cycle: string; sums: string }>('SELECT cycle, sums FROM cycle_sums WHERE agreement_id = ?')
    .all(agreementId)
  return {
    sums: new Map(rows.map(({ cycle, sums }) => [cycle, parseSums(sums)])),
    texts: new Map(rows.map(({ cycle, sums }) => [cycle, sums])),
  }
}

/** Writes what changed since `kept` and answers the cycles that did. Distinct orders are counted again where they changed. */
export function saveSums(db: Db, agreementId: string, sums: Sums, kept: ReadonlyMap<string, string>): string[] {
  const put = db.prepare(
    'INSERT INTO cycle_sums (agreement_id, cycle, sums) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET sums = excluded.sums',
  )
  const remove = db.prepare('DELETE FROM cycle_sums WHERE agreement_id = ? AND cycle = ?')
  const changed: string[] = []
  for (const [cycle, own] of sums) {
    if (own.orders.size > 0) own.knownOrders = saveOrders(db, agreementId, cycle, own)
    const text = sumsText(own)
    if (text === (kept.get(cycle) ?? nothingText)) continue
    changed.push(cycle)
    if (text === nothingText) remove.run(agreementId, cycle)
    else put.run(agreementId, cycle, text)
  }
  return changed
}

/** Writes how many lines each order gained or lost and answers how many distinct orders there are then. */
function saveOrders(db: Db, agreementId: string, cycle: string, sums: CycleSums): number {
  const find = db.prepare<[string, string, string], { lines: number }>(
    'SELECT lines FROM cycle_orders WHERE agreement_id = ? AND cycle = ? AND order_key = ?',
  )
  const put = db.prepare(
    'INSERT INTO cycle_orders (agreement_id, cycle, order_key, lines) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET lines = excluded.lines',
  )
  const remove = db.prepare('DELETE FROM cycle_orders WHERE agreement_id = ? AND cycle = ? AND order_key = ?')
  let distinct = sums.knownOrders ?? 0
  for (const [order, gained] of sums.orders) {
    const before = find.get(agreementId, cycle, order)?.lines ?? 0
    const after = before + gained
    if (after === 0) remove.run(agreementId, cycle, order)
    else put.run(agreementId, cycle, order, after)
    distinct += Number(after > 0) - Number(before > 0)
  }
  sums.orders.clear()
  return distinct
}

/** Forgets all kept sums of an agreement, before they are made anew. */
export function dropSums(db: Db, agreementId: string): void {
  db.prepare('DELETE FROM cycle_sums WHERE agreement_id = ?').run(agreementId)
  db.prepare('DELETE FROM cycle_orders WHERE agreement_id = ?').run(agreementId)
}
