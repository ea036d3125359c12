import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Status } from '../../ui/status.tsx'

interface QuizOutcomeProps {
  score: number
  right: number
  total: number
  passed: boolean
  onAgain: () => void
}

/** What came of a quiz, and the way to take it again. */
export function QuizOutcome({ score, right, total, passed, onAgain }: QuizOutcomeProps) {
  const { t } = useTranslation('lessons')
  return (
    <>
      <output className="row">
        <strong>{t('quiz.result', { score, right, total })}</strong>
        <Status tone={passed ? 'good' : 'warn'}>{t(passed ? 'quiz.passed' : 'quiz.failed')}</Status>
      </output>
      <Button onClick={onAgain}>{t('quiz.again')}</Button>
    </>
  )
}
