import { writeFileSync } from 'node:fs'
import type { TFunction } from 'i18next'
import { isCivilDate, shanghaiDate } from '../../../shared/calendar.ts'
import { canonicalJsonOf } from '../../../shared/canonical-json.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import { paperContext } from '../../../shared/disputes/papers/index.ts'
import { BoanError } from '../../../shared/errors.ts'
import { createI18n } from '../../../shared/i18n/index.ts'
import { plainYuan } from '../../../shared/money.ts'
import { lessonHours, lessonMinutes, type Words } from '../../../shared/training/occupation.ts'
import { buildTrainingPaper, targetWords, type TrainingPaperData } from '../../../shared/training/paper.ts'
import type { TrainingRecord } from '../../../shared/training/records.ts'
import { sumTraining } from '../../../shared/training/totals.ts'
import { readSettings } from '../app/settings.ts'
import { sha256Text } from '../audit/journal.ts'
import type { CallContext } from '../context.ts'
import { drawPaper, handOverPaper } from '../documents/index.ts'
import type { Db } from '../database/open.ts'
import { readOccupation } from './occupation.ts'
import { roster } from './overview.ts'
import { findPerson, requirePartyId } from './people.ts'
import { assessmentTable, certificateTable, evidenceTitles, listEntries, recordTable } from './store.ts'

type Cell = string | number | null

/** What a training record of a person and period is made from. Throws `training.bad-date`, `training.no-person`. */
function readPaperData(context: CallContext, input: ParsedInput<'training.exportRecord'>): TrainingPaperData {
  const { db } = context
  const { from, to, recordIds } = input
  for (const date of [from, to]) if (!isCivilDate(date)) throw new BoanError('training.bad-date', { date })
  if (to < from) throw new BoanError('training.ends-before-start', { from, to })
  const partyId = requirePartyId(db, input.partyId)
  const within = (date: string): boolean => date >= from && date <= to
  const records = listEntries(db, recordTable, partyId)
    .filter((record) => within(record.date) && (recordIds === undefined || recordIds.includes(record.id)))
    .toReversed()
  const evidence = evidenceTitles(
    db,
    records.flatMap((record) => record.evidenceIds),
  )
  return {
    name: findPerson(db, partyId)?.name ?? '',
    from,
    to,
    lessonMinutes: lessonMinutes(readOccupation(db).rows),
    records,
    totals: sumTraining(records),
    certificates: listEntries(db, certificateTable, partyId).filter((one) => within(one.issuedOn)),
    assessments: listEntries(db, assessmentTable, partyId)
      .filter((one) => one.kind === 'formal' && within(one.date))
      .toReversed(),
    fileHashes: Object.fromEntries(evidence.map(({ id, sha256 }) => [id, sha256])),
    madeOn: shanghaiDate(context.now()),
  }
}

/** `training.exportRecord`: the record as a paper or a workbook, both with the same rows, totals and hash. */
export async function exportRecord(
  context: CallContext,
  input: ParsedInput<'training.exportRecord'>,
): Promise<Output<'training.exportRecord'>> {
  const data = readPaperData(context, input)
  const dataSha256 = sha256Text(canonicalJsonOf(data))
  const paper = paperContext(dataSha256)
  const name = paper.t('training-paper:fileName', { name: data.name, from: data.from, to: data.to })
  if (input.format !== 'xlsx') {
    const drawn = await drawPaper(buildTrainingPaper(paper, data), input.format, context.now())
    const { file, text } = handOverPaper(context, drawn, name, input.format)
    return { file, text, dataSha256 }
  }
  const file = await writeWorkbook(context, `${name}.xlsx`, recordSheets(context.db, data, dataSha256))
  return { file, text: null, dataSha256 }
}

interface Sheet {
  name: string
  rows: Cell[][]
}

async function writeWorkbook(context: CallContext, name: string, sheets: Sheet[]) {
  const { writeXlsx } = await import('hucre/xlsx')
  const draft = context.outgoing(name)
  const drawn = sheets.map((sheet) => ({
    ...sheet,
    columns: (sheet.rows[0] ?? []).map(() => ({ width: 16 })),
    freezePane: { rows: 1 },
  }))
  writeFileSync(draft.path, await writeXlsx({ sheets: drawn }), { mode: 0o600 })
  return draft.finish()
}

function translator(db: Db): { t: TFunction; language: keyof Words } {
  const { language } = readSettings(db)
  return { t: createI18n(language).getFixedT(language, 'training'), language }
}

/** 学时 as a number of one decimal that spreadsheets add up; the exact figure is the minutes beside it. */
function hours(minutes: number, lesson: number): number {
  return Number(lessonHours(minutes, lesson))
}

