import type { ReadMeSection } from '../bundles/read-me-plain.ts'
import { cycleWords, paperContext } from '../disputes/papers/index.ts'
import { formatFen } from '../money.ts'
import type { StatementFile } from './statement-file.ts'

/** What READ-ME-FIRST of a statement says, for a computer without BoAn: the figures, and what to do with them. */
export function statementSections({ content, contentSha256, run }: StatementFile): ReadMeSection[] {
  const { t } = paperContext(contentSha256)
  const { items, totals, payBy } = content
  const figures = (one: typeof totals): string[] =>
    [one.expectedFen, one.withheldFen, one.allowedFen, one.paidFen, one.payableFen].map(formatFen)
  const columns = ['cycle', 'agreement', 'expected', 'withheld', 'allowed', 'paid', 'payable', 'due']
  return [
    {
      title: t('settlement:readMe.figures'),
      paragraphs: [
        t(payBy === null ? 'settlement:readMe.payable' : 'settlement:readMe.payableBy', {
          amount: formatFen(totals.payableFen),
          date: payBy ?? '',
        }),
      ],
      table: [
        columns.map((column) => t(`settlement:paper.columns.${column}`)),
        ...items.map((item) => [
          cycleWords(t, item.cycle, item.from),
          item.title,
          ...figures(item),
          item.dueDate ?? t('words.none'),
        ]),
        [t('words.total'), '', ...figures(totals), ''],
      ],
    },
    { title: t('settlement:readMe.answer'), paragraphs: [t('settlement:readMe.answerText')] },
    {
      title: t('settlement:readMe.frozen'),
      paragraphs: [t('settlement:readMe.frozenText', { number: run.number, run: run.sha256, content: contentSha256 })],
    },
  ]
}
