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
 * Each side is sorted once and both are walked together. A line that a file holds twice counts once.
 */
export function compareLines(left: readonly OrderLine[], right: readonly OrderLine[]): ComparedCases {
  const a = sorted(left)
  const b = sorted(right)
  const result: ComparedCases = { same: 0, left: 0, right: 0, differs: 0, lines: [] }
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const mine = a[i]
    const theirs = b[j]
    const order = mine === undefined ? 1 : theirs === undefined ? -1 : compareKeys(mine.key, theirs.key)
    if (order < 0 && mine !== undefined) {
      note(result, mine.line, 'left')
      i = next(a, i)
    } else if (order > 0 && theirs !== undefined) {
      note(result, theirs.line, 'right')
      j = next(b, j)
    } else if (mine !== undefined && theirs !== undefined) {
      noteBoth(result, mine.line, theirs.line)
      i = next(a, i)
      j = next(b, j)
    }
  }
  return result
}

interface Keyed {
  key: string
  line: OrderLine
}

function sorted(lines: readonly OrderLine[]): Keyed[] {
  return lines
    .map((line) => ({
      key: `${line.platform}\u0000${line.orderId}\u0000${line.productId}\u0000${line.role}\u0000${line.occurrence}`,
      line,
    }))
    .toSorted((one, other) => compareKeys(one.key, other.key))
}

function compareKeys(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** The next line of another key. */
function next(lines: readonly Keyed[], index: number): number {
  const key = lines[index]?.key
  let after = index + 1
  while (lines[after]?.key === key && after < lines.length) after++
  return after
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
