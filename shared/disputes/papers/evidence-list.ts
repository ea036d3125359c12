import type { PaperDocument } from '../../documents/model.ts'
import type { CaseEvidence, CaseFile } from '../case-file.ts'
import { pageRanges, pageRangeText } from '../exhibits.ts'
import { namesOf, payWord } from './context.ts'
import type { PaperContext } from './context.ts'
import { casePaper, proofNote, signatures } from './parts.ts'
import { momentDateWords } from './words.ts'

const HASH_DIGITS = 12

function source({ t }: PaperContext, item: CaseEvidence): string {
  const parts = [
    item.source,
    item.takenBy === '' ? '' : t('evidence.takenBy', { name: item.takenBy }),
    item.takenAt === null ? '' : takenAtWords(t, item.takenAt),
  ]
  return parts.filter((part) => part !== '').join('\n')
}

/** What the person typed, or a moment: a moment becomes a day. */
function takenAtWords(t: PaperContext['t'], takenAt: string): string {
  return t('evidence.takenAt', { date: /T.*Z$/.test(takenAt) ? momentDateWords(t, takenAt) : takenAt })
}

function original({ t }: PaperContext, item: CaseEvidence): string {
  const holder = t(`evidence.original.${item.originalHolder}`)
  return item.originalPlace === '' ? holder : `${holder}\n${item.originalPlace}`
}

function remarks({ t }: PaperContext, item: CaseEvidence): string {
  const hash = t('evidence.hash', { hash: item.sha256.slice(0, HASH_DIGITS) })
  if (item.redactedOf === null) return hash
  return [t('evidence.redacted', { what: item.redaction }), hash].join('\n')
}

function row(context: PaperContext, item: CaseEvidence, pages: string): string[] {
  const { t } = context
  return [
    t('evidence.number', { number: item.number }),
    item.title,
    source(context, item),
    item.purpose,
    pages === '' ? t('evidence.electronic') : pages,
    original(context, item),
    remarks(context, item),
  ]
}

/**
 * 证据清单 (reference/forms.md 5): what goes along with this file, numbered as in the case, one page count through all of it.
 * Evidence that stays behind for this audience is not listed.
 */
export function buildEvidenceList(context: PaperContext, file: CaseFile): PaperDocument {
  const { t } = context
  const title = t('evidence.title')
  const listed = file.evidence.filter((item) => item.file !== null).toSorted((a, b) => a.number - b.number)
  const ranges = pageRanges(listed)
  const pages = listed.reduce((sum, item) => sum + (item.pages ?? 0), 0)
  return casePaper(
    context,
    file,
    title,
    [
      { kind: 'title', text: title },
      {
        kind: 'party',
        heading: t('evidence.head'),
        fields: [
          { label: t('evidence.cause'), value: t('application.causeBare', { pay: payWord(t, file.relation) }) },
          { label: t('evidence.submitter'), value: namesOf(t, file, 'applicant') },
          { label: t('evidence.otherSide'), value: namesOf(t, file, 'respondent') },
          { label: t('evidence.date') },
        ],
      },
      {
        kind: 'table',
        columns: [
          { title: t('evidence.columns.number'), width: 5, align: 'center' },
          { title: t('evidence.columns.name'), width: 14 },
          { title: t('evidence.columns.source'), width: 17 },
          { title: t('evidence.columns.purpose'), width: 22 },
          { title: t('evidence.columns.pages'), width: 7, align: 'center' },
          { title: t('evidence.columns.original'), width: 11 },
          { title: t('evidence.columns.remarks'), width: 15 },
        ],
        rows: listed.map((item, index) => row(context, item, pageRangeText(ranges[index] ?? null))),
      },
      { kind: 'paragraph', indent: 'none', text: t('evidence.count', { count: listed.length, pages }) },
      { kind: 'paragraph', indent: 'none', text: t('evidence.originals') },
      signatures(t, t('signature.submitter')),
      proofNote(t),
    ],
    { page: 'landscape', density: 'compact' },
  )
}
