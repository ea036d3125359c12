import { useTranslation } from 'react-i18next'
import type { LessonRow } from '../../../shared/training/learning-calls.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Status } from '../../ui/status.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { hrefToLesson } from './learn-address.ts'
import { MockCard } from './mock-card.tsx'
import { useLessonText } from './use-lesson-text.ts'

/** The lessons by track, each with what of it is done. */
export function LessonList() {
  const { t } = useTranslation('lessons')
  const { data, error, reload } = useQuery('training.lessons', {})
  if (error !== undefined) return <ErrorNote error={error} onRetry={reload} />
  if (data === undefined) return <Loading />
  const { lessons } = data
  const tracks = [...new Set(lessons.map(({ track }) => track))]
  const done = lessons.filter(isDone).length
  return (
    <div className="stack learn">
      <div className="learn-intro">
        <p>{t('intro')}</p>
        <p className="soft">
          {t('list.done')} {t('list.progress', { done, total: lessons.length })}
        </p>
      </div>
      {tracks.map((track) => (
        <section key={track} aria-label={t(`tracks.${track}`)}>
          <h2 className="learn-track">{t(`tracks.${track}`)}</h2>
          <ul className="lesson-cards">
            {lessons
              .filter((lesson) => lesson.track === track)
              .map((lesson) => (
                <LessonCard key={lesson.id} lesson={lesson} />
              ))}
          </ul>
        </section>
      ))}
      <MockCard />
      <p className="soft">{t('list.mine')}</p>
    </div>
  )
}

/** Read, passed and practised. */
export function isDone(lesson: LessonRow): boolean {
  return lesson.readAt !== null && lesson.passed && lesson.taskDoneOn !== null
}

function LessonCard({ lesson }: { lesson: LessonRow }) {
  const { t } = useTranslation('lessons')
  const text = useLessonText()
  return (
    <li className="card lesson-card">
      <p className="row soft">
        <span className="lesson-code">{lesson.code}</span>
        <span>{t('list.minutes', { count: lesson.minutes })}</span>
        {isDone(lesson) ? <Icon name="check" size={16} className="lesson-done" /> : null}
      </p>
      <h3>
        <a href={hrefToLesson(lesson.id)} className="lesson-link">
          {text(lesson.title)}
        </a>
      </h3>
      <p className="soft">{text(lesson.goal)}</p>
      <LessonSteps lesson={lesson} />
    </li>
  )
}

/** The three steps of a lesson and its time in the log, each in words. */
export function LessonSteps({ lesson }: { lesson: LessonRow }) {
  const { t } = useTranslation('lessons')
  const { bestScore: score, passed, readAt, taskDoneOn, loggedMinutes } = lesson
  return (
    <p className="row lesson-steps">
      <Status tone={readAt === null ? 'plain' : 'good'}>{t(readAt === null ? 'step.notRead' : 'step.read')}</Status>
      <Status tone={passed ? 'good' : score === null ? 'plain' : 'warn'}>
        {score === null ? t('step.noQuiz') : t(passed ? 'step.quiz' : 'step.quizFailed', { score })}
      </Status>
      <Status tone={taskDoneOn === null ? 'plain' : 'good'}>
        {taskDoneOn === null ? t('step.noTask') : t('step.task', { date: taskDoneOn })}
      </Status>
      {loggedMinutes === 0 ? null : (
        <Status tone="plain" icon="clock">
          {t('step.logged', { minutes: loggedMinutes })}
        </Status>
      )}
    </p>
  )
}
