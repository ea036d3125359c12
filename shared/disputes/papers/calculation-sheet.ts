import type { Block, PaperDocument, TableBlock } from '../../documents/model.ts'
import { formulaText } from '../../earnings/index.ts'
import { formatFen, formatPpm } from '../../money.ts'
import type { CaseFile } from '../case-file.ts'
import { claimedCycles } from './claimed-cycles.ts'
import type { ClaimedCycle } from './claimed-cycles.ts'
import { planCycle, stepLabel, viewComputations } from './computation-view.ts'
import type { ComputationView, ComputedStep } from './computation-view.ts'
import { payWord } from './context.ts'
import type { PaperContext } from './context.ts'
import { interestNote, interestTable } from './interest-words.ts'
import { casePaper, labourWayBlocks, proofNote, signatures } from './parts.ts'
import { amountWords, cycleWords, dateWords, tableAmount } from './words.ts'

type Views = ReadonlyMap<string, ComputationView>

const ACCOUNTS_NAMED = 2

function rates({ t }: PaperContext, view: ComputationView, cycle: ClaimedCycle): string {
  const governing = planCycle(view, cycle)?.governing
  const tiers = (governing?.commissions ?? []).flatMap(({ term }) => term.tiers.map((tier) => formatPpm(tier.ratePpm)))
  return tiers.length === 0 ? t('words.none') : [...new Set(tiers)].join(' / ')
}

