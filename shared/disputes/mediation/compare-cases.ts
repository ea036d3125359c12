import type { OrderLine } from '../../earnings/index.ts'

/** What two files may differ in about one order line. */
const comparedFields = [
  'status',
  'paidAt',
  'settledAt',
  'saleFen',
  'refundFen',
  'settledBaseFen',
  'estimatedCommissionFen',
  'commissionFen',
  'feeFen',
] as const
export type ComparedField = (typeof comparedFields)[number]

export interface LineDifference {
  field: ComparedField
  left: string | number | null
  right: string | number | null
}

export type ComparedLine = Pick<OrderLine, 'platform' | 'orderId' | 'productId' | 'occurrence' | 'paidAt'> & {
  state: 'left' | 'right' | 'differs'
  differences: LineDifference[]
}

export interface ComparedCases {
  /** Lines that both files have alike. */
  same: number
  left: number
  right: number
  differs: number
  /** Every line that is not the same, in the order of order and product. */
  lines: ComparedLine[]
}

/**
 * The order lines of two files about one dispute: the same, only on one side, or differing in which field. A line is known by what
 * the platform calls it (platform, order, product, role, rank): its id and the account's name differ from computer to computer.
 * Each side is sorted once, without making keys, and both are walked together. A line that a file holds twice counts once.
 */
export function compareLines(left: readonly OrderLine[], right: readonly OrderLine[]): ComparedCases {
  const mine = left.toSorted(comparePlaces)
  const theirs = right.toSorted(comparePlaces)
  const result: ComparedCases = { same: 0, left: 0, right: 0, differs: 0, lines: [] }
  let i = 0
  let j = 0
  for (;;) {
    const [a, b] = [mine[i], theirs[j]]
    if (a === undefined && b === undefined) return result
    const order = a === undefined ? 1 : b === undefined ? -1 : comparePlaces(a, b)
    if (a !== undefined && b !== undefined && order === 0) noteBoth(result, a, b)
    else if (a !== undefined && order < 0) note(result, a, 'left')
    else if (b !== undefined) note(result, b, 'right')
    if (order <= 0) i = nextPlace(mine, i)
    if (order >= 0) j = nextPlace(theirs, j)
  }
}

function comparePlaces(a: OrderLine, b: OrderLine): number {
  return (
    compareText(a.orderId, b.orderId) ||
    compareText(a.productId, b.productId) ||
    a.occurrence - b.occurrence ||
    compareText(a.role, b.role) ||
    compareText(a.platform, b.platform)
  )
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The next line of another place. */
function nextPlace(lines: readonly OrderLine[], index: number): number {
  const place = lines[index]
  let after = index + 1
  for (let line = lines[after]; isSamePlace(place, line); line = lines[after]) after++
  return after
}

function isSamePlace(a: OrderLine | undefined, b: OrderLine | undefined): boolean {
  return a !== undefined && b !== undefined && comparePlaces(a, b) === 0
}

function note(result: ComparedCases, line: OrderLine, state: 'left' | 'right'): void {
  result[state]++
  result.lines.push({ ...nameOf(line), state, differences: [] })
}

function noteBoth(result: ComparedCases, mine: OrderLine, theirs: OrderLine): void {
  let differences: LineDifference[] | undefined
  // One plain loop: most lines are the same, and a hundred thousand of them should leave nothing behind.
  for (const field of comparedFields) {
    const left = mine[field] ?? null
    const right = theirs[field] ?? null
    if (!isSame(field, left, right)) differences = [...(differences ?? []), { field, left, right }]
  }
  if (differences === undefined) {
    result.same++
    return
  }
  result.differs++
  result.lines.push({ ...nameOf(mine), state: 'differs', differences })
}

/** A moment written with another offset is the same moment. */
function isSame(field: ComparedField, left: string | number | null, right: string | number | null): boolean {
  if (left === right) return true
  const isMoment = field === 'paidAt' || field === 'settledAt'
  return isMoment && left !== null && right !== null && Date.parse(String(left)) === Date.parse(String(right))
}

function nameOf({
  platform,
  orderId,
  productId,
  occurrence,
  paidAt,
}: OrderLine): Omit<ComparedLine, 'state' | 'differences'> {
  return { platform, orderId, productId, occurrence, paidAt }
}
