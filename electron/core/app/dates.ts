import { addDays, shanghaiDate } from '../../../shared/calendar.ts'
import { type ComingDate, type DateKind, orderDates, remindFrom } from '../../../shared/app/dates.ts'
import { addYears, limitHints } from '../../../shared/disputes/time-limit.ts'
import { listAgreementRows, loadContractDates } from '../contracts/index.ts'
import type { CallContext } from '../context.ts'
import { listCaseLimits, listDisputeDates } from '../disputes/index.ts'
import { listOwedCycles, type OwedCycle } from '../earnings/index.ts'
import { trainingDates } from '../training/index.ts'
import { readSettings } from './settings.ts'

/** A date that has passed is still shown for so many days; what is owed and overdue has its own place on the home page. */
const shownAfterDays = 60
/** Days of payment that a contract gives are told so far ahead. */
const paymentsAheadDays = 62

/** Every date that could be lost or is coming, of all domains: the nearest first (spec/disputes.md 'Time', issue 4 point 4). */
export async function listDates(context: CallContext): Promise<ComingDate[]> {
  const today = shanghaiDate(context.now())
  const owed = listOwedCycles(context.db, today)
  const dates = [
    ...limitDates(context, owed, today),
    ...moneyDates(context, owed, today),
    ...procedureDates(context),
    ...agreementDates(context, today),
    ...(await contractDates(context, today)),
    ...listTrainingDates(context),
  ]
  return orderDates(withoutRepeatedPayments(dates).filter(({ date }) => date >= addDays(today, -shownAfterDays)))
}

type Place = ComingDate['place']

function make(
  kind: DateKind,
  id: string,
  date: string,
  rest: Pick<ComingDate, 'params' | 'lawIds' | 'place'>,
): ComingDate {
  return { id, kind, date, remindFrom: remindFrom(kind, date), ...rest }
}

/** Limits of cases, and of what is overdue without a case yet; and the platforms' records about what is unpaid. */
function limitDates(context: CallContext, owed: readonly OwedCycle[], today: string): ComingDate[] {
  const cases = listCaseLimits(context.db, today)
  const ofCases = cases.flatMap(({ caseId, number, title, limits }) =>
    limits.flatMap(({ track, lawId, endsOn, extendedEndsOn }) => {
      const date = extendedEndsOn ?? endsOn
      if (date === null) return []
      const params = { number, title, track, safe: endsOn ?? date }
      return [
        make('claim-limit', `limit:${caseId}:${track}`, date, {
          params,
          lawIds: lawOf(lawId),
          place: casePlace(caseId),
        }),
      ]
    }),
  )
  const inCases = new Set(
    cases.flatMap(({ claimed }) =>
      claimed.flatMap(({ agreementId, cycles }) => cycles.map((cycle) => keyOfCycle(agreementId, cycle))),
    ),
  )
  return [...ofCases, ...limitsOfOwed(context, owed, inCases, today), ...recordDates(context, owed)]
}

function lawOf(limitLawId: 'dma-27' | 'cc-188'): string[] {
  return limitLawId === 'cc-188' ? ['cc-188', 'cc-195'] : ['dma-27']
}

function keyOfCycle(agreementId: string, cycle: string): string {
  return `${agreementId} ${cycle}`
}

/** What is overdue and claimed by no case; a case about other cycles of the agreement does not keep these. */
function limitsOfOwed(
  context: CallContext,
  owed: readonly OwedCycle[],
  inCases: ReadonlySet<string>,
  today: string,
): ComingDate[] {
  const agreements = new Map(listAgreementRows(context.db, today, false).map((row) => [row.id, row]))
  const byAgreement = Map.groupBy(mine(context, owed), ({ agreementId }) => agreementId)
  return [...byAgreement].flatMap(([agreementId, cycles]) => {
    const due = cycles.filter(({ isDue, cycle }) => isDue && !inCases.has(keyOfCycle(agreementId, cycle)))
    const row = agreements.get(agreementId)
    if (due.length === 0 || row === undefined) return []
    const hints = limitHints({
      relation: row.terms?.relation ?? 'undetermined',
      asOf: today,
      relationEnd: row.to,
      dueDates: due.flatMap(({ dueDate }) => dueDate ?? []),
      interruptions: [],
      hindrances: [],
    })
    const amountFen = due.reduce((sum, { outstandingFen }) => sum + outstandingFen, 0)
    return hints.flatMap(({ track, lawId, endsOn }) => {
      if (endsOn === null) return []
      const params = { title: row.title, payer: row.payer.name, amountFen, track }
      const place: Place = { path: 'ledger', params: { agreement: agreementId, period: 'all' } }
      return [make('owed-limit', `owed-limit:${agreementId}:${track}`, endsOn, { params, lawIds: lawOf(lawId), place })]
    })
  })
}