function accountsAndSessions({ t }: PaperContext, view: ComputationView, cycle: ClaimedCycle): string {
  const accounts = [...(view.sales.get(cycle.cycle)?.accounts ?? [])].toSorted()
  const named = accounts.slice(0, ACCOUNTS_NAMED).join(t('words.listComma'))
  const sessions = view.sessions.get(cycle.cycle) ?? 0
  return [
    accounts.length > ACCOUNTS_NAMED ? t('sheet.accountsMore', { named, count: accounts.length }) : named,
    sessions === 0 ? '' : t('sheet.sessions', { count: sessions }),
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/** The clause's paper and the exhibits that show it: 依据. */
function grounds({ t }: PaperContext, file: CaseFile, view: ComputationView, cycle: ClaimedCycle): string {
  const terms = planCycle(view, cycle)?.governing?.terms
  const named = [
    terms?.base,
    terms?.due,
    terms?.guarantee,
    ...(terms?.commissions ?? []),
    ...(terms?.slotFees ?? []),
    ...(terms?.bonuses ?? []),
  ].flatMap((term) => term?.source?.evidenceIds ?? [])
  const numbers = file.evidence.filter((item) => named.includes(item.id)).map((item) => item.number)
  const exhibits = numbers.toSorted((a, b) => a - b).map((number) => t('evidence.number', { number }))
  return [view.title, exhibits.join(t('words.listComma'))].filter((part) => part !== '').join('\n')
}

function basisFen(view: ComputationView, cycle: ClaimedCycle): number {
  return (view.cycles.get(cycle.cycle)?.carried ?? []).reduce((sum, one) => sum + one.basisFen, 0)
}

function mainTable(context: PaperContext, file: CaseFile, views: Views, cycles: readonly ClaimedCycle[]): TableBlock {
  const { t } = context
  const money = (column: string, width: number) =>
    ({ title: t(`sheet.columns.${column}`), width, align: 'right' }) as const
  const rows = cycles.map((cycle, index) => {
    const view = views.get(cycle.agreementId)
    const sales = view?.sales.get(cycle.cycle)
    return [
      String(index + 1),
      cycleWords(t, cycle.cycle, cycle.from),
      view ? accountsAndSessions(context, view, cycle) : '',
      tableAmount(sales?.saleFen ?? 0),
      tableAmount(sales?.refundFen ?? 0),
      view ? tableAmount(basisFen(view, cycle)) : '',
      view ? rates(context, view, cycle) : '',
      tableAmount(cycle.expectedFen),
      tableAmount(cycle.withheldFen + cycle.allowedFen),
      tableAmount(cycle.paidFen),
      tableAmount(cycle.outstandingFen),
      cycle.dueDate ?? t('words.none'),
      String(cycle.overdueDays),
      tableAmount(cycle.interestFen),
      view ? grounds(context, file, view, cycle) : '',
    ]
  })
  const sum = (pick: (cycle: ClaimedCycle) => number): string =>
    tableAmount(cycles.reduce((total, cycle) => total + pick(cycle), 0))
  return {
    kind: 'table',
    size: 'small',
    columns: [
      { title: t('sheet.columns.number'), width: 3.6, align: 'center' },
      { title: t('sheet.columns.cycle'), width: 10.6 },
      { title: t('sheet.columns.accounts'), width: 10 },
      money('sales', 9),
      money('refunds', 8.5),
      money('basis', 9),
      { title: t('sheet.columns.rates'), width: 7, align: 'center' },
      money('expected', 9),
      money('lawful', 8),
      money('paid', 9),
      money('outstanding', 9),
      { title: t('sheet.columns.due'), width: 8.5, align: 'center' },
      { title: t('sheet.columns.overdue'), width: 5, align: 'right' },
      money('interest', 8),
      { title: t('sheet.columns.grounds'), width: 10.4 },
    ],
    rows,
    totals: [
      [
        '',
        t('words.total'),
        ...Array.from({ length: 5 }, () => ''),
        sum((cycle) => cycle.expectedFen),
        sum((cycle) => cycle.withheldFen + cycle.allowedFen),
        sum((cycle) => cycle.paidFen),
        sum((cycle) => cycle.outstandingFen),
        '',
        '',
        sum((cycle) => cycle.interestFen),
        '',
      ],
    ],
  }
}

function stepWords({ t }: PaperContext, step: ComputedStep): string {
  const words = (key: string, params: Record<string, number | string>): string => t(`earnings:${key}`, params)
  return [step.formula, step.basis]
    .filter((formula) => formula !== undefined)
    .map((formula) => formulaText(formula, words))
    .join('\n')
}

function stepTable(context: PaperContext, views: Views, cycles: readonly ClaimedCycle[]): TableBlock {
  const { t } = context
  const rows = cycles.flatMap((cycle) => {
    const view = views.get(cycle.agreementId)
    const computed = view?.cycles.get(cycle.cycle)
    if (view === undefined || computed === undefined) return []
    const plan = planCycle(view, cycle)
    const name = cycleWords(t, cycle.cycle, cycle.from)
    return [
      ...computed.steps.map((step) => [
        name,
        stepLabel(plan, step) || t(`sheet.step.${step.kind}`),
        stepWords(context, step),
        tableAmount(step.amountFen),
      ]),
      [name, t('sheet.stepTotal'), '', tableAmount(computed.expectedFen)],
    ]
  })
  return {
    kind: 'table',
    columns: [
      { title: t('sheet.columns.cycle'), width: 12 },
      { title: t('sheet.columns.step'), width: 18 },
      { title: t('sheet.columns.formula'), width: 56 },
      { title: t('sheet.columns.amount'), width: 14, align: 'right' },
    ],
    rows,
  }
}

/** 已付: which payment went to which cycle, with its date and what proves it. */
function paymentBlocks({ t }: PaperContext, views: Views, cycles: readonly ClaimedCycle[]): Block[] {
  const rows = cycles.flatMap((cycle) => {
    const view = views.get(cycle.agreementId)
    const payments = new Map((view?.input.payments ?? []).map((payment) => [payment.id, payment]))
    return (view?.cycles.get(cycle.cycle)?.payments ?? []).map((part) => {
      const payment = payments.get(part.paymentId)
      return [
        cycleWords(t, cycle.cycle, cycle.from),
        part.date,
        t(`sheet.payment.${payment?.kind ?? 'pay'}`),
        payment?.channel ?? '',
        payment?.reference ?? '',
        tableAmount(part.amountFen),
      ]
    })
  })
  if (rows.length === 0) return []
  return [
    { kind: 'heading', text: t('sheet.payments') },
    {
      kind: 'table',
      columns: [
        { title: t('sheet.columns.cycle'), width: 14 },
        { title: t('sheet.columns.date'), width: 12, align: 'center' },
        { title: t('sheet.columns.kind'), width: 12 },
        { title: t('sheet.columns.channel'), width: 18 },
        { title: t('sheet.columns.reference'), width: 28 },
        { title: t('sheet.columns.amount'), width: 14, align: 'right' },
      ],
      rows,
    },
  ]
}

function deductionBlocks({ t }: PaperContext, file: CaseFile): Block[] {
  const rows = file.claims.flatMap((claim) =>
    claim.deductions.map((deduction) => [
      cycleWords(t, deduction.cycle, claim.cycles.find((one) => one.cycle === deduction.cycle)?.from ?? ''),
      deduction.statedReason,
      tableAmount(deduction.deductedFen),
      tableAmount(deduction.allowedFen),
      tableAmount(deduction.deductedFen - deduction.allowedFen),
      t(`earnings:deductions.${deduction.whyCode}`, deduction.whyParams),
    ]),
  )
  if (rows.length === 0) return []
  return [
    { kind: 'heading', text: t('sheet.deductions') },
    {
      kind: 'table',
      columns: [
        { title: t('sheet.columns.cycle'), width: 12 },
        { title: t('sheet.columns.reason'), width: 22 },
        { title: t('sheet.columns.deducted'), width: 12, align: 'right' },
        { title: t('sheet.columns.allowed'), width: 12, align: 'right' },
        { title: t('sheet.columns.improper'), width: 12, align: 'right' },
        { title: t('sheet.columns.why'), width: 30 },
      ],
      rows,
    },
  ]
}

function totalsParagraph({ t }: PaperContext, file: CaseFile): Block {
  const { outstandingFen, interestFen, totalFen } = file.totals
  return {
    kind: 'paragraph',
    indent: 'none',
    text: [
      {
        text: t('sheet.total', {
          date: dateWords(t, file.asOf),
          outstanding: amountWords(t, outstandingFen),
          interest: formatFen(interestFen),
          total: amountWords(t, totalFen),
        }),
        style: 'strong',
      },
    ],
  }
}

/**
 * 佣金/报酬计算表 (reference/forms.md 5): each claimed cycle with the columns a mediator expects, every step of it with its formula in
 * words, how is rounded, and the same totals as the application.
 */
export function buildCalculationSheet(context: PaperContext, file: CaseFile): PaperDocument {
  const { t } = context
  const title = t(file.relation === 'labour' ? 'sheet.titleLabour' : 'sheet.title')
  const cycles = claimedCycles(file)
  const views = viewComputations(file)
  const interest = interestTable(context, views, cycles)
  const notes = [
    { text: t('sheet.noteOutstanding') },
    { text: t('sheet.noteBasis') },
    { text: t('sheet.noteRounding') },
    interestNote(context, views, file, cycles),
  ]
  const blocks: Block[] = [
    {
      kind: 'title',
      text: title,
      subtitle: t('sheet.asOf', { date: dateWords(t, file.asOf), pay: payWord(t, file.relation) }),
    },
    { kind: 'heading', text: t('sheet.main') },
    mainTable(context, file, views, cycles),
    totalsParagraph(context, file),
    ...labourWayBlocks(t, file),
    { kind: 'heading', text: t('sheet.steps') },
    stepTable(context, views, cycles),
    ...paymentBlocks(context, views, cycles),
    ...deductionBlocks(context, file),
    ...(interest === undefined ? [] : [{ kind: 'heading', text: t('sheet.interestDetails') } as const, interest]),
    { kind: 'heading', text: t('sheet.notes') },
    { kind: 'list', numbering: 'arabic', items: notes },
    signatures(t, t('signature.maker')),
    proofNote(t),
  ]
  return casePaper(context, file, title, blocks, { page: 'landscape', density: 'compact' })
}
