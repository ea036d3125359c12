import type { Agreement, ComputeInput, OrderLine, Payment } from './facts.ts'
import { ComputeFault } from './fault.ts'
import {
  asObject,
  checkDate,
  checkInteger,
  checkIntegerMaybe,
  checkList,
  checkObjects,
  checkPeriod,
  checkText,
  checkTextMaybe,
  checkTexts,
  checkWord,
  checkWordMaybe,
  invalid,
  readMoment,
  readObject,
  readObjectMaybe,
  type Raw,
} from './read.ts'
import { isCivilDate } from '../calendar.ts'
import { checkAgreement, checkLateInterest } from './validate-terms.ts'
import {
  cycleEventKinds,
  goodsKinds,
  incomeKinds,
  lineRoles,
  lineStatuses,
  paymentKinds,
  withholdingKinds,
} from './vocabulary.ts'

function checkSession(session: Raw, path: string): void {
  checkText(session, 'id', path)
  const startMs = readMoment(session, 'start', path)
  if (readMoment(session, 'end', path) < startMs) invalid(`${path}.end`)
  checkText(session, 'platform', path)
  checkText(session, 'account', path)
  checkTexts(session, 'productIds', path)
}

function checkLine(line: Raw, path: string): void {
  checkText(line, 'id', path)
  checkText(line, 'platform', path)
  checkText(line, 'account', path)
  checkWord(line, 'role', path, lineRoles)
  checkText(line, 'orderId', path)
  checkText(line, 'productId', path)
  checkInteger(line, 'occurrence', path, 0)
  checkTextMaybe(line, 'shopId', path)
  checkWordMaybe(line, 'kind', path, goodsKinds)
  checkTextMaybe(line, 'sessionId', path)
  readMoment(line, 'paidAt', path)
  if (line['settledAt'] !== undefined && line['settledAt'] !== null) readMoment(line, 'settledAt', path)
  checkInteger(line, 'saleFen', path)
  checkIntegerMaybe(line, 'refundFen', path)
  checkIntegerMaybe(line, 'settledBaseFen', path)
  checkIntegerMaybe(line, 'estimatedCommissionFen', path)
  checkIntegerMaybe(line, 'commissionFen', path)
  checkIntegerMaybe(line, 'feeFen', path)
  checkWord(line, 'status', path, lineStatuses)
}

function checkAdjustment(adjustment: Raw, path: string): void {
  checkText(adjustment, 'id', path)
  checkText(adjustment, 'lineId', path)
  checkDate(adjustment, 'date', path)
  checkInteger(adjustment, 'saleDeltaFen', path)
  checkInteger(adjustment, 'netSaleDeltaFen', path)
  checkInteger(adjustment, 'commissionDeltaFen', path)
  checkInteger(adjustment, 'feeDeltaFen', path)
}

function checkIncomeItem(item: Raw, path: string): void {
  checkText(item, 'id', path)
  checkWord(item, 'kind', path, incomeKinds)
  checkDate(item, 'date', path)
  checkTextMaybe(item, 'sessionId', path)
  checkTextMaybe(item, 'platform', path)
  checkInteger(item, 'grossFen', path)
  checkInteger(item, 'feeFen', path)
}

/** The facts people type about a cycle. */
function checkCycleFacts(input: Raw): void {
  checkObjects(input, 'cycleTotals', '', (total, path) => {
    checkText(total, 'cycle', path)
    checkText(total, 'commissionId', path)
    checkInteger(total, 'amountFen', path)
    checkTexts(total, 'evidenceIds', path)
  })
  checkObjects(input, 'costs', '', (cost, path) => {
    checkText(cost, 'cycle', path)
    checkText(cost, 'costTermId', path)
    checkInteger(cost, 'amountFen', path, 1)
    checkTexts(cost, 'evidenceIds', path)
  })
  checkObjects(input, 'withholdings', '', (withholding, path) => {
    checkText(withholding, 'cycle', path)
    checkWord(withholding, 'kind', path, withholdingKinds)
    checkInteger(withholding, 'amountFen', path, 1)
    checkTexts(withholding, 'evidenceIds', path)
  })
  checkObjects(input, 'deductions', '', (deduction, path) => {
    checkText(deduction, 'id', path)
    checkText(deduction, 'cycle', path)
    checkInteger(deduction, 'amountFen', path, 1)
    checkText(deduction, 'reason', path)
    checkTextMaybe(deduction, 'deductionTermId', path)
    checkTexts(deduction, 'evidenceIds', path)
  })
  checkObjects(input, 'acknowledgements', '', (acknowledgement, path) => {
    checkText(acknowledgement, 'cycle', path)
    checkInteger(acknowledgement, 'amountFen', path, 0)
  })
  checkObjects(input, 'cycleEvents', '', (event, path) => {
    checkText(event, 'cycle', path)
    checkWord(event, 'kind', path, cycleEventKinds)
    checkDate(event, 'date', path)
  })
}

