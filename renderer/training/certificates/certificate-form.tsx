import { Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../../shared/training/records.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { EvidenceField, useChosenEvidence } from '../../ui/evidence-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { TargetFields } from '../target-fields.tsx'

interface CertificateFormProps {
  partyId: string
  known: Certificate | undefined
  onClose: () => void
}

type Draft = Pick<Certificate, 'title' | 'number' | 'issuer' | 'job' | 'level' | 'checkResult'> &
  Record<'issuedOn' | 'expiresOn' | 'checkedOn', string | undefined> & { remindDays: number | null }

function draftOf(known: Certificate | undefined): Draft {
  return {
    title: known?.title ?? '',
    number: known?.number ?? '',
    issuer: known?.issuer ?? '',
    job: known?.job ?? null,
    level: known?.level ?? null,
    checkResult: known?.checkResult ?? '',
    issuedOn: known?.issuedOn,
    expiresOn: known?.expiresOn ?? undefined,
    checkedOn: known?.checkedOn ?? undefined,
    remindDays: known?.remindDays ?? 60,
  }
}

/** A certificate to add or to change. */
export function CertificateForm({ partyId, known, onClose }: CertificateFormProps) {
  const { t } = useTranslation('training')
  const [draft, setDraft] = useState(() => draftOf(known))
  const [tried, setTried] = useState(false)
  const proof = useChosenEvidence(known?.evidenceIds)
  const save = useCommand('training.saveCertificate')
  const { data } = useQuery('training.occupation', {})
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }))
  const submit = async (): Promise<void> => {
    setTried(true)
    const { issuedOn, expiresOn, checkedOn, remindDays, ...words } = draft
    if (words.title.trim() === '' || issuedOn === undefined) return
    const saved = await save.run({
      ...(known === undefined ? { partyId } : { id: known.id }),
      ...words,
      issuedOn,
      expiresOn: expiresOn ?? null,
      checkedOn: checkedOn ?? null,
      remindDays: remindDays ?? 0,
      evidenceIds: proof.ids,
    })
    if (saved !== undefined) onClose()
  }
  const text = (key: 'title' | 'number' | 'issuer' | 'checkResult', label: string, problem?: string, help?: string) => (
    <Field label={label} problem={problem} help={help}>
      {(id) => (
        <Input id={id} maxLength={200} value={draft[key]} onChange={(event) => change({ [key]: event.target.value })} />
      )}
    </Field>
  )
  return (
    <FormDialog
      title={t(known === undefined ? 'certificates.add' : 'certificates.edit')}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={save.busy}
      error={save.error}
    >
      {text(
        'title',
        t('certificates.name'),
        tried && draft.title.trim() === '' ? t('certificates.nameProblem') : undefined,
      )}
      <div className="form-pair">
        {text('number', t('certificates.number'))}
        {text('issuer', t('certificates.issuer'))}
      </div>
      <TargetFields optional target={draft} rows={data?.rows ?? []} onChange={change} />
      <div className="form-pair">
        <Field
          label={t('certificates.issuedOn')}
          problem={tried && draft.issuedOn === undefined ? t('certificates.issuedOnProblem') : undefined}
        >
          {(id) => <DateInput id={id} value={draft.issuedOn} onChange={(issuedOn) => change({ issuedOn })} />}
        </Field>
        <Field label={t('certificates.expiresOn')}>
          {(id) => (
            <DateInput id={id} clearable value={draft.expiresOn} onChange={(expiresOn) => change({ expiresOn })} />
          )}
        </Field>
      </div>
      {draft.expiresOn === undefined ? null : (
        <Field label={t('certificates.remindDays')}>
          {(id) => (
            <InputNumber
              id={id}
              min={0}
              max={730}
              precision={0}
              value={draft.remindDays}
              onChange={(remindDays) => change({ remindDays })}
            />
          )}
        </Field>
      )}
      <div className="form-pair">
        {text('checkResult', t('certificates.check'), undefined, t('certificates.checkHelp'))}
        <Field label={t('certificates.checkedOn')}>
          {(id) => (
            <DateInput id={id} clearable value={draft.checkedOn} onChange={(checkedOn) => change({ checkedOn })} />
          )}
        </Field>
      </div>
      <EvidenceField label={t('record.proof')} kind="other" {...proof.field} />
    </FormDialog>
  )
}
