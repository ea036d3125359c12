import { toDayNumber } from '../../../../shared/calendar.ts'
import {
  checkVersions,
  ComputeFault,
  debtorOf,
  owedCycleOf,
  settleCycle,
  spreadPayments,
  type OwedCycle,
  type Settlement,
} from '../../../../shared/earnings/index.ts'
import type { Db } from '../../database/open.ts'
import { findLedgerAgreement } from './agreements.ts'
import { readFactsByCycle } from './facts-store.ts'
import { readLedgerContext, type LedgerContext } from './figure-context.ts'
import { listFigures, listStates, type LedgerState, type ListedFigures } from './figures-store.ts'
import { listCountedPayments, type CountedPayment } from './payments-store.ts'
import { foldEverything, planFor } from './rebuild.ts'
import { foldFigures } from './refold.ts'
import { loadSums } from './sums-store.ts'

/** An agreement in the ledger on the chosen day: its cycles and what is outstanding in each. */
export interface ViewedAgreement {
  id: string
  title: string
  payer: { id: string; name: string }
  payee: { id: string; name: string }
  hasTerms: boolean
  fault: LedgerState['fault']
  /** In order of time; `settlements` has one for each. */
  cycles: ListedFigures[]
  settlements: Settlement[]
}

export interface LedgerView {
  asOfDay: number
  /** By title, then id. */
  agreements: ViewedAgreement[]
  payments: CountedPayment[]
  /** What is left of a payment when everything is spread. */
  leftByPayment: ReadonlyMap<string, number>
}

type Listed = Omit<ViewedAgreement, 'cycles' | 'settlements' | 'fault'>

function listAgreements(db: Db): Listed[] {
  return db
    .prepare<
      [],
      {
        id: string
        title: string
        payerId: string
        payerName: string
        payeeId: string
        payeeName: string
        hasTerms: number
      }
    >(
      `SELECT agreements.id, title, payer_id AS payerId, payer.name AS payerName, payee_id AS payeeId, payee.name AS payeeName,
         EXISTS (SELECT 1 FROM agreement_versions AS own WHERE own.agreement_id = agreements.id AND own.voided_at IS NULL) AS hasTerms
       FROM agreements JOIN parties AS payer ON payer.id = payer_id JOIN parties AS payee ON payee.id = payee_id
       WHERE agreements.voided_at IS NULL ORDER BY title, agreements.id`,
    )
    .all()
    .map((row) => ({
      id: row.id,
      title: row.title,
      payer: { id: row.payerId, name: row.payerName },
      payee: { id: row.payeeId, name: row.payeeName },
      hasTerms: row.hasTerms === 1,
    }))
}

/**
 * Figures of an agreement whose kept ones do not serve: made under another calendar or minimum wage, or not far enough
 * ahead. Folded in memory from the kept sums (from the lines, when there are none yet); nothing is written.
 */
function foldInMemory(
  db: Db,
  agreementId: string,
  horizonDay: number,
  context: LedgerContext,
  hasSums: boolean,
): Pick<ViewedAgreement, 'cycles' | 'fault'> {
  try {
    const record = findLedgerAgreement(db, agreementId)
    if (record === undefined) return { cycles: [], fault: null }
    checkVersions(record.agreement)
    const plan = planFor(db, record)
    const sums = hasSums ? loadSums(db, agreementId).sums : foldEverything(db, record, plan)
    const facts = readFactsByCycle(db, agreementId)
    return { cycles: foldFigures({ record, plan, sums }, facts, horizonDay, [], context), fault: null }
  } catch (error) {
    if (error instanceof ComputeFault) return { cycles: [], fault: { code: error.code, path: error.path } }
    throw error
  }
}

function readFigures(
  db: Db,
  agreements: readonly Listed[],
  horizonDay: number,
): Omit<ViewedAgreement, 'settlements'>[] {
  const context = readLedgerContext(db)
  const states = listStates(db)
  const kept = listFigures(db, horizonDay)
  return agreements.map((agreement) => {
    const state = states.get(agreement.id)
    const serves =
      state !== undefined && state.context === context.key && (state.fault !== null || state.horizonDay >= horizonDay)
    if (serves) return { ...agreement, cycles: kept.get(agreement.id) ?? [], fault: state.fault }
    return { ...agreement, ...foldInMemory(db, agreement.id, horizonDay, context, state !== undefined) }
  })
}

/** Cycles that share their payments: those of one payer and one payee, who may have several agreements. */
interface Group {
  agreements: Omit<ViewedAgreement, 'settlements'>[]
  payments: CountedPayment[]
}

function pairKey(debtor: string, payee: string): string {
  return `${debtor} ${payee}`
}

function cycleKey(agreementId: string, cycle: string): string {
  return `${agreementId} ${cycle}`
}

