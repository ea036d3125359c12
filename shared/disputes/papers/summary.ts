import type { Block, PaperDocument } from '../../documents/model.ts'
import { formatFen } from '../../money.ts'
import { rmbInCapitals } from '../../money-capitals.ts'
import type { CaseFile } from '../case-file.ts'
import { factText } from './application.ts'
import { claimedCycles } from './claimed-cycles.ts'
import { cycleTable } from './cycle-table.ts'
import { namesOf, partiesOf, payWord } from './context.ts'
import type { PaperContext } from './context.ts'
import { casePaper, labourWayBlocks, proofNote } from './parts.ts'
import { dateWords } from './words.ts'

/** One page: of longer lists the newest stand here, with the number of the others. */
const CYCLES_SHOWN = 4
const FACTS_SHOWN = 4
const FACT_CHARS = 64
const EVIDENCE_SHOWN = 6
const TITLE_CHARS = 13

function figures({ t }: PaperContext, file: CaseFile): Block {
  const { undisputedFen, outstandingFen, interestFen, totalFen } = file.totals
  const undisputed =
    undisputedFen > 0
      ? {
          value: formatFen(undisputedFen),
          note: t('summary.undisputedNote', { capitals: rmbInCapitals(undisputedFen) }),
        }
      : { value: t('summary.noUndisputed'), note: t('summary.noUndisputedNote') }
  return {
    kind: 'figures',
    items: [
      { label: t('summary.undisputed'), ...undisputed },
      { label: t('summary.outstanding'), value: formatFen(outstandingFen) },
      {
        label: t('summary.interest'),
        value: formatFen(interestFen),
        note: t('summary.until', { date: dateWords(t, file.asOf) }),
      },
      { label: t('summary.total'), value: formatFen(totalFen) },
    ],
  }
}

function shorten(text: string, chars: number): string {
  const all = Array.from(text.replaceAll(/\s+/g, ' '))
  return all.length <= chars ? all.join('') : `${all.slice(0, chars - 1).join('')}…`
}

function factList(context: PaperContext, file: CaseFile): Block[] {
  const { t } = context
  // The labour way beside the civil one takes the place of an entry.
  const shown = file.facts.slice(file.labourWay === null ? -FACTS_SHOWN : 1 - FACTS_SHOWN)
  if (shown.length === 0) return []
  const items = shown.map((fact) => ({
    text: t('application.fact', { date: dateWords(t, fact.date), text: shorten(factText(context, fact), FACT_CHARS) }),
  }))
  return [
    { kind: 'heading', text: t('summary.facts') },
    { kind: 'list', numbering: 'arabic', items },
  ]
}

function evidenceLine({ t }: PaperContext, file: CaseFile): Block {
  const going = file.evidence.filter((item) => item.file !== null)
  const names = going
    .slice(0, EVIDENCE_SHOWN)
    .map((item) => t('summary.exhibit', { number: item.number, title: shorten(item.title, TITLE_CHARS) }))
  return {
    kind: 'paragraph',
    indent: 'none',
    text: t(going.length > names.length ? 'summary.evidenceMore' : 'summary.evidence', {
      count: going.length,
      names: names.join(t('words.listComma')),
    }),
  }
}

function partyLines({ t }: PaperContext, file: CaseFile): Block {
  const line = (side: 'applicant' | 'respondent'): string =>
    partiesOf(file, side)
      .map((party) =>
        [party.name, party.idCard ?? party.creditCode, party.phone].filter((part) => part).join(t('words.comma')),
      )
      .join(t('words.semicolon'))
  return {
    kind: 'party',
    heading: t('summary.parties'),
    fields: [
      { label: t('party.sides.applicant'), value: line('applicant'), wide: true },
      { label: t('party.sides.respondent'), value: line('respondent'), wide: true },
      { label: t('summary.relation'), value: t(`relation.${file.relation}`) },
      { label: t('summary.asOf'), value: dateWords(t, file.asOf) },
    ],
  }
}

/** 案件摘要: the case on one page, the undisputed amount first (spec/disputes.md 'Documents'), for a hotline or a mediator. */
export function buildSummary(context: PaperContext, file: CaseFile): PaperDocument {
  const { t } = context
  const title = t('summary.title')
  return casePaper(
    context,
    file,
    title,
    [
      { kind: 'title', text: title },
      figures(context, file),
      partyLines(context, file),
      {
        kind: 'heading',
        text: t('summary.owed', { pay: payWord(t, file.relation), name: namesOf(t, file, 'respondent') }),
      },
      cycleTable(context, claimedCycles(file), CYCLES_SHOWN),
      ...labourWayBlocks(t, file),
      ...factList(context, file),
      evidenceLine(context, file),
      proofNote(t),
    ],
    { page: 'portrait', density: 'compact' },
  )
}
