import type { ShownLine } from '../../../shared/bundles/calls.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import type { CaseFile } from '../../../shared/disputes/index.ts'
import { makePlan, type OrderLine, placeLine, validateInput } from '../../../shared/earnings/index.ts'
import type { CallContext } from '../context.ts'
import { readReceivedCase } from './received.ts'

const pageRows = 200

/** The case whose lines are being looked at: reading a large case.json for every page would be felt. One is enough. */
let last: { id: string; file: CaseFile } | undefined

/**
 * The lines of a received case that count in one cycle of an agreement, in the order of the file, a page at a time. Throws
 * `bundles.unknown-bundle`, `bundles.no-such-entry`.
 */
export async function listLines(
  context: CallContext,
  { id, agreementId, cycle, offset }: ParsedInput<'bundles.lines'>,
): Promise<Output<'bundles.lines'>> {
  if (last?.id !== id) last = { id, file: await readReceivedCase(context.dataDir, id) }
  const computation = last.file.computations.find((one) => one.agreementId === agreementId)
  if (computation === undefined) return { total: 0, lines: [] }
  const { agreement, sessions, lines } = validateInput(computation.input)
  const plan = makePlan(agreement, sessions ?? [])
  const own = (lines ?? []).filter((line) => {
    const { paid, settled } = placeLine(plan, line)
    return paid?.id === cycle || settled?.id === cycle
  })
  return {
    total: own.length,
    lines: own.slice(offset, offset + pageRows).map((line) => shownLine(line, computation.lineSources)),
  }
}

function shownLine(line: OrderLine, sources: CaseFile['computations'][number]['lineSources']): ShownLine {
  const [statementId, sheet, row] = sources[line.id] ?? ['', '', null]
  return {
    id: line.id,
    orderId: line.orderId,
    productId: line.productId,
    status: line.status,
    paidAt: line.paidAt,
    settledAt: line.settledAt ?? null,
    saleFen: line.saleFen,
    settledBaseFen: line.settledBaseFen ?? null,
    commissionFen: line.commissionFen ?? null,
    statementId,
    sheet,
    row,
  }
}
