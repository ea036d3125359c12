import { toDayNumber } from '../../../../shared/calendar.ts'
import {
  interestFirstFen,
  interestOf,
  interestTermOf,
  lprTable,
  owedFenOf,
  type CycleFigures,
  type PayTerms,
  type Plan,
  type PlanCycle,
  type Settlement,
} from '../../../../shared/earnings/index.ts'
import type { CycleDetail } from '../../../../shared/earnings/ledger-shapes.ts'
import { BoanError } from '../../../../shared/errors.ts'
import { readSettings } from '../../app/settings.ts'
import type { Db } from '../../database/open.ts'
import { findLedgerAgreement, type LedgerAgreement } from './agreements.ts'
import { listCycleFacts, readFactsByCycle, type CycleFact } from './facts-store.ts'
import { readLedgerContext } from './figure-context.ts'
import { checkDate, ledgerAgreements, ledgerRow } from './ledger-rows.ts'
import { lookAtLedger } from './ledger-view.ts'
import { statementsBehind } from './lines-query.ts'
import { getPayment } from './payments-store.ts'
import { readLpr, readOfferedInterest } from './rates.ts'
import { foldEverything, planFor } from './rebuild.ts'
import { foldFigures } from './refold.ts'
import { loadSums } from './sums-store.ts'
import { listAdjustments, listConfirmations } from './views.ts'

interface OpenedCycle {
  record: LedgerAgreement
  plan: Plan
  cycle: PlanCycle
  terms: PayTerms
  figures: CycleFigures
}

/** Folds an agreement once more to have what explains a cycle's figures, which is not kept. */
function openCycle(db: Db, agreementId: string, cycleId: string, horizonDay: number): OpenedCycle {
  const record = findLedgerAgreement(db, agreementId)
  if (record === undefined) throw new BoanError('earnings.agreement-not-found', { id: agreementId })
  const plan = planFor(db, record)
  const loaded = loadSums(db, agreementId)
  const sums = loaded.texts.size > 0 ? loaded.sums : foldEverything(db, record, plan)
  const facts = readFactsByCycle(db, agreementId)
  const all = foldFigures({ record, plan, sums }, facts, horizonDay, [], readLedgerContext(db))
  const figures = all.find((one) => one.cycle === cycleId)
  const index = plan.calendar?.parse(cycleId)
  const cycle = index === undefined ? plan.sessionCycles.find((one) => one.id === cycleId) : plan.cycleAt(index)
  const terms = cycle?.governing?.terms
  if (figures === undefined || cycle === undefined || terms === undefined) {
    throw new BoanError('earnings.cycle-not-found', { cycle: cycleId })
  }
  return { record, plan, cycle, terms, figures }
}

function labelsOf(terms: PayTerms): Map<string, string> {
  const lists = { commission: terms.commissions, slotFee: terms.slotFees, bonus: terms.bonuses }
  return new Map(
    Object.entries(lists).flatMap(([kind, list]) =>
      (list ?? []).map((item) => [`${kind} ${item.id}`, item.label] as const),
    ),
  )
}

function stepsOf({ terms, figures }: OpenedCycle): CycleDetail['steps'] {
  const labels = labelsOf(terms)
  return figures.steps.map((step) => ({
    kind: step.kind,
    id: step.id,
    label: labels.get(`${step.kind} ${step.id}`) ?? '',
    amountFen: step.amountFen,
    formula: step.formula,
    basis: step.basis ?? null,
    sources: sourcesOf(step.basis),
  }))
}

/** How many lines and items a basis was put together from: the counts its formula carries. */
function sourcesOf(basis: CycleFigures['steps'][number]['basis']): number {
  const parts = basis?.parts?.filter((part) => part.code === 'basis-lines' || part.code === 'basis-income') ?? []
  return parts.reduce((sum, part) => sum + Number(part.params['count'] ?? 0), 0)
}

function deductionsOf({ terms, figures }: OpenedCycle, facts: readonly CycleFact[]): CycleDetail['deductions'] {
  const labels = new Map((terms.deductions ?? []).map((term) => [term.id, term.label]))
  const verdicts = new Map(figures.deductions.map((verdict) => [verdict.id, verdict]))
  return facts.flatMap((fact) => {
    const verdict = verdicts.get(fact.id)
    if (fact.kind !== 'deduction' || verdict === undefined) return []
    return [
      {
        id: fact.id,
        amountFen: verdict.amountFen,
        allowedFen: verdict.allowedFen,
        statedReason: fact.reason,
        deductionTermId: fact.termId,
        termLabel: labels.get(fact.termId ?? '') ?? null,
        reason: verdict.reason,
        evidenceIds: fact.evidenceIds,
      },
    ]
  })
}

function amount({ id, amountFen, evidenceIds }: CycleFact): { id: string; amountFen: number; evidenceIds: string[] } {
  return { id, amountFen: amountFen ?? 0, evidenceIds }
}

type TypedFacts = Pick<CycleDetail, 'withholdings' | 'acknowledgement' | 'cycleTotals' | 'costs' | 'events'>