/** Each payment goes to the pair that it is between, and to those that it was explicitly allocated to. */
function groupByPair(
  agreements: readonly Omit<ViewedAgreement, 'settlements'>[],
  payments: readonly CountedPayment[],
): Map<string, Group> {
  const groups = new Map<string, Group>()
  const pairOfAgreement = new Map<string, string>()
  for (const agreement of agreements) {
    const key = pairKey(agreement.payer.id, agreement.payee.id)
    pairOfAgreement.set(agreement.id, key)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { agreements: [agreement], payments: [] })
    else group.agreements.push(agreement)
  }
  for (const payment of payments) {
    const keys = new Set([pairKey(debtorOf(payment), payment.payee)])
    for (const { agreementId } of payment.allocations) keys.add(pairOfAgreement.get(agreementId) ?? '')
    for (const key of keys) groups.get(key)?.payments.push(payment)
  }
  return groups
}

interface GroupCycle {
  agreement: number
  position: number
  owed: OwedCycle
}

/** The cycles of a group in order of time, over all its agreements. */
function groupCycles({ agreements }: Group): GroupCycle[] {
  const cycles = agreements.flatMap((agreement, at) =>
    agreement.cycles.map((figures, position) => ({
      agreement: at,
      position,
      fromDay: figures.fromDay,
      owed: owedCycleOf(figures, cycleKey(agreement.id, figures.cycle)),
    })),
  )
  if (agreements.length > 1) cycles.sort((a, b) => a.fromDay - b.fromDay || a.owed.toDay - b.owed.toDay)
  return cycles
}

/** Settles all agreements of a group together: what one payer owes one payee by due date, whatever agreement it is under. */
function settleGroup(pair: string, group: Group, asOfDay: number, left: Map<string, number>): ViewedAgreement[] {
  const cycles = groupCycles(group)
  const { parts, leftByPayment } = spreadPayments(
    {
      cycles: cycles.map((cycle) => cycle.owed),
      isTheirs: (payment) => pairKey(debtorOf(payment), payment.payee) === pair,
      keyOf: ({ agreementId, cycle }) => cycleKey(agreementId, cycle),
      asOfDay,
    },
    group.payments,
  )
  for (const [paymentId, leftFen] of leftByPayment) left.set(paymentId, leftFen)
  const viewed = group.agreements.map((agreement): ViewedAgreement => ({ ...agreement, settlements: [] }))
  cycles.forEach(({ agreement, position }, at) => {
    const own = viewed[agreement]
    const figures = own?.cycles[position]
    if (own !== undefined && figures !== undefined) own.settlements.push(settleCycle(figures, parts[at] ?? [], asOfDay))
  })
  return viewed
}

function makeView(db: Db, asOf: string, horizonDay: number): LedgerView {
  const asOfDay = toDayNumber(asOf)
  const listed = listAgreements(db)
  const payments = listCountedPayments(db, asOf)
  const groups = groupByPair(readFigures(db, listed, horizonDay), payments)
  const left = new Map<string, number>()
  const viewed = new Map<string, ViewedAgreement>()
  for (const [pair, group] of groups) {
    for (const agreement of settleGroup(pair, group, asOfDay, left)) viewed.set(agreement.id, agreement)
  }
  const own = new Set(groups.keys())
  for (const payment of payments) {
    // Money of someone whom no agreement names waits whole, but for what was put by hand.
    if (own.has(pairKey(debtorOf(payment), payment.payee)) || payment.kind === 'repayment') continue
    const put = payment.allocations.reduce((sum, allocation) => sum + allocation.amountFen, 0)
    if (put < payment.amountFen) left.set(payment.id, payment.amountFen - put)
  }
  const agreements = listed.flatMap(({ id }) => viewed.get(id) ?? [])
  return { asOfDay, agreements, payments, leftByPayment: left }
}

interface Cached {
  key: string
  view: LedgerView
}

const cache = new WeakMap<Db, Cached>()

/** Changes with every commit that this connection can see, its own included. */
export function stateOf(db: Db): string {
  const version = String(db.pragma('data_version', { simple: true }))
  const own = db.prepare<[], { changes: number }>('SELECT total_changes() AS changes').get()?.changes ?? 0
  return `${version} ${own}`
}

/**
 * The whole ledger on a chosen day, from kept figures and payments; `to` widens it to cycles that begin later (C1). Kept
 * in memory until the database changes, so that the pages of one look at the ledger are made once.
 */
export function readLedgerView(db: Db, asOf: string, to?: string): LedgerView {
  const horizon = to !== undefined && to > asOf ? to : asOf
  const key = `${stateOf(db)} ${asOf} ${horizon}`
  const cached = cache.get(db)
  if (cached?.key === key) return cached.view
  const view = makeView(db, asOf, toDayNumber(horizon))
  cache.set(db, { key, view })
  return view
}
