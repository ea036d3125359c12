import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownCase } from '../../../shared/bundles/contents.ts'
import type { Question, SessionNote } from '../../../shared/disputes/mediation/shapes.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { today } from '../../ui/due-date.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'

interface QuestionDialogProps {
  id: string
  file: ShownCase
  question: Question | 'new'
  onClose: () => void
}

/** A question to a side, what it is about, and the answer once there is one. */
export function QuestionDialog({ id, file, question, onClose }: QuestionDialogProps) {
  const { t } = useTranslation('mediation')
  const known = question === 'new' ? undefined : question
  const [to, setTo] = useState<Question['to']>(known?.to ?? 'applicant')
  const [about, setAbout] = useState(aboutOf(known))
  const [text, setText] = useState(known?.text ?? '')
  const [answer, setAnswer] = useState(known?.answer ?? '')
  const [tried, setTried] = useState(false)
  const save = useCommand('disputes.saveQuestion')
  const submit = async (): Promise<void> => {
    setTried(true)
    if (text.trim() === '') return
    const [kind, value = ''] = about.split(':')
    const done = await save.run({
      bundleId: id,
      ...(known === undefined ? {} : { id: known.id }),
      to,
      claimId: kind === 'claim' ? value : null,
      exhibitNumber: kind === 'exhibit' ? Number(value) : null,
      text,
      answer,
    })
    if (done !== undefined) onClose()
  }
  return (
    <FormDialog
      title={t(known === undefined ? 'ask.add' : 'ask.edit')}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={save.busy}
      error={save.error}
    >
      <Radio.Group
        aria-label={t('ask.whom')}
        optionType="button"
        value={to}
        onChange={(event) => setTo(event.target.value as Question['to'])}
        options={(['applicant', 'respondent'] as const).map((value) => ({ value, label: t(`ask.to.${value}`) }))}
      />
      <Field label={t('ask.text')} problem={tried && text.trim() === '' ? t('ask.textMissing') : undefined}>
        {(field) => (
          <Input.TextArea
            id={field}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('ask.what')}>
        {(field) => (
          <Select
            id={field}
            value={about}
            onChange={setAbout}
            options={[
              { value: '', label: t('ask.whole') },
              ...file.claims.map((claim) => ({ value: `claim:${claim.id}`, label: t(`kinds.${claim.kind}`) })),
              ...file.evidence.map(({ number, title }) => ({
                value: `exhibit:${number}`,
                label: t('ask.exhibit', { number, title }),
              })),
            ]}
          />
        )}
      </Field>
      {known === undefined ? null : (
        <Field label={t('ask.answer')} help={t('ask.answerHelp')}>
          {(field) => (
            <Input.TextArea
              id={field}
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={10_000}
              value={answer}
              onChange={(event) => setAnswer(event.target.value)}
            />
          )}
        </Field>
      )}
    </FormDialog>
  )
}

function aboutOf(question: Question | undefined): string {
  if (question === undefined) return ''
  if (question.claimId !== null) return `claim:${question.claimId}`
  return question.exhibitNumber === null ? '' : `exhibit:${question.exhibitNumber}`
}

interface SessionDialogProps {
  id: string
  file: ShownCase
  session: SessionNote | 'new'
  onClose: () => void
}

/** A session: day, place, who came, minutes. */
export function SessionDialog({ id, file, session, onClose }: SessionDialogProps) {
  const { t } = useTranslation('mediation')
  const known = session === 'new' ? undefined : session
  const everyone = file.parties.map(({ name }) => name).join('、')
  const [date, setDate] = useState<string | undefined>(known?.date ?? today())
  const [place, setPlace] = useState(known?.place ?? '')
  const [attendees, setAttendees] = useState(known?.attendees ?? everyone)
  const [minutes, setMinutes] = useState(known?.minutes ?? '')
  const [tried, setTried] = useState(false)
  const save = useCommand('disputes.saveSession')
  const submit = async (): Promise<void> => {
    setTried(true)
    if (date === undefined || minutes.trim() === '') return
    const own = known === undefined ? {} : { id: known.id }
    if ((await save.run({ bundleId: id, ...own, date, place, attendees, minutes })) !== undefined) onClose()
  }
  return (
    <FormDialog
      title={t(known === undefined ? 'session.add' : 'session.edit')}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={save.busy}
      error={save.error}
    >
      <div className="form-pair">
        <Field label={t('session.date')} problem={tried && date === undefined ? t('session.dateMissing') : undefined}>
          {(field) => <DateInput id={field} value={date} onChange={setDate} />}
        </Field>
        <Field label={t('session.place')}>
          {(field) => (
            <Input id={field} maxLength={200} value={place} onChange={(event) => setPlace(event.target.value)} />
          )}
        </Field>
      </div>
      <Field label={t('session.attendees')}>
        {(field) => (
          <Input id={field} maxLength={500} value={attendees} onChange={(event) => setAttendees(event.target.value)} />
        )}
      </Field>
      <Field
        label={t('session.minutes')}
        problem={tried && minutes.trim() === '' ? t('session.minutesMissing') : undefined}
      >
        {(field) => (
          <Input.TextArea
            id={field}
            autoSize={{ minRows: 4, maxRows: 14 }}
            maxLength={20_000}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}