function recordSheets(db: Db, data: TrainingPaperData, dataSha256: string): Sheet[] {
  const { t, language } = translator(db)
  const skillNames = new Map(
    readOccupation(db).rows.flatMap((row) => ('name' in row ? [[row.id, row.name[language]] as const] : [])),
  )
  const title = (key: string): string => t(`training-paper:sheet.columns.${key}`)
  const keys = [
    'date',
    'startTime',
    'minutes',
    'hours',
    'kind',
    'topic',
    'provider',
    'trainer',
    'mode',
    'target',
    'skills',
    'score',
    'passMark',
    'cost',
    'proof',
    'note',
  ]
  const row = (record: TrainingRecord): Cell[] => [
    record.date,
    record.startTime,
    record.minutes,
    hours(record.minutes, data.lessonMinutes),
    t(`kinds.${record.kind}`),
    record.topic,
    record.provider,
    record.trainer,
    t(`modes.${record.mode}`),
    targetWords((key, params) => t(key, params ?? {}), record.job, record.level),
    record.skills.map((skill) => skillNames.get(skill) ?? skill).join(t('training-paper:sheet.comma')),
    record.score,
    record.passMark,
    record.costFen === null ? null : Number(plainYuan(record.costFen)),
    record.evidenceIds.map((id) => data.fileHashes[id] ?? '').join(' '),
    record.note,
  ]
  const total: Cell[] = [
    t('training-paper:total'),
    null,
    data.totals.minutes,
    hours(data.totals.minutes, data.lessonMinutes),
  ]
  return [
    { name: t('training-paper:records'), rows: [keys.map(title), ...data.records.map(row), total] },
    sumsSheet(t, data, dataSha256),
    {
      name: t('training-paper:certificates'),
      rows: [
        ['certificate', 'certificateNumber', 'issuer', 'target', 'issuedOn', 'expiresOn', 'checkResult'].map(title),
        ...data.certificates.map((one): Cell[] => [
          one.title,
          one.number,
          one.issuer,
          targetWords((key, params) => t(key, params ?? {}), one.job, one.level),
          one.issuedOn,
          one.expiresOn,
          one.checkResult,
        ]),
      ],
    },
    {
      name: t('training-paper:assessments'),
      rows: [
        ['date', 'target', 'part', 'score', 'passMark', 'assessor'].map(title),
        ...data.assessments.map((one): Cell[] => [
          one.date,
          targetWords((key, params) => t(key, params ?? {}), one.job, one.level),
          t(`parts.${one.part}`),
          one.score,
          one.passMark,
          one.assessor,
        ]),
      ],
    },
  ]
}

function sumsSheet(t: TFunction, data: TrainingPaperData, dataSha256: string): Sheet {
  const { totals, lessonMinutes: lesson } = data
  const cells = (group: string, label: string, sum: { minutes: number; records: number }): Cell[] => [
    group,
    label,
    sum.records,
    sum.minutes,
    hours(sum.minutes, lesson),
  ]
  const target = (sum: (typeof totals.byLevel)[number]): string =>
    targetWords((key, params) => t(key, params ?? {}), sum.job, sum.level)
  return {
    name: t('training-paper:sheet.sums'),
    rows: [
      [
        t('training-paper:sheet.columns.group'),
        t('training-paper:sheet.columns.label'),
        t('training-paper:sheet.columns.count'),
        title('minutes'),
        title('hours'),
      ],
      cells(t('training-paper:total'), t('training-paper:span', { from: data.from, to: data.to }), totals),
      ...totals.byYear.map((sum) => cells(t('training-paper:sheet.byYear'), String(sum.year), sum)),
      ...totals.byKind.map((sum) => cells(t('training-paper:byKind'), t(`kinds.${sum.kind}`), sum)),
      ...totals.byLevel.map((sum) => cells(t('training-paper:byLevel'), target(sum), sum)),
      cells(t('training-paper:byLevel'), t('training-paper:noLevel'), totals.noLevel),
      [],
      [t('training-paper:sheet.person'), data.name],
      [t('training-paper:lesson'), t('training-paper:lessonValue', { minutes: lesson })],
      [t('training-paper:sheet.hash'), dataSha256],
    ],
  }
  function title(key: string): string {
    return t(`training-paper:sheet.columns.${key}`)
  }
}

/** `training.exportRoster`: the roster of a year, one person a row. */
export async function exportRoster(
  context: CallContext,
  input: ParsedInput<'training.exportRoster'>,
): Promise<Output<'training.exportRoster'>> {
  const { t } = translator(context.db)
  const { year, lessonMinutes: lesson, people } = roster(context, input)
  const kinds = ['first-stream', 'yearly', 'agency'] as const
  const columns = ['person', 'minutes', 'hours', 'yearHours', 'warnings', 'expiring']
  const header = [
    ...columns.map((key) => t(`training-paper:sheet.columns.${key}`, { year })),
    ...kinds.map((kind) => t(`kinds.${kind}`)),
  ]
  const rows = people.map((one): Cell[] => [
    one.person.name,
    one.minutes,
    hours(one.minutes, lesson),
    hours(one.yearMinutes, lesson),
    one.warnings,
    one.expiring.map(({ title, expiresOn }) => `${title} ${expiresOn}`).join(t('training-paper:sheet.comma')),
    ...kinds.map((kind) => {
      const state = one.required.find((required) => required.kind === kind)?.state
      return state === undefined ? null : t(`required.state.${state}`)
    }),
  ])
  const sheet = { name: t('training-paper:sheet.roster', { year }), rows: [header, ...rows] }
  return { file: await writeWorkbook(context, `${t('training-paper:sheet.roster', { year })}.xlsx`, [sheet]) }
}
