import type { ShownLine, Working } from '../../../shared/bundles/calls.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import type { CaseFile } from '../../../shared/disputes/index.ts'
import {
  compute,
  type ComputeInput,
  type CycleOutput,
  interestTermOf,
  makePlan,
  type OrderLine,
  type PayTerms,
  type Plan,
  placeLine,
  validateInput,
} from '../../../shared/earnings/index.ts'
import { BoanError } from '../../../shared/errors.ts'
import type { CallContext } from '../context.ts'
import { readReceivedCase } from './received.ts'

const pageRows = 200

/** An agreement of a received case, computed here. */
interface Opened {
  title: string
  input: ComputeInput
  plan: Plan
  cycles: readonly CycleOutput[]
  lineSources: CaseFile['computations'][number]['lineSources']
}

/** The case that is being looked at: reading and computing a large one for every figure would be felt. One is enough. */
let last: { id: string; agreements: Map<string, Opened> } | undefined

async function openAgreement(context: CallContext, id: string, agreementId: string): Promise<Opened> {
  if (last?.id !== id) {
    const { computations } = await readReceivedCase(context.dataDir, id)
    last = { id, agreements: new Map(computations.map((one) => [one.agreementId, computeAgain(one)])) }
  }
  const opened = last.agreements.get(agreementId)
  if (opened === undefined) throw new BoanError('bundles.no-such-entry', {}, { file: 'case.json' })
  return opened
}

function computeAgain({ title, input, lineSources }: CaseFile['computations'][number]): Opened {
  const output = compute(input)
  if ('error' in output)
    throw new BoanError('bundles.cannot-compute', { reason: output.error.code, path: output.error.path })
  const valid = validateInput(input)
  return {
    title,
    input: valid,
    plan: makePlan(valid.agreement, valid.sessions ?? []),
    cycles: output.cycles,
    lineSources,
  }
}

/**
 * How one cycle of a received case comes about. Throws `bundles.unknown-bundle`, `bundles.no-such-entry`,
 * `bundles.cannot-compute`.
 */
export async function showWorking(
  context: CallContext,
  { id, agreementId, cycle: cycleId }: ParsedInput<'bundles.working'>,
): Promise<Working> {
  const opened = await openAgreement(context, id, agreementId)
  const cycle = opened.cycles.find((one) => one.cycle === cycleId)
  if (cycle === undefined) throw new BoanError('bundles.no-such-entry', {}, { file: 'case.json' })
  const terms = termsOf(opened, cycleId)
  const { interest, interestFen } = cycle
  return {
    agreement: opened.title,
    cycle: cycle.cycle,
    from: cycle.from,
    to: cycle.to,
    dueDate: cycle.dueDate,
    steps: cycle.steps.map((step) => ({
      kind: step.kind,
      id: step.id,
      label: labelOf(terms, step.id),
      amountFen: step.amountFen,
      formula: step.formula,
      basis: step.basis ?? null,
    })),
    expectedFen: cycle.expectedFen,
    withheldFen: cycle.withheldFen,
    acknowledgedFen: cycle.acknowledgedFen,
    allowedFen: cycle.allowedFen,
    paidFen: cycle.paidFen,
    outstandingFen: cycle.outstandingFen,
    deductions: deductionsOf(opened.input, cycle),
    payments: paymentsOf(opened.input, cycle),
    interest: {
      interestFen,
      kind: (terms === undefined ? undefined : interestTermOf(terms, opened.input.interest))?.kind ?? null,
      periods: interest.periods,
    },
    lines: linesOf(opened, cycleId).length,
  }
}

/** The terms that governed a cycle. */
function termsOf({ plan }: Opened, cycleId: string): PayTerms | undefined {
  const index = plan.calendar?.parse(cycleId)
  const session = plan.sessionCycles.find(({ id }) => id === cycleId)
  return (index === undefined ? session : plan.cycleAt(index))?.governing?.terms
}

function labelOf(terms: PayTerms | undefined, id: string): string {
  const labelled = [...(terms?.commissions ?? []), ...(terms?.slotFees ?? []), ...(terms?.bonuses ?? [])]
  return labelled.find((term) => term.id === id)?.label ?? ''
}

function deductionsOf(input: ComputeInput, cycle: CycleOutput): Working['deductions'] {
  const stated = new Map((input.deductions ?? []).map((deduction) => [deduction.id, deduction.reason]))
  return cycle.deductions.map((deduction) => ({ ...deduction, statedReason: stated.get(deduction.id) ?? '' }))
}

function paymentsOf(input: ComputeInput, cycle: CycleOutput): Working['payments'] {
  const known = new Map((input.payments ?? []).map((payment) => [payment.id, payment]))
  return cycle.payments.map(({ paymentId, date, amountFen }) => ({
    id: paymentId,
    date,
    amountFen,
    channel: known.get(paymentId)?.channel ?? '',
    reference: known.get(paymentId)?.reference ?? '',
  }))
}

/** The lines that count in a cycle, by their payment or their settlement, in the order of the file. */
function linesOf({ input, plan }: Opened, cycleId: string): OrderLine[] {
  return (input.lines ?? []).filter((line) => {
    const { paid, settled } = placeLine(plan, line)
    return paid?.id === cycleId || settled?.id === cycleId
  })
}

/** The lines behind one cycle, a page at a time. Throws what `showWorking` throws. */
export async function listLines(
  context: CallContext,
  { id, agreementId, cycle, offset }: ParsedInput<'bundles.lines'>,
): Promise<Output<'bundles.lines'>> {
  const opened = await openAgreement(context, id, agreementId)
  const own = linesOf(opened, cycle)
  return {
    total: own.length,
    lines: own.slice(offset, offset + pageRows).map((line) => shownLine(line, opened.lineSources)),
  }
}

function shownLine(line: OrderLine, sources: Opened['lineSources']): ShownLine {
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
