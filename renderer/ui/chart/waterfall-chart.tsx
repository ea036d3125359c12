import { useTranslation } from 'react-i18next'
import { formatFen } from '../../../shared/money.ts'
import { formatAmount } from '../../../shared/i18n/index.ts'
import { useWord } from '../term.tsx'
import type { Palette } from '../theme.ts'
import { Chart, chartFrame } from './chart.tsx'
import type { ChartOption } from './echarts.ts'

export interface WaterfallFigures {
  expectedFen: number
  withheldFen: number
  allowedFen: number
  paidFen: number
  outstandingFen: number
}

interface Step {
  word: string
  fen: number
  /** Where the bar stands on the scale. */
  fromFen: number
  toFen: number
  colour: keyof Palette
}

/** How 应得 becomes 还差: less withheld, less what was rightly deducted, less what was paid. */
export function WaterfallChart({ figures }: { figures: WaterfallFigures }) {
  const { t } = useTranslation()
  const word = useWord()
  const steps = waterfallSteps(figures, word)
  const table = {
    head: [t('chart.step'), t('chart.amount')],
    rows: steps.map((step) => [step.word, formatFen(step.fen)]),
  }
  const summary = steps.map((step) => `${step.word} ${formatFen(step.fen)}`).join(t('chart.comma'))
  return <Chart summary={summary} table={table} draw={(colour) => waterfallOption(colour, steps)} heightPx={172} />
}

function waterfallSteps(figures: WaterfallFigures, word: (id: string) => string): Step[] {
  const { expectedFen, withheldFen, allowedFen, paidFen, outstandingFen } = figures
  const afterWithheld = expectedFen - withheldFen
  const afterAllowed = afterWithheld - allowedFen
  const afterPaid = afterAllowed - paidFen
  const last = outstandingFen < 0 ? word('overpaid') : word('outstanding')
  return [
    { word: word('expected'), fen: expectedFen, fromFen: 0, toFen: expectedFen, colour: 'chartExpected' },
    { word: word('withheld'), fen: withheldFen, fromFen: afterWithheld, toFen: expectedFen, colour: 'chartWithheld' },
    { word: word('allowed'), fen: allowedFen, fromFen: afterAllowed, toFen: afterWithheld, colour: 'chartDeducted' },
    { word: word('paid'), fen: paidFen, fromFen: afterPaid, toFen: afterAllowed, colour: 'chartPaid' },
    { word: last, fen: Math.abs(outstandingFen), fromFen: 0, toFen: afterPaid, colour: 'chartOutstanding' },
  ]
}

/** Floating bars: an invisible bar up to the lower end, then the step on top of it. */
function waterfallOption(colour: Palette, steps: Step[]): ChartOption {
  const lower = (step: Step) => Math.min(step.fromFen, step.toFen)
  return {
    ...chartFrame(colour),
    tooltip: { show: false },
    grid: { left: 2, right: 2, top: 22, bottom: 2, containLabel: true },
    xAxis: {
      type: 'category',
      data: steps.map((step) => step.word),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour.line } },
      axisLabel: { color: colour.soft, fontSize: 12, lineHeight: 16, interval: 0, width: 74, overflow: 'break' },
    },
    yAxis: { type: 'value', show: false },
    series: [
      {
        type: 'bar',
        stack: 'steps',
        silent: true,
        data: steps.map((step) => lower(step) / 100),
        itemStyle: { color: 'transparent' },
        barWidth: '58%',
      },
      {
        type: 'bar',
        stack: 'steps',
        data: steps.map((step) => ({
          value: Math.abs(step.toFen - step.fromFen) / 100,
          itemStyle: { color: colour[step.colour], borderRadius: 2 },
        })),
        barMinHeight: 2,
        label: {
          show: true,
          position: 'top',
          color: colour.ink,
          fontSize: 12,
          formatter: (item) => formatAmount(steps[item.dataIndex]?.fen ?? 0),
        },
      },
    ],
  }
}
