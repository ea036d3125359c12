import { App, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import { mockPaperMinutes, quizPassMark, scoreQuiz } from '../../../shared/training/quiz.ts'
import { asKept } from '../../disputes/index.ts'
import { useApp } from '../../shell/app-store.ts'
import { hrefTo } from '../../shell/route.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { today } from '../../ui/due-date.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { hrefToLessons } from './learn-address.ts'
import { MockCard, openNewPaper } from './mock-card.tsx'
import { QuestionCard } from './question-card.tsx'
import { QuizOutcome } from './quiz-outcome.tsx'
import { useAnswers } from './use-answers.ts'
import { useLessonText } from './use-lesson-text.ts'

/** A practice theory paper by its number; the time is told, never limited. */
export function MockPaper({ number }: { number: number | undefined }) {
  const { t } = useTranslation('lessons')
  const { data, error, reload } = useQuery('training.mockPaper', number === undefined ? undefined : { number })
  return (
    <div className="stack learn">
      <BackLink href={hrefToLessons()} text={t('page.back')} />
      <h2 className="lesson-title">{t('mock.title')}</h2>
      {number === undefined ? (
        <MockCard />
      ) : error !== undefined ? (
        <ErrorNote error={error} onRetry={reload} />
      ) : data === undefined ? (
        <Loading rows={10} />
      ) : (
        <Paper number={number} paper={data.questions} />
      )}
    </div>
  )
}

function Paper({ number, paper }: { number: number; paper: Output<'training.mockPaper'>['questions'] }) {
  const { t } = useTranslation('lessons')
  const questions = paper.map(({ question }) => question)
  const answers = useAnswers(questions)
  const minutes = useMinutes(answers.left > 0)
  const result = scoreQuiz(questions, answers.chosen)
  return (
    <div className="mock-paper">
      <p className="soft">{t('mock.questions', { number, total: questions.length })}</p>
      <p className="soft">{t('mock.time', { minutes, usual: mockPaperMinutes })}</p>
      <p className="soft">{t('quiz.rule')}</p>
      <ol className="questions">
        {paper.map(({ question, figure }, index) => (
          <PaperQuestion key={question.id} question={question} figure={figure} index={index} answers={answers} />
        ))}
      </ol>
      <div className="row quiz-foot">
        {answers.left > 0 ? (
          <span className="soft">{t('quiz.left', { left: answers.left })}</span>
        ) : (
          <>
            <QuizOutcome {...result} onAgain={answers.restart} />
            <KeepScore number={number} minutes={minutes} {...result} />
          </>
        )}
        <Button className="end" onClick={openNewPaper}>
          {t('mock.other')}
        </Button>
      </div>
    </div>
  )
}

type PaperItem = Output<'training.mockPaper'>['questions'][number]

interface PaperQuestionProps extends Pick<PaperItem, 'question' | 'figure'> {
  index: number
  answers: ReturnType<typeof useAnswers>
}

function PaperQuestion({ question, figure, index, answers }: PaperQuestionProps) {
  const text = useLessonText(figure)
  return (
    <QuestionCard
      question={question}
      number={index + 1}
      chosen={answers.chosen[question.id] ?? []}
      checked={answers.checked.has(question.id)}
      onChoose={(chosen) => answers.choose(question.id, chosen)}
      onCheck={() => answers.check(question.id)}
      text={text}
    />
  )
}

/** Whole minutes since the paper was opened, while it runs. */
function useMinutes(running: boolean): number {
  const [start] = useState(() => Date.now())
  const [minutes, setMinutes] = useState(0)
  useEffect(() => {
    if (!running) return undefined
    const timer = setInterval(() => setMinutes(Math.floor((Date.now() - start) / 60_000)), 15_000)
    return () => clearInterval(timer)
  }, [running, start])
  return minutes
}

function KeepScore(props: { number: number; minutes: number; right: number; total: number; score: number }) {
  const { t } = useTranslation('lessons')
  const { message } = App.useApp()
  const { score, ...rest } = props
  const self = useApp((state) => state.status?.settings.selfPartyId ?? null)
  const save = useCommand('training.saveAssessment')
  const [kept, setKept] = useState(false)
  const keep = async (): Promise<void> => {
    if (self === null) return
    const saved = await save.run({
      partyId: self,
      kind: 'mock',
      date: today(),
      part: 'theory',
      score,
      passMark: quizPassMark,
      assessor: asKept(t('mock.assessor')),
      note: asKept(t('mock.note', rest)),
    })
    if (saved === undefined) return
    setKept(true)
    void message.success(t('mock.saved'))
  }
  if (self === null) return <a href={hrefTo('training')}>{t('log.noSelf')}</a>
  return (
    <>
      <Button disabled={kept} loading={save.busy} onClick={() => void keep()}>
        {t(kept ? 'mock.saved' : 'mock.save')}
      </Button>
      {save.error === undefined ? null : <ErrorNote error={save.error} />}
    </>
  )
}
