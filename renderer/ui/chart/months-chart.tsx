import { useTranslation } from 'react-i18next'
import { formatFen } from '../../../shared/money.ts'
import { useWord } from '../term.tsx'
import type { Palette } from '../theme.ts'
import { Chart, chartFrame, ChartKey } from './chart.tsx'
import type { ChartOption } from './echarts.ts'

export interface MonthFigures {
  /** `2026-03` */
  month: string
  expectedFen: number
  paidFen: number
  outstandingFen: number
  /** Of outstandingFen, what is due. */
  dueFen: number
}

/** 应得 beside 已到账 with 还差 on top of it, month by month. */
export function MonthsChart({ months, onSelect }: { months: MonthFigures[]; onSelect?: (month: string) => void }) {
  const { t } = useTranslation()
  const word = useWord()
  const words = {
    expected: word('expected'),
    paid: word('paid'),
    outstanding: word('outstanding'),
    due: t('chart.due', { outstanding: word('outstanding') }),
    notDue: t('chart.notDue', { outstanding: word('outstanding') }),
  }
  const table = {
    head: [t('chart.month'), words.expected, words.paid, words.outstanding],
    rows: months.map((m) => [m.month, formatFen(m.expectedFen), formatFen(m.paidFen), formatFen(m.outstandingFen)]),
  }
  return (
    <Chart
      summary={monthsSummary(t, months, words)}
      table={table}
      draw={(colour) => monthsOption(colour, months, words)}
      heightPx={196}
      {...(onSelect === undefined
        ? {}
        : {
            onSelect: (index: number) => {
              const month = months[index]
              if (month !== undefined) onSelect(month.month)
            },
          })}
      keys={
        <>
          <ChartKey colour="var(--chart-expected)">{words.expected}</ChartKey>
          <ChartKey colour="var(--chart-paid)">{words.paid}</ChartKey>
          <ChartKey colour="var(--chart-outstanding)">{words.due}</ChartKey>
          <ChartKey colour="var(--chart-not-due)">{words.notDue}</ChartKey>
        </>
      }
    />
  )
}

interface Words {
  expected: string
  paid: string
  outstanding: string
  due: string
  notDue: string
}

function monthsSummary(t: ReturnType<typeof useTranslation>['t'], months: MonthFigures[], words: Words): string {
  const sum = (pick: (m: MonthFigures) => number) => months.reduce((total, m) => total + pick(m), 0)
  return t('chart.monthsSummary', {
    from: months[0]?.month ?? '',
    to: months.at(-1)?.month ?? '',
    ...words,
    expectedFen: sum((m) => m.expectedFen),
    paidFen: sum((m) => m.paidFen),
    outstandingFen: sum((m) => m.outstandingFen),
  })
}

/** Fen become yuan here for drawing only; the tooltip and the table show the exact amounts. */
const yuan = (fen: number): number => fen / 100
const exactLabel = (value: unknown): string => formatFen(Math.round(Number(value) * 100))

function monthsOption(colour: Palette, months: MonthFigures[], words: Words): ChartOption {
  return {
    ...chartFrame(colour),
    grid: { left: 4, right: 4, top: 12, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: months.map((m) => m.month.slice(2)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour.line } },
      axisLabel: { color: colour.soft, fontSize: 12 },
    },
    yAxis: {
      type: 'value',
      splitNumber: 3,
      splitLine: { lineStyle: { color: colour.hairline } },
      axisLabel: { color: colour.soft, fontSize: 12 },
    },
    series: [
      {
        type: 'bar',
        name: words.expected,
        data: months.map((m) => yuan(m.expectedFen)),
        itemStyle: { color: colour.chartExpected, borderRadius: [2, 2, 0, 0] },
        barMaxWidth: 16,
        barGap: '8%',
        barCategoryGap: '38%',
        tooltip: { valueFormatter: exactLabel },
      },
      {
        type: 'bar',
        name: words.paid,
        stack: 'received',
        data: months.map((m) => yuan(m.paidFen)),
        itemStyle: { color: colour.chartPaid },
        barMaxWidth: 16,
        tooltip: { valueFormatter: exactLabel },
      },
      {
        type: 'bar',
        name: words.due,
        stack: 'received',
        data: months.map((m) => yuan(m.dueFen)),
        itemStyle: { color: colour.chartOutstanding, borderRadius: [2, 2, 0, 0] },
        barMaxWidth: 16,
        tooltip: { valueFormatter: exactLabel },
      },
      {
        type: 'bar',
        name: words.notDue,
        stack: 'received',
        data: months.map((m) => yuan(m.outstandingFen - m.dueFen)),
        itemStyle: { color: colour.chartNotDue, borderRadius: [2, 2, 0, 0] },
        barMaxWidth: 16,
        tooltip: { valueFormatter: exactLabel },
      },
    ],
  }
}
