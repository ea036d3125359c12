import { ExactSum } from '../money.ts'

/** What the lines (or income items) and adjustments of one commission in one cycle add up to. */
export interface BasisSums {
  /** Order lines, or income items where the basis is income. */
  sources: ExactSum
  sourceCount: number
  adjusted: ExactSum
  adjustedCount: number
}

/** Lines that lack the amount for the same commissions (and perhaps the net-sale bonus) of one cycle. */
export interface LackingLines {
  commissionIds: readonly string[]
  bonus: boolean
  count: number
}

/**
 * Everything that lines, adjustments, income items and sessions come to in one cycle: the first fold. Each of them can be
 * added and taken away again by itself, in any order, so that a ledger can keep these sums and never read old lines again.
 */
export interface CycleSums {
  basis: Map<string, BasisSums>
  /** By `[bonus, ...commissionIds]` as JSON: a line that lacks several amounts is still one line (C8). */
  lacking: Map<string, LackingLines>
  /** Only where the terms have a bonus on net-sale. */
  bonusNetSale: ExactSum
  bonusLineCount: number
  /** How many lines each distinct platform and orderId has; only where the terms have a bonus on orders. */
  orders: Map<string, number>
  /** How many distinct orders there are, where `orders` holds only what changed since (a ledger keeps the rest apart). */
  knownOrders: number | undefined
  /** What keeps cycles going after the end (C2): settlements, and adjustments of lines that count as paid or as settled. */
  settlements: number
  adjustmentsOfPaid: number
  adjustmentsOfSettled: number
  sessions: number
  minutes: number
  /** Sum over sessions of distinct products. */
  products: number
  /** Sessions per start date (day number). */
  sessionDays: Map<number, number>
}

/** Sums of one agreement by cycle id. A cycle that nothing fell into has none. */
export type Sums = Map<string, CycleSums>

export function emptySums(): CycleSums {
  return {
    basis: new Map(),
    lacking: new Map(),
    bonusNetSale: new ExactSum(),
    bonusLineCount: 0,
    orders: new Map(),
    knownOrders: undefined,
    settlements: 0,
    adjustmentsOfPaid: 0,
    adjustmentsOfSettled: 0,
    sessions: 0,
    minutes: 0,
    products: 0,
    sessionDays: new Map(),
  }
}

/** The sums of a cycle, made when first needed. */
export function sumsOf(sums: Sums, cycleId: string): CycleSums {
  let cycle = sums.get(cycleId)
  if (cycle === undefined) {
    cycle = emptySums()
    sums.set(cycleId, cycle)
  }
  return cycle
}

export function basisOf(cycle: CycleSums, commissionId: string): BasisSums {
  let basis = cycle.basis.get(commissionId)
  if (basis === undefined) {
    basis = { sources: new ExactSum(), sourceCount: 0, adjusted: new ExactSum(), adjustedCount: 0 }
    cycle.basis.set(commissionId, basis)
  }
  return basis
}

/** Adds `step` to a counter of a map and forgets counters that came back to 0. */
export function count<Key>(counters: Map<Key, number>, key: Key, step: number): void {
  const next = (counters.get(key) ?? 0) + step
  if (next === 0) counters.delete(key)
  else counters.set(key, next)
}

/** Records that a line lacks the amounts of these commissions, or (step −1) no longer does. */
export function countLacking(cycle: CycleSums, commissionIds: readonly string[], bonus: boolean, step: number): void {
  const key = JSON.stringify([bonus, ...commissionIds])
  const known = cycle.lacking.get(key)
  const next = (known?.count ?? 0) + step
  if (next === 0) cycle.lacking.delete(key)
  else cycle.lacking.set(key, { commissionIds, bonus, count: next })
}

/** How many lines lack an amount that a figure of this cycle needs: commissions replaced by a total need none (C8). */
export function missingCount(cycle: CycleSums, isReplaced: (commissionId: string) => boolean): number {
  let missing = 0
  for (const lines of cycle.lacking.values()) {
    if (lines.bonus || lines.commissionIds.some((id) => !isReplaced(id))) missing += lines.count
  }
  return missing
}

/** Sums as plain data in one order, without what came back to nothing: equal sums have equal plain data. */
export interface PlainCycleSums {
  basis: { commissionId: string; sourceFen: bigint; sourceCount: number; adjustedFen: bigint; adjustedCount: number }[]
  lacking: LackingLines[]
  bonusNetSaleFen: bigint
  bonusLineCount: number
  orders: [string, number][]
  settlements: number
  adjustmentsOfPaid: number
  adjustmentsOfSettled: number
  sessions: number
  minutes: number
  products: number
  sessionDays: [number, number][]
}

function byKey<Key extends string | number>(a: readonly [Key, unknown], b: readonly [Key, unknown]): number {
  if (a[0] === b[0]) return 0
  return a[0] < b[0] ? -1 : 1
}

export function plainCycleSums(cycle: CycleSums): PlainCycleSums {
  return {
    basis: [...cycle.basis]
      .filter(([, basis]) => basis.sourceCount !== 0 || basis.adjustedCount !== 0)
      .toSorted(byKey)
      .map(([commissionId, { sources, sourceCount, adjusted, adjustedCount }]) => ({
        commissionId,
        sourceFen: sources.total(),
        sourceCount,
        adjustedFen: adjusted.total(),
        adjustedCount,
      })),
    lacking: [...cycle.lacking].toSorted(byKey).map(([, lines]) => lines),
    bonusNetSaleFen: cycle.bonusNetSale.total(),
    bonusLineCount: cycle.bonusLineCount,
    orders: [...cycle.orders].toSorted(byKey),
    settlements: cycle.settlements,
    adjustmentsOfPaid: cycle.adjustmentsOfPaid,
    adjustmentsOfSettled: cycle.adjustmentsOfSettled,
    sessions: cycle.sessions,
    minutes: cycle.minutes,
    products: cycle.products,
    sessionDays: [...cycle.sessionDays].toSorted(byKey),
  }
}

/** All sums of an agreement as plain data by cycle id; cycles that came back to nothing are left out. */
export function plainSums(sums: Sums): Map<string, PlainCycleSums> {
  const nothing = JSON.stringify(plainCycleSums(emptySums()), bigintAsText)
  return new Map(
    [...sums]
      .toSorted(byKey)
      .map(([cycleId, cycle]): [string, PlainCycleSums] => [cycleId, plainCycleSums(cycle)])
      .filter(([, plain]) => JSON.stringify(plain, bigintAsText) !== nothing),
  )
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
