import { Input, InputNumber, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AssessmentPart, assessmentParts, rowsOf } from '../../../shared/training/occupation.ts'
import type { Assessment } from '../../../shared/training/records.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { today } from '../../ui/due-date.tsx'
import { EvidenceField, useChosenEvidence } from '../../ui/evidence-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { type Target, TargetFields } from '../target-fields.tsx'

interface AssessmentFormProps {
  partyId: string
  known: Assessment | undefined
  onClose: () => void
}

/** An assessment to add or to change. The pass mark begins as that of the occupation's data. */
export function AssessmentForm({ partyId, known, onClose }: AssessmentFormProps) {
  const { t } = useTranslation('training')
  const { data } = useQuery('training.occupation', {})
  const rows = data?.rows ?? []
  const [date, setDate] = useState<string | undefined>(known?.date ?? today())
  const [kind, setKind] = useState<Assessment['kind']>(known?.kind ?? 'formal')
  const [part, setPart] = useState<AssessmentPart>(known?.part ?? 'theory')
  const [target, setTarget] = useState<Target>({ job: known?.job ?? null, level: known?.level ?? null })
  const [score, setScore] = useState<number | null>(known?.score ?? null)
  const [typedMark, setTypedMark] = useState<number | null | undefined>(known?.passMark)
  const [assessor, setAssessor] = useState(known?.assessor ?? '')
  const [tried, setTried] = useState(false)
  const proof = useChosenEvidence(known?.evidenceIds)
  const save = useCommand('training.saveAssessment')
  const passMark = typedMark === undefined ? rowsOf(rows, 'part').find((row) => row.part === part)?.passMark : typedMark
  const submit = async (): Promise<void> => {
    setTried(true)
    if (date === undefined || score === null || passMark === null || passMark === undefined) return
    const saved = await save.run({
      ...(known === undefined ? { partyId } : { id: known.id }),
      ...target,
      date,
      kind,
      part,
      score,
      passMark,
      assessor,
      evidenceIds: proof.ids,
    })
    if (saved !== undefined) onClose()
  }
  const mark = (label: string, value: number | null | undefined, onChange: (value: number | null) => void) => (
    <Field
      label={label}
      problem={tried && (value === null || value === undefined) ? t('record.markProblem') : undefined}
    >
      {(id) => <InputNumber id={id} min={0} max={100} precision={1} value={value ?? null} onChange={onChange} />}
    </Field>
  )
  return (
    <FormDialog
      title={t(known === undefined ? 'assessments.add' : 'assessments.edit')}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={save.busy}
      error={save.error}
    >
      <div className="form-pair">
        <Field label={t('assessments.part')}>
          {(id) => (
            <Select<AssessmentPart>
              id={id}
              value={part}
              onChange={setPart}
              options={assessmentParts.map((value) => ({ value, label: t(`parts.${value}`) }))}
            />
          )}
        </Field>
        <Field
          label={t('assessments.date')}
          problem={tried && date === undefined ? t('assessments.dateProblem') : undefined}
        >
          {(id) => <DateInput id={id} value={date} onChange={setDate} />}
        </Field>
      </div>
      <TargetFields optional target={target} rows={rows} onChange={setTarget} />
      <div className="form-pair">
        {mark(t('assessments.score'), score, setScore)}
        {mark(t('assessments.passMark'), passMark, setTypedMark)}
      </div>
      <div className="form-pair">
        <Field label={t('assessments.assessor')}>
          {(id) => (
            <Input id={id} maxLength={200} value={assessor} onChange={(event) => setAssessor(event.target.value)} />
          )}
        </Field>
        <Field label={t('assessments.kind')}>
          {(id) => (
            <Segmented<Assessment['kind']>
              id={id}
              aria-label={t('assessments.kind')}
              value={kind}
              onChange={setKind}
              options={(['formal', 'mock'] as const).map((value) => ({
                value,
                label: t(`assessments.kinds.${value}`),
              }))}
            />
          )}
        </Field>
      </div>
      <EvidenceField label={t('record.proof')} kind="other" {...proof.field} />
    </FormDialog>
  )
}
