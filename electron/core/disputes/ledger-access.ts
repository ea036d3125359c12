import { makePlan, type ComputeInput, type Payment } from '../../../shared/earnings/index.ts'
import type { Db } from '../database/open.ts'
import { BoanError } from '../../../shared/errors.ts'
import { findLedgerAgreement } from '../earnings/ledger/agreements.ts'
import { factLists, listCycleFacts } from '../earnings/ledger/facts-store.ts'
import { ledgerCalendar } from '../earnings/ledger/figure-context.ts'
import { listIncomeItems, sessionsInScope } from '../earnings/ledger/line-source.ts'
import { readLaw, readLpr, readOfferedInterest } from '../earnings/ledger/rates.ts'
import { listAdjustments } from '../earnings/ledger/views.ts'
import { type LedgerLine, readLedgerLines } from './ledger-lines.ts'

/** A statement whose lines an agreement counts, as a case needs it. */
export interface StatementRecord {
  id: string
  file: string
  sha256: string
  preset: string
  platform: string
  role: string
  exportedAt: string | null
  importedAt: string
  rows: number
}

/** What the ledger knows of one agreement beyond the input of a computation. */
export interface AgreementLedger {
  /** The whole input of `earnings.compute`: every line and fact, from the agreement's first day to the chosen one. */
  input: ComputeInput
  /** Line id → statement id, sheet, row. */
  lineSources: Record<string, [string, string, number]>
  statements: StatementRecord[]
  evidenceOfPayments: Map<string, string[]>
  /** By cycle. */
  evidenceOfAcknowledgements: Map<string, string[]>
}

/**
 * One agreement whole, as the ledger has it, from one state of the database; two reads of a state are equal to the byte. Throws
 * `disputes.agreement-voided` when it does not count.
 */
export function readAgreementLedger(db: Db, agreementId: string, asOf: string): AgreementLedger {
  const record = findLedgerAgreement(db, agreementId)
  if (record === undefined) throw new BoanError('disputes.agreement-voided', { agreement: agreementId })
  const { agreement } = record
  const sessions = sessionsInScope(db, agreement.scope)
  const plan = makePlan(agreement, agreement.versions[0]?.terms.cycle === 'session' ? sessions : [])
  const lines = readLedgerLines(db, agreement, plan)
  const kept = new Set(lines.map(({ line }) => line.id))
  const facts = listCycleFacts(db, agreementId)
  const lpr = readLpr(db)
  const payments = readPayments(db, agreement.payer)
  const acknowledged = facts.filter((fact) => fact.kind === 'acknowledgement')
  return {
    input: {
      asOf,
      cycles: { from: agreement.from, to: asOf > agreement.from ? asOf : agreement.from },
      agreement,
      sessions,
      lines: lines.map(({ line }) => line),
      adjustments: listAdjustments(db, agreementId).filter((adjustment) => kept.has(adjustment.lineId)),
      incomeItems: listIncomeItems(db).filter((item) => plan.matchesPlatform(item.platform)),
      ...factLists(facts),
      payments: payments.map((payment) => payment.payment),
      calendar: ledgerCalendar,
      interest: readOfferedInterest(db),
      lpr: lpr.entries.map(({ from, ratePpm }) => ({ from, ratePpm })),
      lprKnownTo: lpr.knownTo,
      law: readLaw(db),
    },
    lineSources: Object.fromEntries(lines.map(({ line, place }) => [line.id, place])),
    statements: readStatements(db, lines),
    evidenceOfPayments: new Map(payments.map(({ payment, evidenceIds }) => [payment.id, evidenceIds])),
    evidenceOfAcknowledgements: new Map(acknowledged.map((fact) => [fact.cycle, fact.evidenceIds])),
  }
}

interface PaymentRow extends Omit<Payment, 'allocations'> {
  evidence: string
}

interface AllocationRow {
  paymentId: string
  agreementId: string
  cycle: string
  amountFen: number
}

/** Payments of which this party is the debtor, or that name it otherwise, by date, then id, with what each was said to be for. */
function readPayments(db: Db, payerId: string): { payment: Payment; evidenceIds: string[] }[] {
  const allocations = Map.groupBy(
    db
      .prepare<[], AllocationRow>(
        `SELECT payment_id AS paymentId, agreement_id AS agreementId, cycle, amount_fen AS amountFen
         FROM payment_allocations ORDER BY payment_id, agreement_id, cycle`,
      )
      .all(),
    (allocation) => allocation.paymentId,
  )
  const rows = db
    .prepare<[string, string], PaymentRow>(
      `SELECT id, date, kind, amount_fen AS amountFen, payer_id AS payer, on_behalf_of_id AS onBehalfOf, payee_id AS payee,
         channel, reference, evidence FROM payments
       WHERE voided_at IS NULL AND (payer_id = ? OR on_behalf_of_id = ?) ORDER BY date, id`,
    )
    .all(payerId, payerId)
  return rows.map(({ evidence, ...row }) => ({
    payment: {
      ...row,
      allocations: (allocations.get(row.id) ?? []).map(({ agreementId, cycle, amountFen }) => ({
        agreementId,
        cycle,
        amountFen,
      })),
    },
    evidenceIds: JSON.parse(evidence) as string[],
  }))
}

/** The statements that these lines stand in, oldest import first. */
function readStatements(db: Db, lines: readonly LedgerLine[]): StatementRecord[] {
  const ids = [...new Set(lines.map(({ place }) => place[0]))]
  return db
    .prepare<[string], Omit<StatementRecord, 'exportedAt' | 'role'> & { exportedAtS: number; role: string | null }>(
      `SELECT id, file_name AS file, sha256, preset, platform, role, exported_at_s AS exportedAtS, imported_at AS importedAt, rows
       FROM statements WHERE is_kept = 1 AND id IN (SELECT value FROM json_each(?)) ORDER BY number`,
    )
    .all(JSON.stringify(ids))
    .map(({ exportedAtS, role, ...row }) => ({
      ...row,
      role: role ?? '',
      exportedAt: new Date(exportedAtS * 1000).toISOString(),
    }))
}
