import { useTranslation } from 'react-i18next'
import { withThinSpaces } from '../../../shared/i18n/index.ts'
import { fillFigures } from '../../../shared/training/lesson-text.ts'
import type { LessonFigure, LessonText } from '../../../shared/training/lesson.ts'

/** A lesson's text in the language of the window, with the figures that it names. */
export function useLessonText(figure?: LessonFigure): (text: LessonText) => string {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'zh'
  return (text) => {
    const filled = figure === undefined ? text[language] : fillFigures(text[language], figure)
    return language === 'zh' ? withThinSpaces(filled) : filled
  }
}
