import { Button, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { Field } from '../../../ui/field.tsx'
import type { Task } from './use-task.ts'

interface RecordPickerProps {
  label: string
  options: { value: string; label: string }[]
  value: string | undefined
  onChange: (value: string) => void
  problem: string | undefined
}

/** One of the person's own records. */
export function RecordPicker({ label, options, value, onChange, problem }: RecordPickerProps) {
  const { t } = useTranslation('lessons')
  return (
    <Field label={label} problem={problem}>
      {(id) => (
        <Select
          id={id}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('task.record')}
          options={options}
          {...(value === undefined ? {} : { value })}
          onChange={onChange}
        />
      )}
    </Field>
  )
}

/** No record of the kind that the task needs: why, and where to make one. */
export function NoRecord({ text, go, href }: { text: string; go: string; href: string }) {
  return (
    <div className="note note-plain">
      <p>{text}</p>
      <p>
        <a href={href}>{go}</a>
      </p>
    </div>
  )
}

interface NoteFieldProps {
  value: string
  onChange: (note: string) => void
  example: string
  problem?: string | undefined
}

export function NoteField({ value, onChange, example, problem }: NoteFieldProps) {
  const { t } = useTranslation('lessons')
  return (
    <Field label={t('task.note')} problem={problem}>
      {(id) => (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={2000}
          value={value}
          placeholder={example}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

interface TaskFootProps {
  task: Pick<Task, 'busy' | 'error'>
  onSave: () => void
  children?: ReactNode
}

export function TaskFoot({ task: { busy, error }, onSave, children }: TaskFootProps) {
  const { t } = useTranslation('lessons')
  return (
    <>
      {error === undefined ? null : <ErrorNote error={error} />}
      <div className="row">
        <Button type="primary" loading={busy} onClick={onSave}>
          {t('task.save')}
        </Button>
        {children}
      </div>
    </>
  )
}
