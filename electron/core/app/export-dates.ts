import { writeFileSync } from 'node:fs'
import ical, { ICalAlarmType } from 'ical-generator'
import { groupOfKind } from '../../../shared/app/dates.ts'
import { addDays, shanghaiDate } from '../../../shared/calendar.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import { dateWords } from '../../../shared/app/date-words.ts'
import { createI18n } from '../../../shared/i18n/index.ts'
import type { CallContext } from '../context.ts'
import { listDates } from './dates.ts'

/** `app.exportDates`: whole days, each with why and its law, and a reminder at nine on the day from which the home page tells of it, or the day before. */
export async function exportDates(
  context: CallContext,
  { groups, language }: ParsedInput<'app.exportDates'>,
): Promise<Output<'app.exportDates'>> {
  const { t } = createI18n(language)
  const today = shanghaiDate(context.now())
  const dates = (await listDates(context)).filter(
    ({ kind, date }) => date >= today && (groups === undefined || groups.includes(groupOfKind[kind])),
  )
  const calendar = ical({ name: t('dates:title'), prodId: { company: 'BoAn', product: 'BoAn' } })
  for (const one of dates) {
    const words = dateWords(t, one)
    const event = calendar.createEvent({
      id: `${one.id}@boan`,
      start: new Date(`${one.date}T00:00:00Z`),
      allDay: true,
      stamp: new Date(context.now()),
      summary: words.what,
      description: [words.why, words.law].filter((text) => text !== '').join('\n'),
    })
    // Where that day has passed, the day before is still a help.
    const remindOn = one.remindFrom > today ? one.remindFrom : addDays(one.date, -1)
    if (remindOn > today) {
      event.createAlarm({ type: ICalAlarmType.display, trigger: new Date(`${remindOn}T01:00:00Z`) })
    }
  }
  const draft = context.outgoing(`${t('dates:fileName')}-${today}.ics`)
  writeFileSync(draft.path, calendar.toString(), { mode: 0o600 })
  return { file: draft.finish(), dates: dates.length }
}
