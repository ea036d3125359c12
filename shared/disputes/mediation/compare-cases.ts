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
  /** Every line that is not the same, in the order of platform, order, product. */
  lines: ComparedLine[]
}

/**
 * The order lines of two files about one dispute: the same, only on one side, or differing in which field. A line is known by what
 * the platform calls it (platform, order, product, role, rank): its id and the account's name differ from computer to computer.
 * Only what is not the same is put in order. A line that a file holds twice counts once, as it stands first.
 */
export function compareLines(left: readonly OrderLine[], right: readonly OrderLine[]): ComparedCases {
  const theirs = byKey(right)
  const result: ComparedCases = { same: 0, left: 0, right: 0, differs: 0, lines: [] }
  const seen = new Set<string>()
  for (const line of left) {
    const key = keyOf(line)
    if (seen.has(key)) continue
    seen.add(key)
    const other = theirs.get(key)
    if (other === undefined) note(result, line, 'left')
    else noteBoth(result, line, other)
  }
  for (const [key, line] of theirs) if (!seen.has(key)) note(result, line, 'right')
  result.lines.sort(byPlace)
  return result
}

function byKey(lines: readonly OrderLine[]): Map<string, OrderLine> {
  const known = new Map<string, OrderLine>()
  for (const line of lines) {
    const key = keyOf(line)
    if (!known.has(key)) known.set(key, line)
  }
  return known
}

function keyOf({ platform, orderId, productId, role, occurrence }: OrderLine): string {
  return `${orderId}\u0000${productId}\u0000${occurrence}\u0000${role}\u0000${platform}`
}

function byPlace(a: ComparedLine, b: ComparedLine): number {
  return (
    compare(a.platform, b.platform) ||
    compare(a.orderId, b.orderId) ||
    compare(a.productId, b.productId) ||
    a.occurrence - b.occurrence
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function note(result: ComparedCases, line: OrderLine, state: 'left' | 'right'): void {
  result[state]++
  result.lines.push({ ...nameOf(line), state, differences: [] })
}

function noteBoth(result: ComparedCases, mine: OrderLine, theirs: OrderLine): void {
  const differences = comparedFields.flatMap((field): LineDifference[] => {
    const left = mine[field] ?? null
    const right = theirs[field] ?? null
    return isSame(field, left, right) ? [] : [{ field, left, right }]
  })
  if (differences.length === 0) {
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