function checkPayment(payment: Raw, path: string): void {
  checkText(payment, 'id', path)
  checkDate(payment, 'date', path)
  checkWord(payment, 'kind', path, paymentKinds)
  checkInteger(payment, 'amountFen', path, 1)
  checkText(payment, 'payer', path)
  checkTextMaybe(payment, 'onBehalfOf', path)
  checkText(payment, 'payee', path)
  checkText(payment, 'channel', path)
  checkText(payment, 'reference', path)
  checkList(payment, 'allocations', path, (item, allocationPath) => {
    const allocation = asObject(item, allocationPath)
    checkText(allocation, 'agreementId', allocationPath)
    checkText(allocation, 'cycle', allocationPath)
    checkInteger(allocation, 'amountFen', allocationPath, 1)
  })
}

function checkDates(raw: Raw, key: string, parent: string): void {
  checkList(raw, key, parent, (item, path) => {
    if (typeof item !== 'string' || !isCivilDate(item)) invalid(path)
  })
}

/** Calendar, interest, LPR and law: data that comes from outside the agreement. */
function checkSurroundings(input: Raw): void {
  const calendar = readObjectMaybe(input, 'calendar', '')
  if (calendar !== undefined) {
    checkDates(calendar, 'holidays', 'calendar')
    checkDates(calendar, 'workdays', 'calendar')
  }
  const interest = readObjectMaybe(input, 'interest', '')
  if (interest !== undefined) checkLateInterest(interest, 'interest')
  checkObjects(input, 'lpr', '', (entry, path) => {
    checkDate(entry, 'from', path)
    checkInteger(entry, 'ratePpm', path, 0)
  })
  if (input['lprKnownTo'] !== undefined && input['lprKnownTo'] !== null) checkDate(input, 'lprKnownTo', '')
  const law = readObjectMaybe(input, 'law', '')
  if (law === undefined) return
  checkIntegerMaybe(law, 'labourDeductionPpm', 'law', 0)
  checkObjects(law, 'minimumWage', 'law', (wage, path) => {
    checkDate(wage, 'from', path)
    checkInteger(wage, 'amountFen', path, 0)
  })
}

/** Every field by itself, in the order of spec/compute.md. */
function checkFields(input: Raw): void {
  checkDate(input, 'asOf', '')
  checkPeriod(readObject(input, 'cycles', ''), 'cycles', false)
  checkAgreement(readObject(input, 'agreement', ''))
  checkObjects(input, 'sessions', '', checkSession)
  checkObjects(input, 'lines', '', checkLine)
  checkObjects(input, 'adjustments', '', checkAdjustment)
  checkObjects(input, 'incomeItems', '', checkIncomeItem)
  checkCycleFacts(input)
  checkObjects(input, 'payments', '', checkPayment)
  checkSurroundings(input)
}

function sumOfAllocations(payment: Payment): bigint {
  return payment.allocations.reduce((sum, allocation) => sum + BigInt(allocation.amountFen), 0n)
}

/** What two fields say together: an adjustment's line, a repayment's allocations. */
function checkReferences(input: ComputeInput): void {
  const lineIds = new Set((input.lines ?? []).map((line) => line.id))
  input.adjustments?.forEach((adjustment, at) => {
    if (!lineIds.has(adjustment.lineId)) invalid(`adjustments[${at}].lineId`)
  })
  input.payments?.forEach((payment, at) => {
    if (payment.kind === 'repayment' && sumOfAllocations(payment) < BigInt(payment.amountFen)) {
      invalid(`payments[${at}].allocations`)
    }
  })
}

