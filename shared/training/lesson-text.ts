import { formatCount } from '../i18n/index.ts'
import { formatFen, formatPpm } from '../money.ts'
import type { FigureRow, LessonFigure } from './lesson.ts'

/** A value of the worked figure as people read it. */
export function figureValueText(value: FigureRow['value']): string {
  if ('fen' in value) return formatFen(value.fen)
  if ('ppm' in value) return formatPpm(value.ppm)
  if ('count' in value) return formatCount(value.count)
  return value.date
}

/** A text of a lesson with the figures that it names. A name that no row has stays as it is: a test looks for those. */
export function fillFigures(text: string, { rows }: LessonFigure): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, id: string) => {
    const row = rows.find((candidate) => candidate.id === id)
    return row === undefined ? whole : figureValueText(row.value)
  })
}
