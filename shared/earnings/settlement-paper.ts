import type { Block, PaperDocument, TableBlock } from '../documents/model.ts'
import { chineseNumber } from '../documents/numbering.ts'
import {
  amountWords,
  cycleWords,
  dataHashWords,
  dateWords,
  type PaperContext,
  tableAmount,
} from '../disputes/papers/index.ts'
import { formatFen } from '../money.ts'
import { formulaText } from './formula.ts'
import { overpaidFenOf } from './settlement.ts'
import type { StatementContent, StatementItem } from './settlement-shapes.ts'

/**
 * 结算单: what a payer settles with one payee, each cycle with its steps, deductions and earlier payments. Every figure is
 * frozen in `content`; nothing is computed here. `runSha256`: the hash that names the run.
 */
export function buildStatementPaper(
  context: PaperContext,
  content: StatementContent,
  runSha256: string,
): PaperDocument {
  const { t } = context
  const title = t('settlement:paper.title')
  return {
    title: t('settlement:paper.fileTitle', { number: content.number, payee: content.payee.name }),
    author: content.payer.name,
    page: 'portrait',
    density: 'compact',
    header: { left: t('header.titleAndName', { title, name: content.payee.name }), right: content.number },
    footer: { left: dataHashWords(context), pagePattern: t('footer.page', { page: '{page}', pages: '{pages}' }) },
    blocks: [
      { kind: 'title', text: title, subtitle: t('settlement:paper.month', monthParts(content.month)) },
      partiesBlock(context, content),
      figuresBlock(context, content),
      payableParagraph(context, content),
      ...(content.items.length === 1 ? [] : summary(context, content)),
      ...content.items.flatMap((item, at) => itemBlocks(context, item, at + 1)),
      { kind: 'heading', text: t('settlement:paper.notes') },
      { kind: 'list', numbering: 'arabic', items: notes(context, content) },
      {
        kind: 'signatures',
        lines: [{ label: t('settlement:paper.payerSigns') }, { label: t('signature.date') }],
      },
      { kind: 'note', text: t('settlement:paper.proof', { run: runSha256.slice(0, 16) }) },
    ],
  }
}

/** `2026-08` as the parts a sentence needs. */
function monthParts(month: string): { year: string; month: number } {
  return { year: month.slice(0, 4), month: Number(month.slice(5)) }
}

function partiesBlock({ t }: PaperContext, { number, asOf, payer, payee }: StatementContent): Block {
  return {
    kind: 'party',
    heading: t('settlement:paper.parties'),
    fields: [
      { label: t('settlement:paper.payer'), value: payer.name },
      ...(payer.creditCode === null ? [] : [{ label: t('party.creditCode'), value: payer.creditCode }]),
      { label: t('settlement:paper.payee'), value: payee.name },
      { label: t('settlement:paper.number'), value: number },
      { label: t('settlement:paper.asOf'), value: dateWords(t, asOf) },
    ],
  }
}

function figuresBlock({ t }: PaperContext, { totals }: StatementContent): Block {
  const item = (key: string, fen: number): { label: string; value: string } => ({
    label: t(`settlement:paper.figures.${key}`),
    value: formatFen(fen),
  })
  return {
    kind: 'figures',
    items: [
      item('payable', totals.payableFen),
      item('expected', totals.expectedFen),
      item('less', totals.withheldFen + totals.allowedFen),
      item('paid', totals.paidFen),
    ],
  }
}

function payableParagraph({ t }: PaperContext, { totals, payBy }: StatementContent): Block {
  const amount = amountWords(t, totals.payableFen)
  const key = totals.payableFen === 0 ? 'nothing' : payBy === null ? 'withoutDay' : 'payBy'
  const date = payBy === null ? '' : dateWords(t, payBy)
  return {
    kind: 'paragraph',
    indent: 'none',
    text: [{ text: t(`settlement:paper.pay.${key}`, { amount, date }), style: 'strong' }],
  }
}

function summaryCells(one: StatementContent['totals']): string[] {
  return [one.expectedFen, one.withheldFen, one.allowedFen, one.paidFen, one.payableFen].map(tableAmount)
}

/** All cycles beside each other, where there are several. */
function summary(context: PaperContext, content: StatementContent): Block[] {
  return [{ kind: 'heading', text: context.t('settlement:paper.summary') }, summaryTable(context, content)]
}

function summaryTable({ t }: PaperContext, { items, totals }: StatementContent): TableBlock {
  const money = (key: string) => ({ title: t(`settlement:paper.columns.${key}`), width: 12, align: 'right' }) as const
  return {
    kind: 'table',
    size: 'small',
    columns: [
      { title: t('settlement:paper.columns.cycle'), width: 14 },
      { title: t('settlement:paper.columns.agreement'), width: 18 },
      ...['expected', 'withheld', 'allowed', 'paid', 'payable'].map(money),
      { title: t('settlement:paper.columns.due'), width: 11, align: 'center' },
    ],
    rows: items.map((item) => [
      cycleWords(t, item.cycle, item.from),
      item.title,
      ...summaryCells(item),
      item.dueDate ?? t('words.none'),
    ]),
    totals: [[t('words.total'), '', ...summaryCells(totals), '']],
  }
}

function itemBlocks(context: PaperContext, item: StatementItem, place: number): Block[] {
  const { t } = context
  const heading = t('settlement:paper.item', {
    place: chineseNumber(place),
    cycle: cycleWords(t, item.cycle, item.from),
    title: item.title,
  })
  return [
    { kind: 'heading', text: heading },
    linesParagraph(context, item),
    stepTable(context, item),
    ...deductionTable(context, item),
    ...withholdingTable(context, item),
    ...paymentTable(context, item),
    ...reckoning(context, item),
  ]
}

