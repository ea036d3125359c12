import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import type { ContractFile } from '../../../shared/contracts/hand-over.ts'
import { saveFile } from '../../client.ts'
import { hrefTo } from '../../shell/route.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { today } from '../../ui/due-date.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Status } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { ScopeFields } from '../header-fields.tsx'
import type { Remarks } from './clause-remark.tsx'

interface AnswerFormProps {
  bundleId: string
  file: ContractFile
  review: Output<'contracts.review'>
  unread: number
  remarks: Remarks
}

/** The answer: accept with one's name and date, or decline with reasons; then the file that goes back. */
export function AnswerForm(props: AnswerFormProps) {
  const { t } = useTranslation('handover')
  const { answer } = props.review
  return (
    <section className="card stack" aria-label={t('answer.title')}>
      <h2>{t('answer.title')}</h2>
      {answer === null ? null : <Answered bundleId={props.bundleId} answer={answer} />}
      {answer?.decision === 'accepted' || !props.review.contentOk ? null : <AnswerFields {...props} />}
    </section>
  )
}

function Answered({
  bundleId,
  answer,
}: {
  bundleId: string
  answer: NonNullable<AnswerFormProps['review']['answer']>
}) {
  const { t } = useTranslation('handover')
  const make = useCommand('contracts.exportAcceptance')
  const isAccepted = answer.decision === 'accepted'
  return (
    <>
      <p>
        <Status tone={isAccepted ? 'good' : 'warn'}>
          {t(isAccepted ? 'answer.accepted' : 'answer.declined', { by: answer.by, date: answer.date })}
        </Status>
      </p>
      <div className="row">
        <Button
          type="primary"
          icon={<Icon name="download" size={16} />}
          loading={make.busy}
          onClick={() => void make.run({ bundleId }).then((made) => made !== undefined && saveFile(made.file))}
        >
          {t('answer.export')}
        </Button>
        {answer.contractId === null ? null : (
          <Button href={hrefTo('contracts', { contract: answer.contractId })}>{t('answer.openContract')}</Button>
        )}
      </div>
      {make.error === undefined ? null : <ErrorNote error={make.error} />}
    </>
  )
}

function AnswerFields({ bundleId, file: { content }, review, unread, remarks }: AnswerFormProps) {
  const { t } = useTranslation('handover')
  const [self, setSelf] = useState<'payer' | 'payee'>(review.self ?? 'payee')
  const [by, setBy] = useState('')
  const [date, setDate] = useState<string | undefined>(today())
  const [note, setNote] = useState('')
  const [scope, setScope] = useState(content.scope)
  const [tried, setTried] = useState(false)
  const accept = useCommand('contracts.acceptReceived')
  const decline = useCommand('contracts.declineReceived')
  const said = [...remarks].flatMap(([clauseId, text]) => (text.trim() === '' ? [] : [{ clauseId, text }]))
  const answer = async (isAccepting: boolean): Promise<void> => {
    setTried(true)
    if (by.trim() === '' || date === undefined) return
    const input = { bundleId, by, date, note, remarks: said }
    if (isAccepting) await accept.run({ ...input, self, ...(content.terms === null ? {} : { scope }) })
    else await decline.run(input)
  }
  const error = accept.error ?? decline.error
  const { parties } = content.built
  const markOf = (side: 'payer' | 'payee'): string =>
    parties.find(({ party }) => party?.name === content[side].name)?.mark ?? ''
  return (
    <>
      <div className="form-pair">
        <div className="field">
          <span>{t('answer.side')}</span>
          <Radio.Group
            className="answer-sides"
            aria-label={t('answer.side')}
            value={self}
            onChange={(event) => setSelf(event.target.value as 'payer' | 'payee')}
            options={(['payee', 'payer'] as const).map((side) => ({
              value: side,
              label: t('answer.sideOf', { mark: markOf(side), name: content[side].name }),
            }))}
          />
        </div>
        <Field label={t('answer.date')}>{(id) => <DateInput id={id} value={date} onChange={setDate} />}</Field>
      </div>
      <div className="form-pair">
        <Field
          label={t('answer.by')}
          help={t('answer.byHelp')}
          problem={tried && by.trim() === '' ? t('answer.missingBy') : undefined}
        >
          {(id) => <Input id={id} value={by} maxLength={200} onChange={(event) => setBy(event.target.value)} />}
        </Field>
        <Field label={t('answer.note')}>
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize={{ minRows: 1, maxRows: 6 }}
              value={note}
              maxLength={2000}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </div>
      {content.terms === null || review.amendsId !== null ? null : (
        <>
          <ScopeFields scope={scope} onChange={setScope} />
          <p className="soft">{t('answer.scopeHelp')}</p>
        </>
      )}
      {unread === 0 ? null : <p className="note">{t('answer.unread', { count: unread })}</p>}
      {error === undefined ? null : <ErrorNote error={error} />}
      <div className="answer-choices">
        <div>
          <Button
            type="primary"
            size="large"
            disabled={unread > 0}
            loading={accept.busy}
            onClick={() => void answer(true)}
          >
            {t('answer.acceptAction')}
          </Button>
          <p className="soft">{t('answer.acceptText')}</p>
        </div>
        <div>
          <Button size="large" loading={decline.busy} onClick={() => void answer(false)}>
            {t('answer.declineAction')}
          </Button>
          <p className="soft">{t('answer.declineText')}</p>
        </div>
      </div>
    </>
  )
}