/** What others owe the person: all but where they are the payer. */
function mine({ db }: CallContext, owed: readonly OwedCycle[]): OwedCycle[] {
  const { selfPartyId } = readSettings(db)
  return owed.filter(({ payer }) => selfPartyId === null || payer.id !== selfPartyId)
}

/** Platforms need to keep records three years (law live-16): the day from which those of the first unpaid cycle may be gone. */
function recordDates(context: CallContext, owed: readonly OwedCycle[]): ComingDate[] {
  const byAgreement = Map.groupBy(mine(context, owed), ({ agreementId }) => agreementId)
  return [...byAgreement].flatMap(([agreementId, cycles]) => {
    const first = cycles.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]
    if (first === undefined) return []
    const params = { title: first.title, cycle: first.cycle }
    const place: Place = { path: 'ledger', params: { agreement: agreementId, period: 'all' } }
    const date = addYears(first.from, 3)
    return [make('platform-records', `records:${agreementId}`, date, { params, lawIds: ['live-16'], place })]
  })
}

function casePlace(caseId: string): Place {
  return { path: `cases/${caseId}`, params: {} }
}

/** Cycles that fall due; what is overdue is in the headline of the home page. */
function moneyDates({ db }: CallContext, owed: readonly OwedCycle[], today: string): ComingDate[] {
  const { selfPartyId } = readSettings(db)
  return owed.flatMap(({ agreementId, title, payer, payee, cycle, dueDate, outstandingFen }) => {
    if (dueDate === null || dueDate < today) return []
    const isPayer = payer.id === selfPartyId
    const kind = isPayer ? 'pay-owed' : 'pay-due'
    const params = { title, cycle, amountFen: outstandingFen, other: isPayer ? payee.name : payer.name }
    const place: Place = { path: 'ledger', params: { open: agreementId, cycle, period: 'all' } }
    return [make(kind, `${kind}:${agreementId}:${cycle}`, dueDate, { params, lawIds: [], place })]
  })
}

function procedureDates(context: CallContext): ComingDate[] {
  return listDisputeDates(context).dates.map(({ id, kind, date, params, lawId, caseId, bundleId }) => {
    const place = caseId === null ? { path: `received/${bundleId ?? ''}`, params: {} } : casePlace(caseId)
    return make(kind, id, date, { params, lawIds: lawId === null ? [] : [lawId], place })
  })
}

/** Ends of agreements; one that a contract made ends with the contract. */
function agreementDates({ db }: CallContext, today: string): ComingDate[] {
  return listAgreementRows(db, today, false).flatMap(({ id, title, to }) => {
    if (to === null) return []
    const place: Place = { path: 'contracts', params: { agreement: id } }
    return [make('agreement-end', `agreement-end:${id}`, to, { params: { title }, lawIds: [], place })]
  })
}

async function contractDates(context: CallContext, today: string): Promise<ComingDate[]> {
  const datesOfContracts = await loadContractDates()
  const span = { from: addDays(today, -shownAfterDays), to: addYears(today, 3) }
  return datesOfContracts(context, span).dates.flatMap(({ id, kind, date, title, contractId, params }) => {
    const isTooFar = kind === 'contract-payment' && (date < today || date > addDays(today, paymentsAheadDays))
    if (kind === 'contract-start' || isTooFar) return []
    const place: Place = { path: 'contracts', params: { contract: contractId } }
    return [make(kind, id, date, { params: { ...params, title }, lawIds: [], place })]
  })
}

function listTrainingDates(context: CallContext): ComingDate[] {
  const { selfPartyId } = readSettings(context.db)
  return trainingDates(context).dates.map(({ id, kind, date, remindFrom: from, params, lawIds, partyId }) => ({
    id,
    kind,
    date,
    remindFrom: from,
    params,
    lawIds,
    place: {
      path: kind === 'certificate-expiry' ? 'training/certificates' : 'training',
      params: partyId === selfPartyId ? {} : { person: partyId },
    },
  }))
}

/** What an agreement says of a day stands once: its payment for its contract's, its contract's end for its own. */
function withoutRepeatedPayments(dates: readonly ComingDate[]): ComingDate[] {
  const days = (kinds: readonly DateKind[]): Set<string> =>
    new Set(dates.flatMap(({ kind, date, params }) => (kinds.includes(kind) ? [`${date} ${params.title ?? ''}`] : [])))
  const isDue = (date: string, sides: ComingDate['params']): boolean =>
    dates.some(
      (one) =>
        one.date === date &&
        ((one.kind === 'pay-due' && one.params.other === sides.payer) ||
          (one.kind === 'pay-owed' && one.params.other === sides.payee)),
    )
  const contractEnds = days(['contract-end'])
  return dates.filter(({ kind, date, params }) => {
    if (kind === 'contract-payment') return !isDue(date, params)
    return kind !== 'agreement-end' || !contractEnds.has(`${date} ${params.title ?? ''}`)
  })
}
