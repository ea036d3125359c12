import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import type { Allocation } from '../../../../shared/earnings/index.ts'
import { spreadOver } from '../../../../shared/earnings/settlement.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { CallContext } from '../../context.ts'
import type { Db } from '../../database/open.ts'
import { allocatePayment, savePayment } from '../ledger/payment-commands.ts'
import { getPayment } from '../ledger/payments-store.ts'
import {
  isLinked,
  linkPayment,
  paidFenOf,
  paymentsOfRun,
  requireRun,
  type RunRecord,
  type StatementRecord,
  statementsOf,
} from './run-store.ts'

/** A statement with what is still to be paid of it, and of each of its cycles. */
interface OpenStatement extends StatementRecord {
  leftFen: number
  openFen: number[]
}

/** What is open of a run's statements. What was paid went to their cycles in their order. */
function openStatements(db: Db, run: RunRecord): Map<string, OpenStatement> {
  const payments = paymentsOfRun(db, run.id)
  return new Map(
    statementsOf(db, run.id).map((statement) => {
      const payable = statement.content.items.map((item) => item.payableFen)
      const paidFen = paidFenOf(payments.get(statement.id))
      const paid = spreadOver(payable, paidFen)
      const openFen = payable.map((fen, at) => fen - (paid[at] ?? 0))
      return [statement.id, { ...statement, leftFen: Math.max(0, statement.payableFen - paidFen), openFen }] as const
    }),
  )
}

function requireStatement(open: ReadonlyMap<string, OpenStatement>, id: string): OpenStatement {
  const statement = open.get(id)
  if (statement === undefined) throw new BoanError('settlement.statement-not-found')
  return statement
}

/** Puts an amount to the cycles of a statement, each up to what is open of it. */
function allocationsFor({ content, openFen }: OpenStatement, amountFen: number): Allocation[] {
  const parts = spreadOver(openFen, amountFen)
  return content.items.flatMap(({ agreementId, cycle }, at) => {
    const part = parts[at] ?? 0
    return part === 0 ? [] : [{ agreementId, cycle, amountFen: part }]
  })
}

/**
 * `earnings.payStatements`: one payment in the ledger for each statement, put to its cycles. Throws `settlement.run-not-found`,
 * `settlement.run-voided`, `settlement.statement-not-found`, `settlement.pays-too-much`, `settlement.already-paid` and what
 * `savePayment` throws.
 */
export function payStatements(
  context: CallContext,
  input: ParsedInput<'earnings.payStatements'>,
): Output<'earnings.payStatements'> {
  const { db } = context
  const run = requireRun(db, input.runId)
  const open = openStatements(db, run)
  let amountFen = 0
  for (const asked of input.statements) {
    const statement = requireStatement(open, asked.statementId)
    const payee = statement.payeeName
    if (statement.leftFen === 0) throw new BoanError('settlement.already-paid', { payee })
    const fen = asked.amountFen ?? statement.leftFen
    if (fen > statement.leftFen) throw new BoanError('settlement.pays-too-much', { payee, leftFen: statement.leftFen })
    const { id } = savePayment(context, {
      date: input.date,
      kind: 'pay',
      amountFen: fen,
      payerId: run.payerId,
      onBehalfOfId: null,
      payeeId: statement.payeeId,
      channel: input.channel,
      reference: asked.reference ?? statement.number,
      evidenceIds: input.evidenceIds,
      allocations: allocationsFor(statement, fen),
    })
    linkPayment(db, id, statement.id, context.now())
    open.delete(statement.id)
    amountFen += fen
    context.subject(statement.id)
  }
  context.subject(run.id)
  return { payments: input.statements.length, amountFen }
}

interface Candidate {
  id: string
  payeeId: string
  date: string
  amountFen: number
  channel: string
  reference: string
}

/** Payments to somebody that are of no statement yet, dated after the run's figures were taken. */
function candidates(db: Db, run: RunRecord): Candidate[] {
  return db
    .prepare<[string, string], Candidate>(
      `SELECT id, payee_id AS payeeId, date, amount_fen AS amountFen, channel, reference FROM payments
       WHERE payer_id = ? AND kind = 'pay' AND voided_at IS NULL AND date > ?
         AND id NOT IN (SELECT payment_id FROM settlement_payments)
       ORDER BY date, id`,
    )
    .all(run.payerId, run.asOf)
}

/**
 * `earnings.matchStatements`: for each unpaid statement the payments that can be its own: to the fen first, else smaller ones as
 * parts. A payment is proposed once. Those dated on or before the run's day count in its figures already and are none of it.
 */
export function matchStatements(db: Db, runId: string): Output<'earnings.matchStatements'> {
  const run = requireRun(db, runId)
  const open = [...openStatements(db, run).values()].filter(({ leftFen }) => leftFen > 0)
  const byPayee = Map.groupBy(candidates(db, run), ({ payeeId }) => payeeId)
  return {
    matches: open.flatMap((statement) => {
      const own = byPayee.get(statement.payeeId) ?? []
      const exact = own.find(({ amountFen }) => amountFen === statement.leftFen)
      const proposed = exact === undefined ? partsOf(own, statement.leftFen) : [exact]
      return proposed.map(({ id, payeeId: _payee, ...payment }) => ({
        statementId: statement.id,
        paymentId: id,
        ...payment,
        exact: payment.amountFen === statement.leftFen,
      }))
    }),
  }
}

/** Payments that together do not exceed what is left, the earliest first. */
function partsOf(payments: readonly Candidate[], leftFen: number): Candidate[] {
  let left = leftFen
  return payments.filter(({ amountFen }) => {
    if (amountFen > left) return false
    left -= amountFen
    return true
  })
}

/**
 * `earnings.linkStatements`: the payment is put to the cycles of its statement, unless the person has put it somewhere already.
 * Throws `settlement.other-payment` for one that is of somebody else or of another statement, and `settlement.pays-too-much`.
 */
export function linkStatements(
  context: CallContext,
  input: ParsedInput<'earnings.linkStatements'>,
): Output<'earnings.linkStatements'> {
  const { db } = context
  const run = requireRun(db, input.runId)
  for (const { statementId, paymentId } of input.links) {
    const statement = requireStatement(openStatements(db, run), statementId)
    const payment = getPayment(db, paymentId)
    const isOwn = payment.payer === run.payerId && payment.payee === statement.payeeId && payment.kind === 'pay'
    if (!isOwn || payment.voidedAt !== null || isLinked(db, paymentId)) throw new BoanError('settlement.other-payment')
    if (payment.amountFen > statement.leftFen) {
      throw new BoanError('settlement.pays-too-much', { payee: statement.payeeName, leftFen: statement.leftFen })
    }
    if (payment.allocations.length === 0) {
      allocatePayment(context, { paymentId, allocations: allocationsFor(statement, payment.amountFen) })
    }
    linkPayment(db, paymentId, statementId, context.now())
    context.subject(statementId, paymentId)
  }
  context.subject(run.id)
  return { linked: input.links.length }
}
