import { isEmptyCell, readAmountCell, readMomentCell, tidyCell } from './cells.ts'
import { normalizeHeader } from './header.ts'
import type { IgnoredWhy } from './rows.ts'

const TOTAL =
  /^[#*\s]*(?:人民币|美元|港币)?(?:合\s*计|总\s*计|小\s*计|汇\s*总|共\s*\d+\s*(?:笔|条|单)|(?:总)?(?:收入|支出|金额)合计|本页|[^\d:]{2,8}:\s*\d+\s*(?:笔|条|单)|total|sum)/i

export interface RowNeighbourhood {
  /** The header row's names, normalised. */
  headerNames: readonly string[]
  /** This row stands directly below the header row. */
  isFirst: boolean
}

/**
 * Why a row that is no order and no payment is there at all: blank, totals, the header once more, a line that explains the
 * columns, a sentence below the table. Undefined: it looks like data, so what is wrong with it has to be told.
 */
export function explainRow(
  cells: readonly string[],
  { headerNames, isFirst }: RowNeighbourhood,
): IgnoredWhy | undefined {
  const tidied = cells.map(tidyCell)
  const filled = tidied.filter((cell) => !isEmptyCell(cell))
  const first = filled[0]
  if (first === undefined) return 'blank'
  if (TOTAL.test(first)) return 'total'
  if (repeatsHeader(tidied, headerNames)) return 'repeated-header'
  const holdsData = filled.some(looksLikeData)
  if (filled.length === 1 && !holdsData) return 'note'
  if (isFirst && !holdsData) return 'explanation'
  if (/^[#*]/.test(first) || /^-{4,}/.test(first)) return 'note'
  return undefined
}

function repeatsHeader(tidied: readonly string[], headerNames: readonly string[]): boolean {
  let same = 0
  let filled = 0
  for (let index = 0; index < tidied.length; index += 1) {
    const name = normalizeHeader(tidied[index] ?? '')
    if (name === '') continue
    filled += 1
    if (name === headerNames[index]) same += 1
  }
  return same >= 2 && same * 2 > filled
}

/** A number, an amount, a date or a long identifier: what sentences and explanations do not consist of. */
function looksLikeData(cell: string): boolean {
  if (/^[\w-]*\d{6,}[\w-]*$/.test(cell)) return true
  const amount = readAmountCell(cell)
  if ('value' in amount && amount.value !== null) return true
  const moment = readMomentCell(cell)
  return 'value' in moment && moment.value !== null
}
