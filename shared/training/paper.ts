import type { PaperContext, PaperText } from '../disputes/papers/index.ts'
import type { Block, PaperDocument, TableBlock } from '../documents/model.ts'
import { type Job, lessonHours, type Level } from './occupation.ts'
import type { Assessment, Certificate, TrainingRecord } from './records.ts'
import type { TrainingTotals } from './totals.ts'

const HASH_DIGITS = 16
const FILE_HASH_DIGITS = 12

/** What a training record is made from; its canonical JSON is what the paper's hash names. */
export interface TrainingPaperData {
  name: string
  from: string
  to: string
  /** Minutes in one 学时. */
  lessonMinutes: number
  /** By date, the oldest first. */
  records: TrainingRecord[]
  totals: TrainingTotals
  certificates: Certificate[]
  /** Formal ones only: a mock paper is no assessment. */
  assessments: Assessment[]
  /** SHA-256 of each proof file, by evidence id. */
  fileHashes: Record<string, string>
  madeOn: string
}

/** 培训记录: one person's trainings of a period for an employer or assessment body, with totals equal to its rows. */
export function buildTrainingPaper({ t: any, dataSha256 }: PaperContext, data: TrainingPaperData): PaperDocument {
  const t: PaperText = (key, params) =>
    any(key.startsWith('paper.') ? `training-paper:${key.slice(6)}` : `training:${key}`, params)
  const title = t('paper.title')
  return {
    title,
    author: data.name,
    page: 'landscape',
    density: 'compact',
    header: { left: t('paper.titleAndName', { title, name: data.name }), right: period(t, data) },
    footer: {
      left: any('footer.dataHash', { hash: dataSha256.slice(0, HASH_DIGITS) }),
      pagePattern: any('footer.page', { page: '{page}', pages: '{pages}' }),
    },
    blocks: [
      { kind: 'title', text: title },
      {
        kind: 'party',
        heading: t('paper.head'),
        fields: [
          { label: t('paper.name'), value: data.name },
          { label: t('paper.period'), value: period(t, data) },
          { label: t('paper.madeOn'), value: data.madeOn },
          { label: t('paper.lesson'), value: t('paper.lessonValue', { minutes: data.lessonMinutes }) },
        ],
      },
      figures(t, data),
      ...sums(t, data),
      { kind: 'heading', text: t('paper.records') },
      recordTable(t, data),
      ...certificates(t, data),
      ...assessments(t, data),
      {
        kind: 'signatures',
        lines: [{ label: t('paper.signer') }, { label: t('paper.checker') }, { label: t('paper.signedOn') }],
      },
      { kind: 'note', text: t('paper.note') },
    ],
  }
}

function period(t: PaperText, { from, to }: TrainingPaperData): string {
  return t('paper.span', { from, to })
}

function figures(t: PaperText, { totals, lessonMinutes }: TrainingPaperData): Block {
  return {
    kind: 'figures',
    items: [
      { label: t('paper.hours'), value: lessonHours(totals.minutes, lessonMinutes) },
      { label: t('paper.minutes'), value: String(totals.minutes) },
      { label: t('paper.count'), value: String(totals.records) },
    ],
  }
}

/** `五级（初级工）直播销售员`, or nothing for what counts toward no level. */
export function targetWords(t: PaperText, job: Job | null, level: Level | null): string {
  return job === null || level === null ? '' : t('target', { job: t(`jobs.${job}`), level: t(`levels.${level}`) })
}

/** One table: by kind, then by level; each division adds up to the whole. */
function sums(t: PaperText, { totals, lessonMinutes }: TrainingPaperData): Block[] {
  if (totals.records === 0) return []
  const cells = (label: string, sum: { minutes: number; records: number }): string[] => [
    label,
    String(sum.records),
    String(sum.minutes),
    lessonHours(sum.minutes, lessonMinutes),
  ]
  const columns: TableBlock['columns'] = [
    { title: '', width: 40 },
    { title: t('paper.columns.count'), width: 15, align: 'right' },
    { title: t('paper.columns.minutes'), width: 15, align: 'right' },
    { title: t('paper.columns.hours'), width: 15, align: 'right' },
  ]
  const total = [cells(t('paper.total'), totals)]
  const none = totals.noLevel.records === 0 ? [] : [cells(t('paper.noLevel'), totals.noLevel)]
  return [
    {
      kind: 'table',
      caption: t('paper.byKind'),
      columns,
      rows: totals.byKind.map((sum) => cells(t(`kinds.${sum.kind}`), sum)),
      totals: total,
    },
    {
      kind: 'table',
      caption: t('paper.byLevel'),
      columns,
      rows: [...totals.byLevel.map((sum) => cells(targetWords(t, sum.job, sum.level), sum)), ...none],
      totals: total,
    },
  ]
}

