import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { type Lesson, lawOfLesson } from '../../../shared/training/lesson.ts'
import { useLessonText } from './use-lesson-text.ts'
import { WorkedFigure } from './worked-figure.tsx'
import './printed-card.css'

/** The lesson on one page: what the printer gets instead of the window. Hidden on screen. */
export function PrintedCard({ lesson }: { lesson: Lesson }) {
  const { t } = useTranslation('lessons')
  const text = useLessonText(lesson.figure)
  const card = (
    <div className="printed-card" aria-hidden="true">
      <p className="printed-code">{lesson.code}</p>
      <h1>{text(lesson.title)}</h1>
      <p>{text(lesson.goal)}</p>
      <h2>{t('page.keyPoints')}</h2>
      <ul>
        {lesson.keyPoints.map(({ text: point }) => (
          <li key={point.en}>{text(point)}</li>
        ))}
      </ul>
      <h2>{t('page.figure')}</h2>
      <WorkedFigure figure={lesson.figure} compact />
      <h2>{t('page.checklist')}</h2>
      <ul className="printed-checks">
        {lesson.checklist.map(({ text: item }) => (
          <li key={item.en}>{text(item)}</li>
        ))}
      </ul>
      <p className="printed-law">
        {t('quiz.basis', {
          basis: lawOfLesson(lesson)
            .map((id) => t(`documents:law.${id}`))
            .join(t('separator')),
        })}
      </p>
      <p className="printed-law">
        {t('page.edition', { edition: lesson.edition })} · {t('list.mine')}
      </p>
    </div>
  )
  return createPortal(card, document.body)
}
