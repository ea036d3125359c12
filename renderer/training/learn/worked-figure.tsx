import { useTranslation } from 'react-i18next'
import { figureValueText } from '../../../shared/training/lesson-text.ts'
import type { LessonFigure } from '../../../shared/training/lesson.ts'
import { useLessonText } from './use-lesson-text.ts'

/** The worked figure: every step with how it comes about and its number, to the fen. */
export function WorkedFigure({ figure, compact = false }: { figure: LessonFigure; compact?: boolean }) {
  const { t } = useTranslation('lessons')
  const text = useLessonText(figure)
  const rows = compact ? figure.rows.filter((row) => row.how !== undefined || row.strong) : figure.rows
  return (
    <div className="worked-figure">
      <table className="plain-table">
        <caption>{text(figure.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figure.step')}</th>
            <th scope="col">{t('figure.label')}</th>
            <th scope="col" className="number">
              {t('figure.value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.strong ? 'strong' : ''}>
              <th scope="row">{text(row.label)}</th>
              <td className="soft">{row.how === undefined ? '' : text(row.how)}</td>
              <td className="number">{figureValueText(row.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {compact ? null : (
        <>
          <p>{text(figure.lesson)}</p>
          <p className="soft">{t('figure.source', { source: text(figure.source) })}</p>
        </>
      )}
    </div>
  )
}