function recordTable(t: PaperText, data: TrainingPaperData): TableBlock {
  const { totals, lessonMinutes } = data
  const total = ['', t('paper.total'), '', '', '', String(totals.minutes), lessonHours(totals.minutes, lessonMinutes)]
  return {
    kind: 'table',
    size: 'small',
    columns: [
      { title: t('paper.columns.number'), width: 5, align: 'center' },
      { title: t('paper.columns.date'), width: 11 },
      { title: t('paper.columns.topic'), width: 24 },
      { title: t('paper.columns.provider'), width: 17 },
      { title: t('paper.columns.kind'), width: 18 },
      { title: t('paper.columns.minutes'), width: 7, align: 'right' },
      { title: t('paper.columns.hours'), width: 7, align: 'right' },
      { title: t('paper.columns.score'), width: 7, align: 'right' },
      { title: t('paper.columns.proof'), width: 15 },
    ],
    rows: data.records.map((record, index) => recordRow(t, data, record, index)),
    totals: [[...total, '', '']],
  }
}

function recordRow(t: PaperText, data: TrainingPaperData, record: TrainingRecord, index: number): string[] {
  const { date, startTime, topic, provider, trainer, minutes, job, level, score } = record
  return [
    String(index + 1),
    lines(date, startTime ?? ''),
    topic,
    lines(provider, trainer === '' ? '' : t('paper.trainer', { name: trainer }), t(`modes.${record.mode}`)),
    lines(t(`kinds.${record.kind}`), targetWords(t, job, level)),
    String(minutes),
    lessonHours(minutes, data.lessonMinutes),
    score === null ? '' : String(score),
    proof(t, data, record.evidenceIds),
  ]
}

function lines(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('\n')
}

function proof(t: PaperText, { fileHashes }: TrainingPaperData, ids: readonly string[]): string {
  if (ids.length === 0) return t('paper.noProof')
  return ids.map((id) => (fileHashes[id] ?? '').slice(0, FILE_HASH_DIGITS)).join('\n')
}

function certificates(t: PaperText, { certificates }: TrainingPaperData): Block[] {
  if (certificates.length === 0) return []
  return [
    { kind: 'heading', text: t('paper.certificates') },
    {
      kind: 'table',
      size: 'small',
      columns: [
        { title: t('paper.columns.certificate'), width: 26 },
        { title: t('paper.columns.certificateNumber'), width: 18 },
        { title: t('paper.columns.issuer'), width: 18 },
        { title: t('paper.columns.target'), width: 16 },
        { title: t('paper.columns.issuedOn'), width: 11 },
        { title: t('paper.columns.expiresOn'), width: 11 },
      ],
      rows: certificates.map((one) => [
        one.title,
        one.number,
        one.issuer,
        targetWords(t, one.job, one.level),
        one.issuedOn,
        one.expiresOn ?? t('paper.noExpiry'),
      ]),
    },
  ]
}

function assessments(t: PaperText, { assessments }: TrainingPaperData): Block[] {
  if (assessments.length === 0) return []
  return [
    { kind: 'heading', text: t('paper.assessments') },
    {
      kind: 'table',
      size: 'small',
      columns: [
        { title: t('paper.columns.date'), width: 11 },
        { title: t('paper.columns.target'), width: 20 },
        { title: t('paper.columns.part'), width: 14 },
        { title: t('paper.columns.score'), width: 9, align: 'right' },
        { title: t('paper.columns.passMark'), width: 9, align: 'right' },
        { title: t('paper.columns.assessor'), width: 20 },
      ],
      rows: assessments.map((one) => [
        one.date,
        targetWords(t, one.job, one.level),
        t(`parts.${one.part}`),
        String(one.score),
        String(one.passMark),
        one.assessor,
      ]),
    },
  ]
}