/** What people typed about this cycle, beside deductions. */
function typedFacts(facts: readonly CycleFact[]): TypedFacts {
  const of = (kind: CycleFact['kind']): CycleFact[] => facts.filter((fact) => fact.kind === kind)
  const [acknowledgement] = of('acknowledgement').map(amount)
  return {
    withholdings: of('withholding').map((fact) => ({
      ...amount(fact),
      kind: fact.detail as CycleDetail['withholdings'][number]['kind'],
    })),
    acknowledgement: acknowledgement ?? null,
    cycleTotals: of('cycle-total').map((fact) => ({ ...amount(fact), commissionId: fact.termId ?? '' })),
    costs: of('cost').map((fact) => ({ ...amount(fact), costTermId: fact.termId ?? '' })),
    events: of('cycle-event').map(({ id, detail, date }) => ({
      id,
      kind: detail as CycleDetail['events'][number]['kind'],
      date: date ?? '',
    })),
  }
}

function paymentsOf(db: Db, settlement: Settlement): CycleDetail['payments'] {
  const name = db.prepare<[string], string>('SELECT name FROM parties WHERE id = ?').pluck()
  const named = (id: string) => ({ id, name: name.get(id) ?? '' })
  return settlement.payments.map((part) => {
    const payment = getPayment(db, part.paymentId)
    return {
      id: payment.id,
      date: payment.date,
      kind: payment.kind,
      amountFen: payment.amountFen,
      partFen: part.amountFen,
      explicit: part.explicit,
      allocations: payment.allocations.map((allocation) => ({ ...allocation })),
      payer: named(payment.payer),
      onBehalfOf: payment.onBehalfOf === null ? null : named(payment.onBehalfOf),
      channel: payment.channel,
      reference: payment.reference,
      evidenceIds: payment.evidenceIds,
      isImported: payment.importedId !== null,
    }
  })
}

function interestDetail(db: Db, opened: OpenedCycle, settlement: Settlement, asOfDay: number): CycleDetail['interest'] {
  const { terms, figures } = opened
  const lpr = readLpr(db)
  const table = lprTable(lpr.entries, lpr.knownTo)
  const term = interestTermOf(terms, readOfferedInterest(db))
  const { interestFen, periods, assumedDays, unknownDays } = interestOf(figures, settlement, term, table, asOfDay)
  const showFirst = readSettings(db).showInterestFirst
  const agreed = terms.lateInterest !== undefined && terms.lateInterest !== null
  return {
    interestFen,
    interestFirstFen: showFirst
      ? interestFirstFen(term, table, owedFenOf(figures), figures.dueDay, asOfDay, settlement.payments)
      : null,
    basis: term === undefined ? 'none' : agreed ? 'terms' : 'statutory',
    kind: term?.kind ?? null,
    multiplePpm: term?.kind === 'lpr-1y' ? term.multiplePpm : null,
    periods,
    assumedDays,
    unknownDays,
  }
}

/** The adjustments whose date (or session) puts them into this cycle, each with the order it belongs to. */
function adjustmentsOf(db: Db, { record, plan, cycle }: OpenedCycle): CycleDetail['adjustments'] {
  const line = db.prepare<[number], { orderId: string; sessionId: string | null }>(
    'SELECT order_id AS orderId, session_id AS sessionId FROM order_lines WHERE id = ?',
  )
  return listAdjustments(db, record.id).flatMap((adjustment) => {
    const found = line.get(Number(adjustment.lineId))
    const into =
      plan.calendar === undefined
        ? plan.cycleOfSession(found?.sessionId)
        : plan.cycleOfDay(toDayNumber(adjustment.date))
    return into?.id === cycle.id ? [{ ...adjustment, orderId: found?.orderId ?? '' }] : []
  })
}

/** `earnings.cycle`: a cycle with everything behind its figures. Throws `earnings.agreement-not-found`, `earnings.cycle-not-found`. */
export function queryCycle(db: Db, agreementId: string, cycleId: string, asOf: string): CycleDetail {
  checkDate(asOf)
  const asOfDay = toDayNumber(asOf)
  const look = lookAtLedger(db, asOf)
  const [viewed] = look.settle(look.listed.filter(({ id }) => id === agreementId))
  if (viewed === undefined) throw new BoanError('earnings.agreement-not-found', { id: agreementId })
  const position = viewed.cycles.findIndex((figures) => figures.cycle === cycleId)
  const settlement = viewed.settlements[position]
  const confirmedAt = listConfirmations(db, agreementId).get(cycleId) ?? null
  const row = ledgerRow(viewed, position, confirmedAt !== null)
  const [agreement] = ledgerAgreements(db, [{ agreement: viewed, positions: [] }])
  if (settlement === undefined || row === undefined || agreement === undefined) {
    throw new BoanError('earnings.cycle-not-found', { cycle: cycleId })
  }
  const opened = openCycle(db, agreementId, cycleId, asOfDay)
  const { record, figures, terms, plan, cycle } = opened
  const facts = listCycleFacts(db, agreementId).filter((fact) => fact.cycle === cycleId)
  const { rows: _rows, ...withoutRows } = agreement
  return {
    row,
    agreement: withoutRows,
    version: record.versions.get(terms) ?? null,
    steps: stepsOf(opened),
    grossFen: figures.grossFen,
    carried: figures.carried,
    guaranteeBalanceFen: figures.guaranteeBalanceFen,
    dueFormula: record.hasTerms ? figures.dueFormula : null,
    deductions: deductionsOf(opened, facts),
    ...typedFacts(facts),
    payments: paymentsOf(db, settlement),
    adjustments: adjustmentsOf(db, opened),
    interest: interestDetail(db, opened, settlement, asOfDay),
    confirmedAt,
    statements: statementsBehind(db, record, plan, cycle),
  }
}
