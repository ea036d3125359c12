import type { ParsedInput } from '../../../../shared/contract.ts'
import { allocatedFen, type Allocation } from '../../../../shared/earnings/index.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { CallContext } from '../../context.ts'
import type { Db } from '../../database/open.ts'
import { getParty, getSelfPartyId } from '../../parties/index.ts'
import { checkCycle, checkEvidence } from './fact-commands.ts'
import { keepFactHistory } from './facts-store.ts'
import { checkDate } from './ledger-rows.ts'
import { getPayment, writePayment, type PaymentRecord } from './payments-store.ts'

/** One allocation per agreement and cycle, whatever was typed. */
function mergeAllocations(allocations: readonly Allocation[]): Allocation[] {
  const sums = new Map<string, Allocation>()
  for (const { agreementId, cycle, amountFen } of allocations) {
    const key = `${agreementId} ${cycle}`
    sums.set(key, { agreementId, cycle, amountFen: amountFen + (sums.get(key)?.amountFen ?? 0) })
  }
  return [...sums.values()]
}

/**
 * Throws `earnings.over-allocated` (more than the payment), `earnings.repayment-unallocated` (money given back that is not
 * wholly put somewhere), and what `checkCycle` throws.
 */
function checkAllocations(db: Db, payment: PaymentRecord): void {
  const put = allocatedFen(payment)
  if (put > payment.amountFen) throw new BoanError('earnings.over-allocated', { path: '' })
  if (payment.kind === 'repayment' && put < payment.amountFen) throw new BoanError('earnings.repayment-unallocated')
  for (const { agreementId, cycle } of payment.allocations) checkCycle(db, agreementId, cycle)
}

function checkParties(db: Db, payment: PaymentRecord): void {
  for (const id of [payment.payer, payment.payee, payment.onBehalfOf]) {
    if (id === null) continue
    const party = getParty(db, id)
    if (party.voidedAt !== null) throw new BoanError('parties.voided', { name: party.name })
  }
  if (payment.payer === payment.payee) throw new BoanError('earnings.same-party')
}

function storePayment(context: CallContext, payment: PaymentRecord, known: PaymentRecord | undefined): { id: string } {
  if (known !== undefined) keepFactHistory(context.db, known.id, known, context.now())
  writePayment(context.db, payment)
  const touched = [...payment.allocations, ...(known?.allocations ?? [])].map(({ agreementId }) => agreementId)
  context.subject(payment.id, ...new Set(touched))
  return { id: payment.id }
}

/** A payment that a command may change. Throws `earnings.payment-not-found` and `earnings.fact-voided`. */
function getLivePayment(db: Db, id: string): PaymentRecord {
  const payment = getPayment(db, id)
  if (payment.voidedAt !== null) throw new BoanError('earnings.fact-voided')
  return payment
}

/**
 * Records a payment or changes one. Throws `earnings.bad-date`, `earnings.no-self-party`, `earnings.same-party`,
 * `parties.not-found`, `parties.voided`, `earnings.evidence-not-found` and what `checkAllocations` throws.
 */
export function savePayment(context: CallContext, input: ParsedInput<'earnings.savePayment'>): { id: string } {
  const { db } = context
  checkDate(input.date)
  checkEvidence(db, input.evidenceIds)
  const known = input.id === undefined ? undefined : getLivePayment(db, input.id)
  const payee = input.payeeId ?? known?.payee ?? getSelfPartyId(db)
  if (payee === null) throw new BoanError('earnings.no-self-party')
  const payment: PaymentRecord = {
    id: known?.id ?? context.newId(),
    date: input.date,
    kind: input.kind,
    amountFen: input.amountFen,
    payer: input.payerId,
    onBehalfOf: input.onBehalfOfId,
    payee,
    channel: input.channel,
    reference: input.reference,
    evidenceIds: input.evidenceIds,
    allocations: mergeAllocations(input.allocations),
    importedId: known?.importedId ?? null,
    createdAt: known?.createdAt ?? context.now(),
    voidedAt: null,
    voidReason: null,
  }
  checkParties(db, payment)
  checkAllocations(db, payment)
  return storePayment(context, payment, known)
}

/** Sets which cycles a payment is for (民法典 560: what the payer named wins); what is left is spread by due date. */
export function allocatePayment(context: CallContext, input: ParsedInput<'earnings.allocatePayment'>): { id: string } {
  const known = getLivePayment(context.db, input.paymentId)
  const payment = { ...known, allocations: mergeAllocations(input.allocations) }
  checkAllocations(context.db, payment)
  return storePayment(context, payment, known)
}

export function voidPayment(context: CallContext, id: string, reason: string): { id: string } {
  const known = getPayment(context.db, id)
  if (known.voidedAt !== null) return { id }
  return storePayment(context, { ...known, voidedAt: context.now(), voidReason: reason }, undefined)
}

export function restorePayment(context: CallContext, id: string): { id: string } {
  const known = getPayment(context.db, id)
  return storePayment(context, { ...known, voidedAt: null, voidReason: null }, undefined)
}
