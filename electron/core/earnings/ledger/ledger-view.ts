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
import {
  listFaults,
  listFigures,
  listUnserved,
  loadState,
  type LedgerState,
  type ListedFigures,
} from './figures-store.ts'
import { listCountedPayments, type CountedPayment } from './payments-store.ts'
import { foldEverything, planFor } from './rebuild.ts'
import { foldFigures } from './refold.ts'
import { loadSums } from './sums-store.ts'

/** An agreement as lists name it. */
export interface ListedAgreement {
  id: string
  title: string
  payer: { id: string; name: string }
  payee: { id: string; name: string }
  hasTerms: boolean
}

/** An agreement in the ledger on the chosen day: its cycles and what is outstanding in each. */
export interface ViewedAgreement extends ListedAgreement {
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

type FiguredAgreement = Omit<ViewedAgreement, 'settlements'>

function listAgreements(db: Db): ListedAgreement[] {
  return db
    .prepare<[], [string, string, string, string, string, string, number]>(
      `SELECT agreements.id, title, payer_id, payer.name, payee_id, payee.name,
         EXISTS (SELECT 1 FROM agreement_versions AS own WHERE own.agreement_id = agreements.id AND own.voided_at IS NULL)
       FROM agreements JOIN parties AS payer ON payer.id = payer_id JOIN parties AS payee ON payee.id = payee_id
       WHERE agreements.voided_at IS NULL ORDER BY title, agreements.id`,
    )
    .raw()
    .all()
    .map(([id, title, payerId, payerName, payeeId, payeeName, hasTerms]) => ({
      id,
      title,
      payer: { id: payerId, name: payerName },
      payee: { id: payeeId, name: payeeName },
      hasTerms: hasTerms === 1,
    }))
}

/**
 * Figures of an agreement whose kept ones do not serve. Folded in memory from the kept sums (from the lines, when there are
 * none yet); nothing is written.
 */
function foldInMemory(
  db: Db,
  agreementId: string,
  horizonDay: number,
  context: LedgerContext,
): Pick<ViewedAgreement, 'cycles' | 'fault'> {
  try {
    const record = findLedgerAgreement(db, agreementId)
    if (record === undefined) return { cycles: [], fault: null }
    checkVersions(record.agreement)
    const plan = planFor(db, record)
    const isKept = loadState(db, agreementId) !== undefined
    const sums = isKept ? loadSums(db, agreementId).sums : foldEverything(db, record, plan)
    const facts = readFactsByCycle(db, agreementId)
    return { cycles: foldFigures({ record, plan, sums }, facts, horizonDay, [], context), fault: null }
  } catch (error) {
    if (error instanceof ComputeFault) return { cycles: [], fault: { code: error.code, path: error.path } }
    throw error
  }
}

/** Cycles that share their payments: those of one payer and one payee, who may have several agreements. */
interface Group<Agreement> {
  agreements: Agreement[]
  payments: CountedPayment[]
}

function pairKey(debtor: string, payee: string): string {
  return `${debtor} ${payee}`
}

function cycleKey(agreementId: string, cycle: string): string {
  return `${agreementId} ${cycle}`
}

/** Each payment goes to the pair that it is between, and to those that it was explicitly allocated to. */
function groupByPair<Agreement extends ListedAgreement>(
  agreements: readonly Agreement[],
  payments: readonly CountedPayment[],
): Map<string, Group<Agreement>> {
  const groups = new Map<string, Group<Agreement>>()
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
function groupCycles({ agreements }: Group<FiguredAgreement>): GroupCycle[] {
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

function settleUnpaid(agreement: FiguredAgreement, asOfDay: number): ViewedAgreement {
  return { ...agreement, settlements: agreement.cycles.map((figures) => settleCycle(figures, [], asOfDay)) }
}

/** Settles all agreements of a group together: what one payer owes one payee by due date, whatever agreement it is under. */
function settleGroup(
  pair: string,
  group: Group<FiguredAgreement>,
  asOfDay: number,
  left: Map<string, number>,
): ViewedAgreement[] {
  if (group.payments.length === 0) return group.agreements.map((agreement) => settleUnpaid(agreement, asOfDay))
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

/** One look at the ledger on a chosen day. What it reads it reads once; agreements are settled when they are asked for. */
export class LedgerLook {
  readonly asOfDay: number
  /** The last day by which a cycle may begin to be seen (C1). */
  readonly lastFromDay: number
  /** All that count, by title, then id. */
  readonly listed: readonly ListedAgreement[]
  readonly #db: Db
  readonly #payments: CountedPayment[]
  readonly #groups: Map<string, Group<ListedAgreement>>
  readonly #context: LedgerContext
  readonly #unserved: Set<string>
  readonly #viewed = new Map<string, ViewedAgreement>()
  readonly #left = new Map<string, number>()

  constructor(db: Db, asOf: string, horizon: string) {
    this.#db = db
    this.asOfDay = toDayNumber(asOf)
    this.lastFromDay = toDayNumber(horizon)
    this.listed = listAgreements(db)
    this.#payments = listCountedPayments(db, asOf)
    this.#groups = groupByPair(this.listed, this.#payments)
    this.#context = readLedgerContext(db)
    this.#unserved = listUnserved(db, this.#context.key, this.lastFromDay)
  }

  /** Whether the kept figures of an agreement are all there is to it: they serve, and no payment is laid on them. */
  isUnpaid({ id, payer, payee }: ListedAgreement): boolean {
    return !this.#unserved.has(id) && this.#groups.get(pairKey(payer.id, payee.id))?.payments.length === 0
  }

  /** These agreements with their cycles settled, in the order asked. */
  settle(agreements: readonly ListedAgreement[]): ViewedAgreement[] {
    const groups = this.#groupsOf(agreements.filter(({ id }) => !this.#viewed.has(id)))
    const figured = this.#figure([...groups.values()].flatMap((group) => group.agreements))
    for (const [pair, group] of groups) {
      const own = { ...group, agreements: group.agreements.flatMap(({ id }) => figured.get(id) ?? []) }
      for (const viewed of settleGroup(pair, own, this.asOfDay, this.#left)) this.#viewed.set(viewed.id, viewed)
    }
    return agreements.flatMap(({ id }) => this.#viewed.get(id) ?? [])
  }

  /** The groups to settle for these agreements: whole where there are payments to share, else only what is asked. */
  #groupsOf(agreements: readonly ListedAgreement[]): Map<string, Group<ListedAgreement>> {
    const byPair = Map.groupBy(agreements, ({ payer, payee }) => pairKey(payer.id, payee.id))
    return new Map(
      [...byPair].map(([pair, asked]) => {
        const group = this.#groups.get(pair)
        return [pair, group !== undefined && group.payments.length > 0 ? group : { agreements: asked, payments: [] }]
      }),
    )
  }

  #figure(agreements: readonly ListedAgreement[]): Map<string, FiguredAgreement> {
    const kept = listFigures(
      this.#db,
      agreements.map(({ id }) => id),
      this.lastFromDay,
    )
    const faults = listFaults(this.#db)
    return new Map(
      agreements.map((agreement) => {
        const own = this.#unserved.has(agreement.id)
          ? foldInMemory(this.#db, agreement.id, this.lastFromDay, this.#context)
          : { cycles: kept.get(agreement.id) ?? [], fault: faults.get(agreement.id) ?? null }
        return [agreement.id, { ...agreement, ...own }]
      }),
    )
  }

  /** Everything settled: for questions about the whole ledger. */
  whole(): LedgerView {
    const agreements = this.settle(this.listed)
    for (const payment of this.#payments) {
      // Money of someone whom no agreement names waits whole, but for what was put by hand.
      if (this.#groups.has(pairKey(debtorOf(payment), payment.payee)) || payment.kind === 'repayment') continue
      const put = payment.allocations.reduce((sum, allocation) => sum + allocation.amountFen, 0)
      if (put < payment.amountFen) this.#left.set(payment.id, payment.amountFen - put)
    }
    return { asOfDay: this.asOfDay, agreements, payments: this.#payments, leftByPayment: this.#left }
  }
}

interface Cached {
  key: string
  look: LedgerLook
}

const cache = new WeakMap<Db, Cached>()

/** Changes with every commit that this connection can see, its own included. */
export function stateOf(db: Db): string {
  const version = String(db.pragma('data_version', { simple: true }))
  const own = db.prepare<[], { changes: number }>('SELECT total_changes() AS changes').get()?.changes ?? 0
  return `${version} ${own}`
}

/**
 * The ledger on a chosen day; `to` widens it to cycles that begin later (C1). Kept in memory until the database changes,
 * so that the pages of one look at the ledger are made once.
 */
export function lookAtLedger(db: Db, asOf: string, to?: string): LedgerLook {
  const horizon = to !== undefined && to > asOf ? to : asOf
  const key = `${stateOf(db)} ${asOf} ${horizon}`
  const cached = cache.get(db)
  if (cached?.key === key) return cached.look
  const look = new LedgerLook(db, asOf, horizon)
  cache.set(db, { key, look })
  return look
}

/** The whole ledger on a chosen day, everything settled. */
export function readLedgerView(db: Db, asOf: string, to?: string): LedgerView {
  return lookAtLedger(db, asOf, to).whole()
}
