import { Checkbox, Input, InputNumber, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Job,
  jobs,
  type Level,
  levels,
  type OccupationRow,
  occupationRowSchema,
  type RowOf,
  type Track,
  tracks,
  type Words,
} from '../../../shared/training/occupation.ts'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useDataWords } from '../words.ts'

/** A row of the person's own, to add or in place of a built-in one. Words typed in one language stand in both. */
export function RowForm({ row: start, onClose }: { row: OccupationRow; onClose: () => void }) {
  const { t } = useTranslation('training-plan')
  const words = useDataWords()
  const [row, setRow] = useState<OccupationRow>(start)
  const [source, setSource] = useState(start.origin === 'own' ? words(start.source) : '')
  const [tried, setTried] = useState(false)
  const save = useCommand('training.saveOccupationRow')
  const complete: unknown = { ...row, origin: 'own', verified: 'own', source: both(source.trim()) }
  const parsed = occupationRowSchema.safeParse(complete)
  const submit = async (): Promise<void> => {
    setTried(true)
    if (!parsed.success) return
    if ((await save.run({ row: parsed.data })) !== undefined) onClose()
  }
  return (
    <FormDialog
      title={t('standard.dialog', { section: t(`standard.sections.${row.section}`) })}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={save.busy}
      error={save.error}
    >
      <RowFields row={row} onChange={setRow} />
      <Field label={t('standard.sourceField')} problem={tried && !parsed.success ? t('standard.problem') : undefined}>
        {(id) => <Input id={id} maxLength={200} value={source} onChange={(event) => setSource(event.target.value)} />}
      </Field>
    </FormDialog>
  )
}

function both(text: string): Words {
  return { zh: text, en: text }
}

interface RowFieldsProps<R extends OccupationRow> {
  row: R
  onChange: (row: R) => void
}

function RowFields({ row, onChange }: RowFieldsProps<OccupationRow>): ReactNode {
  switch (row.section) {
    case 'job':
      return <LevelsField value={row.levels} onChange={(chosen) => onChange({ ...row, levels: chosen })} />
    case 'hours':
      return <HoursFields row={row} onChange={onChange} />
    case 'lesson':
      return <NumberField label="minutes" value={row.minutes} onChange={(minutes) => onChange({ ...row, minutes })} />
    case 'part':
      return (
        <NumberField label="passMark" value={row.passMark} onChange={(passMark) => onChange({ ...row, passMark })} />
      )
    case 'path':
      return <PathFields row={row} onChange={onChange} />
    case 'function':
      return <FunctionFields row={row} onChange={onChange} />
    case 'unit':
      return <UnitFields row={row} onChange={onChange} />
    default:
      return null
  }
}

interface NumberFieldProps {
  label: 'hours' | 'minutes' | 'passMark' | 'years'
  value: number | null
  onChange: (value: number) => void
}

function NumberField({ label, value, onChange }: NumberFieldProps) {
  const { t } = useTranslation('training-plan')
  return (
    <Field label={t(`standard.${label}`)}>
      {(id) => (
        <InputNumber
          id={id}
          min={0}
          max={2000}
          precision={0}
          value={value}
          onChange={(typed) => onChange(typed ?? 0)}
        />
      )}
    </Field>
  )
}

function WordsField({
  label,
  value,
  onChange,
}: {
  label: 'words' | 'name' | 'canDo'
  value: Words
  onChange: (words: Words) => void
}) {
  const { t, i18n } = useTranslation('training-plan')
  return (
    <Field label={t(`standard.${label}`)}>
      {(id) => (
        <Input
          id={id}
          maxLength={200}
          value={i18n.language === 'en' ? value.en : value.zh}
          onChange={(event) => onChange(both(event.target.value))}
        />
      )}
    </Field>
  )
}

function JobField({ value, onChange }: { value: Job; onChange: (job: Job) => void }) {
  const { t } = useTranslation('training')
  return (
    <Field label={t('record.job')}>
      {(id) => (
        <Select<Job>
          id={id}
          value={value}
          onChange={onChange}
          options={jobs.map((job) => ({ value: job, label: t(`jobs.${job}`) }))}
        />
      )}
    </Field>
  )
}

function LevelField({ value, onChange }: { value: Level; onChange: (level: Level) => void }) {
  const { t } = useTranslation('training')
  return (
    <Field label={t('record.level')}>
      {(id) => (
        <Select<Level>
          id={id}
          value={value}
          onChange={onChange}
          options={levels.map((level) => ({ value: level, label: t(`levels.${level}`) }))}
        />
      )}
    </Field>
  )
}

function LevelsField({ value, onChange }: { value: Level[]; onChange: (levels: Level[]) => void }) {
  const { t } = useTranslation('training-plan')
  return (
    <Field label={t('standard.levels')}>
      {(id) => (
        <Select<Level[]>
          id={id}
          mode="multiple"
          value={value}
          onChange={onChange}
          options={levels.map((level) => ({ value: level, label: t(`training:levels.${level}`) }))}
        />
      )}
    </Field>
  )
}

function HoursFields({ row, onChange }: RowFieldsProps<RowOf<'hours'>>) {
  return (
    <>
      {row.job === null ? null : (
        <div className="form-pair">
          <JobField value={row.job} onChange={(job) => onChange({ ...row, job })} />
          <LevelField value={row.level} onChange={(level) => onChange({ ...row, level })} />
        </div>
      )}
      <NumberField label="hours" value={row.hours} onChange={(hours) => onChange({ ...row, hours })} />
    </>
  )
}

function PathFields({ row, onChange }: RowFieldsProps<RowOf<'path'>>) {
  const { t } = useTranslation('training-plan')
  const { level, training, words } = row
  return (
    <>
      <WordsField
        label="words"
        value={words}
        onChange={(typed) => onChange({ ...row, words: typed, isComplete: true })}
      />
      <div className="form-pair">
        <LevelField value={level} onChange={(chosen) => onChange({ ...row, level: chosen })} />
        <NumberField
          label="years"
          value={row.years}
          onChange={(years) => onChange({ ...row, years: years === 0 ? null : years, isComplete: true })}
        />
      </div>
      <Checkbox checked={training} onChange={(event) => onChange({ ...row, training: event.target.checked })}>
        {t('standard.training')}
      </Checkbox>
    </>
  )
}

function FunctionFields({ row, onChange }: RowFieldsProps<RowOf<'function'>>) {
  return (
    <>
      <JobField value={row.job} onChange={(job) => onChange({ ...row, job })} />
      <LevelsField value={row.levels} onChange={(chosen) => onChange({ ...row, levels: chosen })} />
      <WordsField label="name" value={row.name} onChange={(name) => onChange({ ...row, name })} />
    </>
  )
}

function UnitFields({ row, onChange }: RowFieldsProps<RowOf<'unit'>>) {
  const { t } = useTranslation('training-plan')
  return (
    <>
      <WordsField label="name" value={row.name} onChange={(name) => onChange({ ...row, name })} />
      <div className="form-pair">
        <Field label={t('standard.track')}>
          {(id) => (
            <Select<Track>
              id={id}
              value={row.track}
              onChange={(track) => onChange({ ...row, track })}
              options={tracks.map((track) => ({ value: track, label: t(`training:tracks.${track}`) }))}
            />
          )}
        </Field>
        <NumberField label="hours" value={row.hours} onChange={(hours) => onChange({ ...row, hours })} />
      </div>
      <WordsField label="canDo" value={row.canDo} onChange={(canDo) => onChange({ ...row, canDo })} />
    </>
  )
}
