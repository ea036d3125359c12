import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ProcedureStep, type StepKind, stepKinds } from '../../../shared/disputes/mediation/dates.ts'
import { call } from '../../client.ts'
import { useApp } from '../../shell/app-store.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { today } from '../../ui/due-date.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { UndoBar } from './undo-bar.tsx'
import { useUndo } from './use-undo.ts'

/** Steps of the procedure with their day; terms run from them. */
export function StepsCard({ caseId, steps }: { caseId: string; steps: readonly ProcedureStep[] }) {
  const { t } = useTranslation('mediation')
  const [adding, setAdding] = useState(false)
  const take = useCommand('disputes.voidStep')
  const undo = useUndo()
  const remove = async (step: ProcedureStep): Promise<void> => {
    const place = { caseId, id: step.id }
    if ((await take.run({ ...place, reason: t('ask.takenBack') })) === undefined) return
    undo.offer(async () => {
      await call('disputes.restoreStep', place)
      useApp.getState().changed()
    })
  }
  return (
    <section className="card stack">
      <div className="row">
        <h2>{t('steps.title')}</h2>
        <Button className="end" icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
          {t('steps.add')}
        </Button>
      </div>
      <p className="soft">{t('steps.about')}</p>
      <ul className="lines">
        {steps.map((step) => (
          <li key={step.id}>
            <span>
              <time dateTime={step.date}>{step.date}</time> · {t(`steps.kinds.${step.kind}`)}
            </span>
            <Button
              size="small"
              type="text"
              aria-label={t('steps.remove', { date: step.date, step: t(`steps.kinds.${step.kind}`) })}
              icon={<Icon name="close" size={14} />}
              onClick={() => void remove(step)}
            />
          </li>
        ))}
      </ul>
      <UndoBar undo={undo} text={t('steps.removed')} />
      {take.error === undefined ? null : <ErrorNote error={take.error} />}
      {adding ? <StepDialog caseId={caseId} onClose={() => setAdding(false)} /> : null}
    </section>
  )
}

function StepDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useTranslation('mediation')
  const [kind, setKind] = useState<StepKind>('agreement-signed')
  const [date, setDate] = useState<string | undefined>(today())
  const save = useCommand('disputes.saveStep')
  const submit = async (): Promise<void> => {
    if (date !== undefined && (await save.run({ caseId, kind, date })) !== undefined) onClose()
  }
  return (
    <FormDialog
      title={t('steps.add')}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={save.busy}
      error={save.error}
    >
      <Field label={t('steps.kind')} help={t(`steps.terms.${kind}`)}>
        {(id) => (
          <Select<StepKind>
            id={id}
            value={kind}
            onChange={setKind}
            options={stepKinds.map((value) => ({ value, label: t(`steps.kinds.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('session.date')} problem={date === undefined ? t('session.dateMissing') : undefined}>
        {(id) => <DateInput id={id} value={date} onChange={setDate} />}
      </Field>
    </FormDialog>
  )
}