/** How the cycle's amount to be paid comes about, where it is not simply what was earned. */
function reckoning({ t }: PaperContext, item: StatementItem): Block[] {
  const { expectedFen, withheldFen, allowedFen, paidFen, outstandingFen, payableFen } = item
  if (payableFen === expectedFen) return []
  const figures = { expectedFen, withheldFen, allowedFen, paidFen, outstandingFen }
  const words = Object.fromEntries(Object.entries(figures).map(([name, fen]) => [name, formatFen(fen)]))
  const overpaid = overpaidFenOf(item)
  const sentence = t('settlement:paper.reckoning', words)
  const more = overpaid === 0 ? '' : t('settlement:paper.reckoningOver', { amount: formatFen(overpaid) })
  return [{ kind: 'paragraph', indent: 'none', text: [{ text: sentence + more, style: 'strong' }] }]
}

function linesParagraph({ t }: PaperContext, { from, to, lines, missing }: StatementItem): Block {
  const sums = { count: lines.count, sale: formatFen(lines.saleFen), refund: formatFen(lines.refundFen) }
  return {
    kind: 'paragraph',
    indent: 'none',
    keepWithNext: true,
    text: [
      t('settlement:paper.period', { from: dateWords(t, from), to: dateWords(t, to) }),
      lines.count === 0 ? t('settlement:paper.noLines') : t('settlement:paper.lines', sums),
      missing === 0 ? '' : t('settlement:paper.missing', { count: missing }),
    ].join(''),
  }
}

function stepTable({ t }: PaperContext, item: StatementItem): TableBlock {
  const words = (key: string, params: Record<string, number | string>): string => t(`earnings:${key}`, params)
  return {
    kind: 'table',
    columns: [
      { title: t('settlement:paper.columns.step'), width: 20 },
      { title: t('settlement:paper.columns.formula'), width: 62 },
      { title: t('settlement:paper.columns.amount'), width: 18, align: 'right' },
    ],
    rows: item.steps.map(({ kind, label, formula, basis, amountFen }) => [
      label === '' ? t(`sheet.step.${kind}`) : label,
      [formula, basis].flatMap((one) => (one === null ? [] : [formulaText(one, words)])).join('\n'),
      tableAmount(amountFen),
    ]),
    totals: [[t('settlement:paper.figures.expected'), '', tableAmount(item.expectedFen)]],
  }
}

/** The last row of a table with more than one amount. */
function totalRow(rows: readonly unknown[], total: string[]): Pick<TableBlock, 'totals'> {
  return rows.length > 1 ? { totals: [total] } : {}
}

function deductionTable({ t }: PaperContext, item: StatementItem): Block[] {
  const { deductions } = item
  if (deductions.length === 0) return []
  return [
    {
      kind: 'table',
      caption: t('settlement:paper.deductions'),
      columns: [
        { title: t('settlement:paper.columns.reason'), width: 30 },
        { title: t('settlement:paper.columns.deducted'), width: 15, align: 'right' },
        { title: t('settlement:paper.columns.holds'), width: 15, align: 'right' },
        { title: t('settlement:paper.columns.why'), width: 40 },
      ],
      rows: deductions.map(({ statedReason, termLabel, amountFen, allowedFen, reason }) => [
        termLabel === null
          ? statedReason
          : t('settlement:paper.reasonOfTerm', { reason: statedReason, term: termLabel }),
        tableAmount(amountFen),
        tableAmount(allowedFen),
        t(`earnings:deductions.${reason.code}`, reason.params),
      ]),
      ...totalRow(deductions, [t('words.total'), tableAmount(item.deductedFen), tableAmount(item.allowedFen), '']),
    },
  ]
}

function withholdingTable({ t }: PaperContext, { withholdings, withheldFen }: StatementItem): Block[] {
  if (withholdings.length === 0) return []
  return [
    {
      kind: 'table',
      caption: t('settlement:paper.withholdings'),
      columns: [
        { title: t('settlement:paper.columns.kind'), width: 70 },
        { title: t('settlement:paper.columns.amount'), width: 30, align: 'right' },
      ],
      rows: withholdings.map(({ kind, amountFen }) => [t(`earnings:withholdings.${kind}`), tableAmount(amountFen)]),
      ...totalRow(withholdings, [t('words.total'), tableAmount(withheldFen)]),
    },
  ]
}

function paymentTable({ t }: PaperContext, { payments, paidFen }: StatementItem): Block[] {
  if (payments.length === 0) return []
  return [
    {
      kind: 'table',
      caption: t('settlement:paper.payments'),
      columns: [
        { title: t('settlement:paper.columns.date'), width: 18, align: 'center' },
        { title: t('settlement:paper.columns.kind'), width: 18 },
        { title: t('settlement:paper.columns.reference'), width: 40 },
        { title: t('settlement:paper.columns.amount'), width: 24, align: 'right' },
      ],
      rows: payments.map(({ date, kind, channel, reference, amountFen }) => [
        date,
        t(`sheet.payment.${kind}`),
        [channel === '' ? '' : t(`platforms:${channel}`, { defaultValue: channel }), reference]
          .filter((part) => part !== '')
          .join(t('words.comma')),
        tableAmount(amountFen),
      ]),
      ...totalRow(payments, [t('words.total'), '', '', tableAmount(paidFen)]),
    },
  ]
}

function notes({ t }: PaperContext, { items }: StatementContent): { text: string }[] {
  const isAnyDenied = items.some(({ deductedFen, allowedFen }) => deductedFen > allowedFen)
  return [
    { text: t('settlement:paper.note.payable') },
    ...(isAnyDenied ? [{ text: t('settlement:paper.note.denied') }] : []),
    { text: t('settlement:paper.note.rounding') },
    { text: t('settlement:paper.note.objection') },
  ]
}
