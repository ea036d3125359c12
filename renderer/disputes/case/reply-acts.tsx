import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseReply } from '../../../shared/disputes/mediation/party-calls.ts'
import type { Question } from '../../../shared/disputes/mediation/shapes.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { Status } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'

/** Takes the proposal, as the person's own act: it is noted and is no signature. */
export function AcceptProposal({ reply }: { reply: CaseReply }) {
  const { t } = useTranslation('mediation')
  const [note, setNote] = useState('')
  const accept = useCommand('disputes.acceptProposal')
  const { proposal } = reply.reply
  if (proposal === null || proposal.undecided > 0) return <p className="soft">{t('party.notComplete')}</p>
  if (reply.acceptedAt !== null) {
    return (
      <div className="row">
        <Status tone="good">{t('party.accepted', { date: shanghaiClock(reply.acceptedAt) })}</Status>
        <span className="soft">{reply.acceptanceNote}</span>
        <Button
          size="small"
          className="end"
          loading={accept.busy}
          onClick={() => void accept.run({ replyId: reply.id, accepted: false })}
        >
          {t('party.takeBack')}
        </Button>
        {accept.error === undefined ? null : <ErrorNote error={accept.error} />}
      </div>
    )
  }
  return (
    <div className="stack">
      <Field label={t('party.note')} help={t('party.acceptHelp')}>
        {(id) => <Input id={id} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      <div>
        <Button
          type="primary"
          loading={accept.busy}
          onClick={() => void accept.run({ replyId: reply.id, accepted: true, note })}
        >
          {t('party.accept', { totalFen: proposal.totalFen })}
        </Button>
      </div>
      {accept.error === undefined ? null : <ErrorNote error={accept.error} />}
    </div>
  )
}

/** What the mediator asks of this side; each answer is kept beside the reply. Questions to the other side are only shown. */
export function QuestionsToAnswer({ reply }: { reply: CaseReply }) {
  const { t } = useTranslation('mediation')
  const { questions } = reply.reply
  if (questions.length === 0) return null
  return (
    <section className="card stack">
      <h2>{t('readMe.questions')}</h2>
      <p className="soft">{t('party.answersStay')}</p>
      <ul className="ask-list">
        {questions.map((question) => (
          <QuestionItem
            key={question.id}
            replyId={reply.id}
            question={question}
            answer={reply.answers.find(({ questionId }) => questionId === question.id)?.answer ?? ''}
          />
        ))}
      </ul>
    </section>
  )
}

function QuestionItem({ replyId, question, answer }: { replyId: string; question: Question; answer: string }) {
  const { t } = useTranslation('mediation')
  const [text, setText] = useState(answer)
  const save = useCommand('disputes.answerQuestion')
  const keep = (): void => {
    if (text.trim() !== answer) void save.run({ replyId, questionId: question.id, answer: text })
  }
  return (
    <li>
      <div className="row">
        <b>{t(`ask.to.${question.to}`)}</b>
        <span className="soft">
          {question.claimId === null ? '' : t('ask.about', { what: t(`kinds.${question.claimId}`) })}
          {question.exhibitNumber === null ? '' : t('ask.aboutExhibit', { number: question.exhibitNumber })}
        </span>
        {answer === '' && question.to === 'applicant' ? <Status tone="warn">{t('ask.open')}</Status> : null}
      </div>
      <p className="reply-words">{question.text}</p>
      {question.to === 'applicant' ? (
        <Input.TextArea
          aria-label={t('party.answerTo', { text: question.text })}
          autoSize={{ minRows: 1, maxRows: 8 }}
          maxLength={10_000}
          value={text}
          placeholder={t('party.answerHere')}
          onChange={(event) => setText(event.target.value)}
          onBlur={keep}
        />
      ) : null}
      {save.error === undefined ? null : <ErrorNote error={save.error} />}
    </li>
  )
}
