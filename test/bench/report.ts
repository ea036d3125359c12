/** One figure of the bench: ours and the baseline of the same run, or why it could not be taken. */
export interface BenchFigure {
  name: string
  /** What ours and the baseline are measured in. */
  unit: 'ms' | 'MB' | 'rows/s'
  ours?: number
  baseline?: number
  baselineName?: string
  /** The most that ours / baseline (or ours, without a baseline) may be. */
  limit?: number
  /** Why a part of the measurement is not there. */
  missing?: string
}

/** ours / baseline where there is one. */
export function ratioOf(figure: BenchFigure): number | undefined {
  if (figure.ours === undefined || figure.baseline === undefined) return undefined
  return figure.ours / figure.baseline
}

/** Whether a figure keeps its limit; undefined when it has none or was not measured. */
export function keepsLimit(figure: BenchFigure): boolean | undefined {
  if (figure.limit === undefined || figure.ours === undefined) return undefined
  if (figure.baselineName === undefined) return figure.ours <= figure.limit
  const ratio = ratioOf(figure)
  return ratio === undefined ? undefined : ratio <= figure.limit
}

/** A table for people; the JSON stands before it on its own line. */
export function printReport(figures: BenchFigure[]): void {
  console.log(
    JSON.stringify(figures.map((figure) => ({ ...figure, ratio: ratioOf(figure), keeps: keepsLimit(figure) }))),
  )
  const rows = figures.map((figure) => {
    const ratio = ratioOf(figure)
    const keeps = keepsLimit(figure)
    return [
      figure.name,
      figure.ours === undefined ? '–' : `${round(figure.ours)} ${figure.unit}`,
      figure.baseline === undefined ? '' : `${round(figure.baseline)} ${figure.unit} (${figure.baselineName ?? ''})`,
      ratio === undefined ? '' : `× ${ratio.toFixed(2)}`,
      figure.limit === undefined
        ? ''
        : `≤ ${figure.limit}${figure.baselineName === undefined ? ` ${figure.unit}` : ' ×'}`,
      keeps === undefined ? (figure.missing ?? '') : keeps ? 'yes' : 'NO',
    ]
  })
  const head = ['what', 'ours', 'baseline', 'ratio', 'limit', 'kept']
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)))
  for (const row of [head, ...rows]) console.log(row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '))
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2)
}
