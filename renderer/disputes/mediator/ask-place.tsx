import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownCase } from '../../../shared/bundles/contents.ts'
import type { Mediation } from '../../../shared/disputes/mediation/mediator-calls.ts'
import type { Question, SessionNote } from '../../../shared/disputes/mediation/shapes.ts'
import { call } from '../../client.ts'
import { useApp } from '../../shell/app-store.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Status } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { UndoBar } from '../case/undo-bar.tsx'
import { useUndo } from '../case/use-undo.ts'
import { QuestionDialog, SessionDialog } from './ask-dialogs.tsx'
import { WithMediation } from './begin-mediation.tsx'

/** 提问和记录: what is asked of either side, what they answered, and the minutes of sessions. */
export function AskPlace({ id, file }: { id: string; file: ShownCase }) {
  return (
    <>
      <AnswersCard answers={file.answers ?? []} />
      <WithMediation id={id}>
        {(mediation) => (
          <>
            <QuestionsCard id={id} file={file} questions={mediation.questions} />
            <SessionsCard id={id} sessions={mediation.sessions} file={file} />
          </>
        )}
      </WithMediation>
    </>
  )
}

/** What the applicant answered to questions of an earlier reply; it came with this file. */
function AnswersCard({ answers }: { answers: NonNullable<ShownCase['answers']> }) {
  const { t } = useTranslation('mediation')
  if (answers.length === 0) return null
  return (
    <section className="card">
      <h2>{t('ask.cameAlong')}</h2>
      <ul className="ask-list">
        {answers.map((one) => (
          <li key={one.questionId}>
            <p className="mediator-words soft">{one.question}</p>
            <p className="mediator-words">{one.answer}</p>
            <span className="soft">{t('ask.answered', { date: one.answeredOn })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Runs the way back from something taken away. */
async function bringBack(
  name: 'disputes.restoreQuestion' | 'disputes.restoreSession',
  input: { bundleId: string; id: string },
) {
  await call(name, input)
  useApp.getState().changed()
}

function QuestionsCard({ id, file, questions }: { id: string; file: ShownCase; questions: Mediation['questions'] }) {
  const { t } = useTranslation('mediation')
  const [edited, setEdited] = useState<Question | 'new'>()
  const take = useCommand('disputes.voidQuestion')
  const undo = useUndo()
  const remove = async (question: Question): Promise<void> => {
    const place = { bundleId: id, id: question.id }
    if ((await take.run({ ...place, reason: t('ask.takenBack') })) !== undefined)
      undo.offer(() => bringBack('disputes.restoreQuestion', place))
  }
  return (
    <section className="card stack">
      <div className="row">
        <h2>{t('ask.questions')}</h2>
        <Button className="end" icon={<Icon name="plus" size={16} />} onClick={() => setEdited('new')}>
          {t('ask.add')}
        </Button>
      </div>
      {questions.length === 0 ? <p className="soft">{t('ask.none')}</p> : null}
      <ul className="ask-list">
        {questions.map((question) => (
          <li key={question.id}>
            <div className="row">
              <b>{t(`ask.to.${question.to}`)}</b>
              <span className="soft">
                {question.claimId === null ? '' : t('ask.about', { what: t(`kinds.${question.claimId}`) })}
                {question.exhibitNumber === null ? '' : t('ask.aboutExhibit', { number: question.exhibitNumber })}
              </span>
              {question.answeredOn === null ? (
                <Status tone="warn">{t('ask.open')}</Status>
              ) : (
                <Status tone="good">{t('ask.answered', { date: question.answeredOn })}</Status>
              )}
              <span className="end">
                <Button size="small" type="text" onClick={() => setEdited(question)}>
                  {t('ask.edit')}
                </Button>
                <Button
                  size="small"
                  type="text"
                  aria-label={t('ask.remove', { text: question.text })}
                  icon={<Icon name="close" size={14} />}
                  onClick={() => void remove(question)}
                />
              </span>
            </div>
            <p className="mediator-words">{question.text}</p>
            {question.answer === '' ? null : <p className="mediator-words ask-answer">{question.answer}</p>}
          </li>
        ))}
      </ul>
      <UndoBar undo={undo} text={t('ask.removed')} />
      {take.error === undefined ? null : <ErrorNote error={take.error} />}
      {edited === undefined ? null : (
        <QuestionDialog id={id} file={file} question={edited} onClose={() => setEdited(undefined)} />
      )}
    </section>
  )
}

function SessionsCard({ id, sessions, file }: { id: string; sessions: Mediation['sessions']; file: ShownCase }) {
  const { t } = useTranslation('mediation')
  const [edited, setEdited] = useState<SessionNote | 'new'>()
  const take = useCommand('disputes.voidSession')
  const undo = useUndo()
  const remove = async (session: SessionNote): Promise<void> => {
    const place = { bundleId: id, id: session.id }
    if ((await take.run({ ...place, reason: t('ask.takenBack') })) !== undefined)
      undo.offer(() => bringBack('disputes.restoreSession', place))
  }
  return (
    <section className="card stack">
      <div className="row">
        <h2>{t('session.title')}</h2>
        <Button className="end" icon={<Icon name="plus" size={16} />} onClick={() => setEdited('new')}>
          {t('session.add')}
        </Button>
      </div>
      {sessions.length === 0 ? <p className="soft">{t('session.none')}</p> : null}
      <ul className="ask-list">
        {sessions.map((session) => (
          <li key={session.id}>
            <div className="row">
              <b>{session.date}</b>
              <span className="soft">
                {[session.place, session.attendees].filter((part) => part !== '').join(' · ')}
              </span>
              <span className="end">
                <Button size="small" type="text" onClick={() => setEdited(session)}>
                  {t('findings.change')}
                </Button>
                <Button
                  size="small"
                  type="text"
                  aria-label={t('session.remove', { date: session.date })}
                  icon={<Icon name="close" size={14} />}
                  onClick={() => void remove(session)}
                />
              </span>
            </div>
            <p className="mediator-words">{session.minutes}</p>
          </li>
        ))}
      </ul>
      <UndoBar undo={undo} text={t('session.removed')} />
      {take.error === undefined ? null : <ErrorNote error={take.error} />}
      {edited === undefined ? null : (
        <SessionDialog id={id} file={file} session={edited} onClose={() => setEdited(undefined)} />
      )}
    </section>
  )
}
