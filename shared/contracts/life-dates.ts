import { addDays, fromDayNumber, toDayNumber } from '../calendar.ts'
import { cycleCalendar, dueOf, type PayTerms, workingDays } from '../earnings/index.ts'
import { officialCalendar } from '../official-calendar.ts'

/** Days before a contract's end at which the two sides should talk about what comes after. */
export const renewalDaysBefore = 30

export interface DatedContract {
  id: string
  /** Civil dates. */
  from: string | null
  to: string | null
  endedOn: string | null
  terms: PayTerms | null
}

export interface ContractDate {
  id: string
  kind: 'contract-start' | 'contract-end' | 'contract-renewal' | 'contract-payment'
  date: string
  contractId: string
  /** `cycle` of a payment. */
  cycle?: string
}

/** The dates of a contract in force between two civil days, both included, by day. */
export function contractDates(contract: DatedContract, from: string, to: string): ContractDate[] {
  const last = contract.endedOn ?? contract.to
  const at = (kind: ContractDate['kind'], date: string): ContractDate => ({
    id: `${contract.id}:${kind}:${date}`,
    kind,
    date,
    contractId: contract.id,
  })
  const dates = [
    ...(contract.from === null ? [] : [at('contract-start', contract.from)]),
    ...(last === null ? [] : [at('contract-end', last)]),
    ...(contract.to === null || contract.endedOn !== null
      ? []
      : [at('contract-renewal', addDays(contract.to, -renewalDaysBefore))]),
    ...paymentDates(contract, last, { from, to }, (date, cycle) => ({ ...at('contract-payment', date), cycle })),
  ]
  return dates.filter(({ date }) => date >= from && date <= to).toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

/** A cycle is due at most so many days after its end; only terms that nobody writes are beyond. */
const longestDueDays = 400

/** Days of payment of the cycles that the calendar gives; a day that hangs on an event is not known before it. */
function paymentDates(
  { from: first, terms }: DatedContract,
  last: string | null,
  span: { from: string; to: string },
  make: (date: string, cycle: string) => ContractDate,
): ContractDate[] {
  const calendar = terms === null ? undefined : cycleCalendar(terms.cycle, terms.cycleStartDay)
  if (terms === null || first === null || calendar === undefined) return []
  const days = workingDays(officialCalendar(Number(span.from.slice(0, 4)) - 1, Number(span.to.slice(0, 4)) + 1))
  const earliest = Math.max(toDayNumber(first), toDayNumber(span.from) - longestDueDays)
  const latest = Math.min(last === null ? Infinity : toDayNumber(last), toDayNumber(span.to))
  const dates: ContractDate[] = []
  for (let index = calendar.indexOf(earliest); calendar.at(index).from <= latest; index += 1) {
    const { id, to } = calendar.at(index)
    const { dueDay } = dueOf(terms, to, [], days)
    if (dueDay !== undefined) dates.push(make(fromDayNumber(dueDay), id))
  }
  return dates
}
