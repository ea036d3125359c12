import { Button, Checkbox, Input, InputNumber, Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mediation } from '../../../shared/disputes/mediation/mediator-calls.ts'
import type { MediationWords } from '../../../shared/disputes/mediation/shapes.ts'
import { saveFile } from '../../client.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { DueDate } from '../../ui/due-date.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Status } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { PaperPages } from '../case/paper-pages.tsx'
import { AnswerMaker } from './answer-maker.tsx'
import { WithMediation } from './begin-mediation.tsx'

/** 协议书和交回: what the paper needs, the paper as its pages, and the signed file that goes back. */
export function AgreementPlace({ id }: { id: string }) {
  return (
    <WithMediation id={id}>
      {(mediation) => (
        <>
          <WordsCard id={id} mediation={mediation} />
          <PaperCard id={id} mediation={mediation} />
          <ReplyCard id={id} mediation={mediation} />
        </>
      )}
    </WithMediation>
  )
}

type TextWord = 'committee' | 'mediator' | 'recorder' | 'agreementNumber' | 'account'

function WordsCard({ id, mediation }: { id: string; mediation: Mediation }) {
  const { t } = useTranslation('mediation')
  const save = useCommand('disputes.saveMediation')
  const { words, termEndsOn } = mediation
  const keep = (changes: Partial<MediationWords>): void => void save.run({ bundleId: id, ...changes })
  const text = (key: TextWord, help?: string): ReactNode => (
    <KeptText label={t(`words.${key}`)} help={help} value={words[key]} onKeep={(value) => keep({ [key]: value })} />
  )
  return (
    <section className="card stack">
      <div className="row">
        <h2>{t('words.title')}</h2>
        {termEndsOn === null || words.signedOn !== null ? null : (
          <span className="end row soft">
            {t('words.termEnds')} <DueDate date={termEndsOn} />
          </span>
        )}
      </div>
      <div className="form-pair">
        {text('committee', t('words.committeeHelp'))}
        {text('agreementNumber', t('words.agreementNumberHelp'))}
      </div>
      <div className="form-pair">
        {text('mediator')}
        {text('recorder')}
      </div>
      <div className="form-pair">
        <Field label={t('words.receivedOn')} help={t('words.receivedOnHelp')}>
          {(field) => (
            <DateInput
              id={field}
              clearable
              value={words.receivedOn ?? undefined}
              onChange={(date) => keep({ receivedOn: date ?? null })}
            />
          )}
        </Field>
        <Field label={t('words.signedOn')} help={t('words.signedOnHelp')}>
          {(field) => (
            <DateInput
              id={field}
              clearable
              value={words.signedOn ?? undefined}
              onChange={(date) => keep({ signedOn: date ?? null })}
            />
          )}
        </Field>
      </div>
      <Checkbox checked={words.isExtended} onChange={(event) => keep({ isExtended: event.target.checked })}>
        {t('words.isExtended')}
      </Checkbox>
      {text('account', t('words.accountHelp'))}
      <div className="row">
        <Radio.Group
          aria-label={t('words.late')}
          value={words.late}
          onChange={(event) => keep({ late: event.target.value as MediationWords['late'] })}
          options={(['all-due', 'law-only'] as const).map((value) => ({ value, label: t(`words.lates.${value}`) }))}
        />
        <label className="row end">
          {t('words.copies')}
          <InputNumber
            min={1}
            max={99}
            precision={0}
            value={words.copies}
            onChange={(copies) => copies !== null && keep({ copies })}
          />
        </label>
      </div>
      {save.error === undefined ? null : <ErrorNote error={save.error} />}
    </section>
  )
}

interface KeptTextProps {
  label: string
  help: string | undefined
  value: string
  onKeep: (value: string) => void
}

/** A text that is kept when its field is left. */
function KeptText({ label, help, value, onKeep }: KeptTextProps) {
  const [text, setText] = useState(value)
  return (
    <Field label={label} help={help}>
      {(field) => (
        <Input
          id={field}
          maxLength={100}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => text !== value && onKeep(text)}
          onPressEnter={(event) => event.currentTarget.blur()}
        />
      )}
    </Field>
  )
}

function PaperCard({ id, mediation }: { id: string; mediation: Mediation }) {
  const { t } = useTranslation('mediation')
  const preview = useQuery('disputes.mediationPaper', { bundleId: id, format: 'html' })
  const make = useCommand('disputes.mediationPaper')
  const note = useCommand('disputes.noteAgreement')
  const { dataSha256, lastMade } = mediation.agreement
  const save = async (format: 'pdf' | 'docx'): Promise<void> => {
    const made = await make.run({ bundleId: id, format })
    if (made === undefined) return
    saveFile(made.file)
    await note.run({ bundleId: id, format, dataSha256 })
  }
  const { undecided } = mediation.proposal
  return (
    <section className="card stack">
      <div className="row">
        <h2>{t('agreement.title')}</h2>
        <span className="end row">
          {(['pdf', 'docx'] as const).map((format) => (
            <Button
              key={format}
              icon={<Icon name="download" size={16} />}
              loading={make.busy}
              onClick={() => void save(format)}
            >
              {t(`agreement.save.${format}`)}
            </Button>
          ))}
        </span>
      </div>
      {lastMade === null ? null : (
        <div className="row soft">
          {t(`agreement.made.${lastMade.format}`, { date: shanghaiClock(lastMade.moment) })}
          <Status tone={lastMade.isCurrent ? 'good' : 'warn'}>
            {t(lastMade.isCurrent ? 'agreement.current' : 'agreement.changed')}
          </Status>
        </div>
      )}
      {undecided === 0 ? null : <p className="note">{t('agreement.undecided', { count: undecided })}</p>}
      {undecided === 0 && mediation.planDifferenceFen !== 0 && mediation.plan.length > 0 ? (
        <p className="note">{t('agreement.planDiffers', { amountFen: mediation.planDifferenceFen })}</p>
      ) : null}
      {make.error === undefined ? null : <ErrorNote error={make.error} />}
      {note.error === undefined ? null : <ErrorNote error={note.error} />}
      {preview.error === undefined ? null : <ErrorNote error={preview.error} onRetry={preview.reload} />}
      {preview.data === undefined ? (
        <Loading rows={8} />
      ) : (
        <PaperPages html={preview.data.text ?? ''} label={t('agreement.title')} />
      )}
    </section>
  )
}

function ReplyCard({ id, mediation }: { id: string; mediation: Mediation }) {
  const { t } = useTranslation('mediation')
  const make = useCommand('disputes.exportReply')
  return (
    <AnswerMaker
      title={t('handBack.title')}
      about={t('handBack.about')}
      label={t('handBack.make')}
      bundleId={id}
      kind="mediation-reply"
      make={make}
      run={() => make.run({ bundleId: id })}
      handedBack={mediation.handedBack}
    />
  )
}
