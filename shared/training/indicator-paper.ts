import type { PaperContext } from '../disputes/papers/index.ts'
import type { Block, PaperDocument } from '../documents/model.ts'
import { type IndicatorAnswer, indicatorGroupNames, indicatorGroups } from './indicators.ts'

export interface IndicatorPaperData {
  agreement: { title: string; payer: string; payee: string; from: string; to: string | null }
  answers: readonly IndicatorAnswer[]
  evidence: readonly { id: string; title: string }[]
  /** Civil date. */
  madeOn: string
}

const hashDigits = 16

/**
 * The table of signs of an employment relation as a paper: every sign with its answer, evidence and note, in three groups, and no
 * verdict anywhere (law.md 0a). A sign without an answer stands as unknown.
 */
export function buildIndicatorPaper({ t, dataSha256 }: PaperContext, data: IndicatorPaperData): PaperDocument {
  const title = t('lessons:paper.title')
  const { agreement } = data
  const tables = indicatorGroupNames.flatMap((group): Block[] => [
    { kind: 'heading', text: t(`lessons:indicatorGroups.${group}`) },
    {
      kind: 'table',
      columns: [
        { title: t('lessons:paper.sign'), width: 40 },
        { title: t('lessons:paper.answer'), width: 11, align: 'center' },
        { title: t('lessons:paper.evidence'), width: 29 },
        { title: t('lessons:paper.note'), width: 20 },
      ],
      rows: indicatorGroups[group].map((id) => {
        const answer = data.answers.find((candidate) => candidate.indicator === id)
        const titles = data.evidence.filter((item) => answer?.evidenceIds.includes(item.id)).map((item) => item.title)
        return [
          t(`lessons:indicators.${id}.question`),
          t(`lessons:answers.${answer?.answer ?? 'unknown'}`),
          titles.join('\n'),
          answer?.note ?? '',
        ]
      }),
    },
  ])
  return {
    title,
    author: agreement.payee,
    page: 'portrait',
    density: 'compact',
    header: { left: title, right: agreement.title },
    footer: {
      left: t('lessons:paper.hash', { hash: dataSha256.slice(0, hashDigits) }),
      pagePattern: t('lessons:paper.pages'),
    },
    blocks: [
      {
        kind: 'title',
        text: title,
        subtitle: t('lessons:paper.subtitle', { payee: agreement.payee, payer: agreement.payer, date: data.madeOn }),
      },
      { kind: 'paragraph', text: t('lessons:paper.about') },
      ...tables,
      {
        kind: 'signatures',
        lines: [{ label: t('signature.maker') }, { label: t('signature.date') }],
      },
      {
        kind: 'note',
        text: t('lessons:paper.law', { a: t('law.rel-2005-12-1'), b: t('law.rel-case-239') }),
      },
    ],
  }
}