/** Throws ComputeFault `duplicate` at the second of two items with the same key. */
function checkDistinct<Item>(
  list: readonly Item[] | null | undefined,
  path: string,
  keyOf: (item: Item) => string,
): void {
  if (list === null || list === undefined || list.length < 2) return
  const seen = new Set<string>()
  list.forEach((item, at) => {
    const key = keyOf(item)
    if (seen.has(key)) throw new ComputeFault('duplicate', `${path}[${at}]`)
    seen.add(key)
  })
}

function lineKey(line: OrderLine): string {
  return JSON.stringify([line.platform, line.account, line.role, line.orderId, line.productId, line.occurrence])
}

function idOf(item: { id: string }): string {
  return item.id
}

function checkDuplicates(input: ComputeInput): void {
  input.agreement.versions.forEach(({ terms }, at) => {
    const path = `agreement.versions[${at}].terms`
    checkDistinct(terms.commissions, `${path}.commissions`, idOf)
    checkDistinct(terms.slotFees, `${path}.slotFees`, idOf)
    checkDistinct(terms.bonuses, `${path}.bonuses`, idOf)
    checkDistinct(terms.costs, `${path}.costs`, idOf)
    checkDistinct(terms.deductions, `${path}.deductions`, idOf)
  })
  checkDistinct(input.sessions, 'sessions', idOf)
  checkDistinct(input.lines, 'lines', idOf)
  checkDistinct(input.lines, 'lines', lineKey)
  checkDistinct(input.adjustments, 'adjustments', idOf)
  checkDistinct(input.cycleTotals, 'cycleTotals', (total) => JSON.stringify([total.cycle, total.commissionId]))
  checkDistinct(input.acknowledgements, 'acknowledgements', ({ cycle }) => cycle)
  checkDistinct(input.payments, 'payments', idOf)
  checkDistinct(input.lpr, 'lpr', ({ from }) => from)
  checkDistinct(input.law?.minimumWage, 'law.minimumWage', ({ from }) => from)
}

/**
 * What the versions of an agreement must have in common: at least one, one kind of cycle, and a base per month only with
 * cycles of a month. Throws ComputeFault `no-terms`, `cycle-changed` or `base-per-month`.
 */
export function checkVersions(agreement: Agreement): void {
  const first = agreement.versions[0]
  if (first === undefined) throw new ComputeFault('no-terms', agreement.from)
  agreement.versions.forEach(({ terms }, at) => {
    const path = `agreement.versions[${at}].terms`
    if (terms.cycle !== first.terms.cycle) throw new ComputeFault('cycle-changed', `${path}.cycle`)
    if ((terms.cycleStartDay ?? 1) !== (first.terms.cycleStartDay ?? 1)) {
      throw new ComputeFault('cycle-changed', `${path}.cycleStartDay`)
    }
  })
  agreement.versions.forEach(({ terms }, at) => {
    if (terms.base?.per === 'month' && terms.cycle !== 'month') {
      throw new ComputeFault('base-per-month', `agreement.versions[${at}].terms.base.per`)
    }
  })
}

/** Throws ComputeFault `over-allocated` where allocations are above their payment. */
function checkAllocations(payments: ComputeInput['payments']): void {
  payments?.forEach((payment, at) => {
    if (sumOfAllocations(payment) > BigInt(payment.amountFen))
      throw new ComputeFault('over-allocated', `payments[${at}]`)
  })
}

/**
 * The input of `earnings.compute`, once everything in it has been checked: fields first, then duplicates, then the terms
 * as a whole, then allocations. Throws ComputeFault.
 */
export function validateInput(input: unknown): ComputeInput {
  const raw = asObject(input, '')
  checkFields(raw)
  const checked = raw as unknown as ComputeInput
  checkReferences(checked)
  checkDuplicates(checked)
  checkVersions(checked.agreement)
  checkAllocations(checked.payments)
  return checked
}
