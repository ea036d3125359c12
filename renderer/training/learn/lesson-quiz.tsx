import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import type { Lesson } from '../../../shared/training/lesson.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { QuestionCard } from './question-card.tsx'
import { QuizOutcome } from './quiz-outcome.tsx'
import { useAnswers } from './use-answers.ts'
import { useLessonText } from './use-lesson-text.ts'

/** The quiz of a lesson: each answer is explained at once, the whole is marked and kept, and it can be taken again. */
export function LessonQuiz({ lesson, bestScore }: { lesson: Lesson; bestScore: number | null }) {
  const { t } = useTranslation('lessons')
  const text = useLessonText(lesson.figure)
  const answers = useAnswers(lesson.quiz)
  const hand = useCommand('training.answerQuiz')
  const [result, setResult] = useState<Output<'training.answerQuiz'>>()
  const finish = async (): Promise<void> => setResult(await hand.run({ id: lesson.id, answers: answers.chosen }))
  const again = (): void => {
    answers.restart()
    setResult(undefined)
  }
  return (
    <>
      <p className="soft">{t('quiz.rule')}</p>
      <ol className="questions">
        {lesson.quiz.map((question, index) => (
          <QuestionCard
            key={question.id}
            question={question}
            number={index + 1}
            chosen={answers.chosen[question.id] ?? []}
            checked={answers.checked.has(question.id)}
            onChoose={(chosen) => answers.choose(question.id, chosen)}
            onCheck={() => answers.check(question.id)}
            text={text}
          />
        ))}
      </ol>
      {hand.error === undefined ? null : <ErrorNote error={hand.error} />}
      <div className="row quiz-foot">
        {result === undefined ? (
          <>
            <Button type="primary" disabled={answers.left > 0} loading={hand.busy} onClick={() => void finish()}>
              {t('quiz.finish')}
            </Button>
            {answers.left > 0 ? <span className="soft">{t('quiz.left', { left: answers.left })}</span> : null}
          </>
        ) : (
          <QuizOutcome {...result} total={result.questions} onAgain={again} />
        )}
        {bestScore === null ? null : <span className="soft end">{t('quiz.saved', { score: bestScore })}</span>}
      </div>
    </>
  )
}
