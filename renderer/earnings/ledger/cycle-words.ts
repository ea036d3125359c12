import type { TFunction } from 'i18next'

/** A cycle's name for people: 2026 年 3 月, …上半月, 2026 年第 10 周, or the day of a session. */
export function cycleName(t: TFunction, cycle: string, from: string): string {
  const week = /^(\d{4})-W(\d{2})$/.exec(cycle)
  if (week !== null) return t('ledger:cycle.week', { year: week[1], week: Number(week[2]) })
  const month = /^(\d{4})-(\d{2})(-[AB])?$/.exec(cycle)
  if (month === null) return t('ledger:cycle.session', { date: from })
  const half = month[3] === undefined ? 'month' : month[3] === '-A' ? 'first-half' : 'second-half'
  return t(`ledger:cycle.${half}`, { year: month[1], month: Number(month[2]) })
}

/** A month's name for people: 2026 年 3 月. */
export function monthName(t: TFunction, month: string): string {
  return t('ledger:cycle.month', { year: month.slice(0, 4), month: Number(month.slice(5)) })
}

/** The month that a cycle is shown under: the one in which it ends, which also names it. */
export function monthOf(row: { to: string }): string {
  return row.to.slice(0, 7)
}

/** `count` months that end with `last`, in order of time. */
export function monthsEndingWith(last: string, count: number): string[] {
  const end = Number(last.slice(0, 4)) * 12 + Number(last.slice(5)) - 1
  return Array.from({ length: count }, (_, index) => {
    const month = end - count + 1 + index
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
