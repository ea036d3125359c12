import { hoursRow, lessonMinutes, type OccupationRow } from './occupation.ts'
import type { Certificate, TrainingRecord } from './records.ts'
import { minutesToward } from './totals.ts'

/** More 学时 than this in one day is no learning any more (reference/occupation.md 2). */
const MOST_HOURS_A_DAY = 8
const minutesInDay = 1440

export type WarningCode = 'same-hour' | 'looks-twice' | 'long-day' | 'after-first-stream' | 'certificate-early'

/** Something that an assessor would ask about; never a reason to refuse an entry. */
export interface TrainingWarning {
  code: WarningCode
  date: string
  /** The records, or the certificate, that it is about. */
  ids: string[]
  params: Record<string, string | number>
}

interface Checked {
  /** Of one person, not voided. */
  records: readonly TrainingRecord[]
  certificates: readonly Certificate[]
  /** The day of their first stream, when the app knows of one. */
  firstStreamOn: string | null
  occupation: readonly OccupationRow[]
}

/** What in one person's log would not stand up to a question, by date. */
export function checkTraining(checked: Checked): TrainingWarning[] {
  return [
    ...overlaps(checked.records),
    ...lookalikes(checked.records),
    ...longDays(checked),
    ...afterFirstStream(checked),
    ...earlyCertificates(checked),
  ].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

interface Span {
  record: TrainingRecord
  fromMinute: number
  toMinute: number
}

function spansOf(records: readonly TrainingRecord[]): Span[] {
  return records.flatMap((record) => {
    if (record.startTime === null) return []
    const day = Math.floor(Date.parse(`${record.date}T00:00:00Z`) / 86_400_000)
    const [hours = '0', minutes = '0'] = record.startTime.split(':')
    const fromMinute = day * minutesInDay + Number(hours) * 60 + Number(minutes)
    return [{ record, fromMinute, toMinute: fromMinute + record.minutes }]
  })
}

/** Two trainings at one time, past midnight too. */
function overlaps(records: readonly TrainingRecord[]): TrainingWarning[] {
  const spans = spansOf(records).toSorted((a, b) => a.fromMinute - b.fromMinute)
  return spans.flatMap((span, index) =>
    spans
      .slice(index + 1)
      .filter((later) => later.fromMinute < span.toMinute)
      .map((later) => ({
        code: 'same-hour' as const,
        date: later.record.date,
        ids: [span.record.id, later.record.id],
        params: {
          minutes: Math.min(span.toMinute, later.toMinute) - later.fromMinute,
          first: span.record.topic,
          second: later.record.topic,
        },
      })),
  )
}

/** The same day, topic, provider and length twice, where at least one of the two has no time that would tell them apart. */
function lookalikes(records: readonly TrainingRecord[]): TrainingWarning[] {
  const groups = Map.groupBy(records, (one) =>
    JSON.stringify([one.date, plain(one.topic), plain(one.provider), one.minutes]),
  )
  return [...groups.values()]
    .filter((group) => group.length > 1 && group.some((record) => record.startTime === null))
    .map((group) => ({
      code: 'looks-twice' as const,
      date: group[0]?.date ?? '',
      ids: group.map((record) => record.id),
      params: { topic: group[0]?.topic ?? '', count: group.length },
    }))
}

function plain(text: string): string {
  return text.replaceAll(/\s/g, '').toLowerCase()
}

function longDays({ records, occupation }: Checked): TrainingWarning[] {
  const lesson = lessonMinutes(occupation)
  return [...Map.groupBy(records, (record) => record.date)].flatMap(([date, day]) => {
    const minutes = day.reduce((sum, record) => sum + record.minutes, 0)
    if (minutes <= MOST_HOURS_A_DAY * lesson) return []
    return [{ code: 'long-day' as const, date, ids: day.map(({ id }) => id), params: { minutes, lesson } }]
  })
}

function afterFirstStream({ records, firstStreamOn }: Checked): TrainingWarning[] {
  const first = records.filter((record) => record.kind === 'first-stream')
  // One before the stream is enough: a later one is then no answer to a gap.
  if (firstStreamOn === null || first.some((record) => record.date <= firstStreamOn)) return []
  return first.map((record) => ({
    code: 'after-first-stream' as const,
    date: record.date,
    ids: [record.id],
    params: { topic: record.topic, firstStreamOn },
  }))
}

function earlyCertificates({ records, certificates, occupation }: Checked): TrainingWarning[] {
  const lesson = lessonMinutes(occupation)
  return certificates.flatMap((certificate) => {
    const { job, level, issuedOn } = certificate
    const row = job === null || level === null ? undefined : hoursRow(occupation, job, level)
    if (row === undefined || job === null || level === null) return []
    const minutes = minutesToward(records, job, level, issuedOn)
    if (minutes >= row.hours * lesson) return []
    const params = { title: certificate.title, minutes, lesson, hours: row.hours }
    return [{ code: 'certificate-early' as const, date: issuedOn, ids: [certificate.id], params }]
  })
}
