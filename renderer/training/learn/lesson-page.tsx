import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import { type Lesson, lawOfLesson } from '../../../shared/training/lesson.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { useWide } from '../../ui/use-wide.ts'
import { hrefToLesson, hrefToLessons } from './learn-address.ts'
import { LawList, LessonSection, PassageList, ReadingPlace, scrollToPart } from './lesson-body.tsx'
import { LessonSteps } from './lesson-list.tsx'
import { LessonQuiz } from './lesson-quiz.tsx'
import { LogCard } from './log-card.tsx'
import { PrintedCard } from './printed-card.tsx'
import { TaskCard } from './tasks/task-card.tsx'
import { useLessonText } from './use-lesson-text.ts'
import { WorkedFigure } from './worked-figure.tsx'

type LessonView = Output<'training.lesson'>

/** One lesson: goal, text, worked figure, checklist, quiz, practice, and its time for the log. */
export function LessonPage({ id }: { id: string }) {
  const { data, error, reload } = useQuery('training.lesson', { id })
  if (error !== undefined) return <ErrorNote error={error} onRetry={reload} />
  if (data === undefined) return <Loading rows={10} />
  return <Opened view={data} />
}

function Opened({ view }: { view: LessonView }) {
  const { t } = useTranslation('lessons')
  const { lesson, progress } = view
  const text = useLessonText(lesson.figure)
  const wide = useWide()
  return (
    <ReadingPlace text={text} law={lawOfLesson(lesson)}>
      <div className="learn lesson-page">
        <BackLink href={hrefToLessons()} text={t('page.back')} />
        <div className="lesson-columns">
          <article className="lesson" aria-labelledby="lesson-title">
            <header className="lesson-head">
              <p className="row soft">
                <span className="lesson-code">{lesson.code}</span>
                <span>{t('list.minutes', { count: lesson.minutes })}</span>
                <span>{t('page.edition', { edition: lesson.edition })}</span>
              </p>
              <h2 id="lesson-title" className="lesson-title">
                {text(lesson.title)}
              </h2>
              <p className="lesson-goal">
                <span className="soft">{t('page.goal')}</span>
                <br />
                {text(lesson.goal)}
              </p>
              <LessonSteps lesson={progress} />
            </header>
            {wide ? null : <Contents lesson={lesson} folded />}
            <Part id="keyPoints" title={t('page.keyPoints')}>
              <PassageList passages={lesson.keyPoints} />
            </Part>
            {lesson.sections.map((section) => (
              <LessonSection key={section.id} section={section} />
            ))}
            <Part id="figure" title={t('page.figure')}>
              <WorkedFigure figure={lesson.figure} />
            </Part>
            <Part id="checklist" title={t('page.checklist')}>
              <PassageList passages={lesson.checklist} checks />
            </Part>
            <ReadMark id={lesson.id} readAt={progress.readAt} />
            <Part id="quiz" title={t('page.quiz')}>
              <LessonQuiz lesson={lesson} bestScore={progress.bestScore} />
            </Part>
            <Part id="task" title={t('page.task')}>
              <TaskCard lesson={lesson} tasks={view.tasks} />
            </Part>
            <LogCard lesson={lesson} progress={progress} />
            <LawList />
            <NextLesson id={lesson.id} />
          </article>
          {wide ? <Contents lesson={lesson} /> : null}
        </div>
      </div>
      <PrintedCard lesson={lesson} />
    </ReadingPlace>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="lesson-section" aria-labelledby={`part-${id}`}>
      <h3 id={`part-${id}`} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </section>
  )
}

/** Where everything is; the window's address is the app's own, so these are buttons that scroll. */
function Contents({ lesson, folded = false }: { lesson: Lesson; folded?: boolean }) {
  const { t } = useTranslation('lessons')
  const text = useLessonText(lesson.figure)
  const parts = [
    { id: 'keyPoints', title: t('page.keyPoints') },
    ...lesson.sections.map((section) => ({ id: section.id, title: text(section.title) })),
    ...(['figure', 'checklist', 'quiz', 'task'] as const).map((id) => ({ id, title: t(`page.${id}`) })),
  ]
  const list = (
    <>
      <ol>
        {parts.map((part) => (
          <li key={part.id}>
            <button type="button" className="bare-button" onClick={() => scrollToPart(`part-${part.id}`)}>
              {part.title}
            </button>
          </li>
        ))}
      </ol>
      <Button size="small" icon={<Icon name="file" size={15} />} onClick={() => window.print()}>
        {t('page.print')}
      </Button>
    </>
  )
  if (folded) {
    return (
      <details className="card lesson-contents">
        <summary>{t('page.contents')}</summary>
        {list}
      </details>
    )
  }
  return (
    <nav className="lesson-contents" aria-label={t('page.contents')}>
      <p className="soft">{t('page.contents')}</p>
      {list}
    </nav>
  )
}

function ReadMark({ id, readAt }: { id: string; readAt: string | null }) {
  const { t } = useTranslation('lessons')
  const mark = useCommand('training.markLessonRead')
  return (
    <div className="row read-mark">
      {readAt === null ? (
        <Button type="primary" loading={mark.busy} onClick={() => void mark.run({ id })}>
          {t('page.markRead')}
        </Button>
      ) : (
        <>
          <span className="soft">{t('page.isRead', { date: readAt.slice(0, 10) })}</span>
          <Button size="small" type="text" loading={mark.busy} onClick={() => void mark.run({ id, read: false })}>
            {t('page.unread')}
          </Button>
        </>
      )}
      {mark.error === undefined ? null : <ErrorNote error={mark.error} />}
    </div>
  )
}

function NextLesson({ id }: { id: string }) {
  const { t } = useTranslation('lessons')
  const text = useLessonText()
  const { data } = useQuery('training.lessons', {})
  const lessons = data?.lessons ?? []
  const next = lessons[lessons.findIndex((lesson) => lesson.id === id) + 1]
  if (next === undefined || next.id === id) return null
  return (
    <p>
      <a className="row" href={hrefToLesson(next.id)}>
        {t('page.next', { title: text(next.title) })}
        <Icon name="chevron" size={16} />
      </a>
    </p>
  )
}
