import { addMonths, lastDayOfMonth, shanghaiDate } from '../../../shared/calendar.ts'
import type { DayFigures } from '../../../shared/contracts/example-figures.ts'
import {
  findPractices,
  type PracticeBasis,
  type PracticeMonth,
  type PracticeWhen,
} from '../../../shared/contracts/practice.ts'
import type { Output } from '../../../shared/contract.ts'
import type { CallContext } from '../context.ts'
import { listPaidFacts } from '../earnings/index.ts'
import { readDayFigures } from './example-figures.ts'
import { getAgreementRecord } from './store.ts'

const monthsLookedAt = 12

/** `contracts.practice`: rates that the last twelve whole months of an agreement fit. */
export function practiceOf(context: CallContext, agreementId: string): Output<'contracts.practice'> {
  const { db } = context
  const { scope } = getAgreementRecord(db, agreementId)
  const thisMonth = shanghaiDate(context.now()).slice(0, 7)
  const names = Array.from({ length: monthsLookedAt }, (_, at) =>
    addMonths(`${thisMonth}-01`, at - monthsLookedAt).slice(0, 7),
  )
  const [first = thisMonth, last = thisMonth] = [names[0], names.at(-1)]
  const days = Map.groupBy(readDayFigures(db, scope, `${first}-01`, lastDayOfMonth(`${last}-01`)), ({ date }) =>
    date.slice(0, 7),
  )
  const facts = listPaidFacts(db, agreementId)
  const months = names.map((month): PracticeMonth => ({
    month,
    bases: basesOf(days.get(month) ?? []),
    acknowledgedFen: facts.acknowledged.get(month) ?? null,
    withheldFen: facts.withheld.get(month) ?? 0,
  }))
  const payments = facts.payments.map(({ date, amountFen, cycle }) => ({ date, amountFen, month: cycle }))
  return { practices: findPractices(months, payments) }
}

function basesOf(days: readonly DayFigures[]): PracticeMonth['bases'] {
  const sum = (when: PracticeWhen): Record<PracticeBasis, number> => {
    const of = days.filter((day) => day.when === when)
    const total = (pick: (day: DayFigures) => number): number => of.reduce((fen, day) => fen + pick(day), 0)
    return {
      sale: total((day) => day.saleFen),
      'net-sale': total((day) => day.netSaleFen),
      'platform-commission': total((day) => day.platformCommissionFen),
      'net-platform-commission': total((day) => day.netPlatformCommissionFen),
    }
  }
  return { paid: sum('paid'), settled: sum('settled') }
}
