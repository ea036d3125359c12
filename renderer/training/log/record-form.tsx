import { Input, InputNumber, Segmented, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { lessonHours, lessonMinutes, type OccupationRow, rowsOf, tracks } from '../../../shared/training/occupation.ts'
import {
  type TrainingKind,
  trainingKinds,
  trainingModes,
  type TrainingRecord,
} from '../../../shared/training/records.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { today } from '../../ui/due-date.tsx'
import { EvidenceField, useChosenEvidence } from '../../ui/evidence-field.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { TargetFields } from '../target-fields.tsx'
import { useDataWords, useLawWords } from '../words.ts'

type Draft = Pick<
  TrainingRecord,
  'kind' | 'topic' | 'provider' | 'trainer' | 'mode' | 'job' | 'level' | 'skills' | 'score' | 'passMark' | 'note'
> & { date: string | undefined; startTime: string; minutes: number | null; costFen: number | undefined }

interface RecordFormProps {
  /** Whose it is; several when one training was held for all of them. */
  partyIds: readonly string[]
  /** The training to change, or what a new one begins with. */
  start: TrainingRecord | { kind?: TrainingKind }
  onClose: () => void
}

function draftOf(start: RecordFormProps['start']): Draft {
  if ('id' in start) {
    return { ...start, startTime: start.startTime ?? '', costFen: start.costFen ?? undefined }
  }
  return {
    date: today(),
    startTime: '',
    minutes: 90,
    kind: start.kind ?? 'other',
    topic: '',
    provider: '',
    trainer: '',
    mode: 'online',
    job: null,
    level: null,
    skills: [],
    score: null,
    passMark: null,
    costFen: undefined,
    note: '',
  }
}

type Problem = 'topic' | 'minutes' | 'startTime' | 'date' | 'cost'

function problemsOf(draft: Draft): Problem[] {
  return [
    ...(draft.date === undefined ? (['date'] as const) : []),
    ...(draft.topic.trim() === '' ? (['topic'] as const) : []),
    ...(draft.minutes === null ? (['minutes'] as const) : []),
    ...(/^(([01]\d|2[0-3]):[0-5]\d)?$/.test(draft.startTime.trim()) ? [] : (['startTime'] as const)),
    ...(draft.kind === 'special' && draft.costFen === undefined ? (['cost'] as const) : []),
  ]
}

/** A training to log, for one person or for several at once, or one to change. */
export function RecordForm({ partyIds, start, onClose }: RecordFormProps) {
  const { t } = useTranslation('training')
  const known = 'id' in start ? start : undefined
  const [draft, setDraft] = useState(() => draftOf(start))
  const [tried, setTried] = useState(false)
  const proof = useChosenEvidence(known?.evidenceIds)
  const vouchers = useChosenEvidence(known?.voucherIds)
  const save = useCommand('training.saveRecord')
  const saveForMany = useCommand('training.saveRecordForMany')
  const { data } = useQuery('training.occupation', {})
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }))
  const problems = problemsOf(draft)
  const submit = async (): Promise<void> => {
    setTried(true)
    const { date, minutes, startTime, costFen, ...rest } = draft
    if (problems.length > 0 || date === undefined || minutes === null) return
    const isSpecial = rest.kind === 'special'
    const input = {
      ...wordsOf(rest),
      date,
      minutes,
      startTime: startTime.trim() === '' ? null : startTime.trim(),
      costFen: isSpecial ? (costFen ?? null) : null,
      evidenceIds: proof.ids,
      voucherIds: isSpecial ? vouchers.ids : [],
    }
    const saved =
      known === undefined
        ? await saveForMany.run({ ...input, partyIds: [...partyIds] })
        : await save.run({ ...input, id: known.id })
    if (saved !== undefined) onClose()
  }
  const rows = data?.rows ?? []
  return (
    <FormDialog
      title={t(known === undefined ? (partyIds.length > 1 ? 'record.newForMany' : 'record.new') : 'record.edit', {
        count: partyIds.length,
      })}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={save.busy || saveForMany.busy}
      error={save.error ?? saveForMany.error}
    >
      <WhatFields draft={draft} change={change} problems={tried ? problems : []} />
      <WhenFields draft={draft} change={change} problems={tried ? problems : []} lesson={lessonMinutes(rows)} />
      <TargetFields optional target={draft} rows={rows} onChange={change} />
      <SkillsField draft={draft} change={change} rows={rows} />
      <ResultFields draft={draft} change={change} />
      {draft.kind === 'special' ? (
        <CostFields draft={draft} change={change} isWrong={tried && problems.includes('cost')}>
          <EvidenceField label={t('record.vouchers')} kind="payment" {...vouchers.field} />
        </CostFields>
      ) : null}
      <EvidenceField label={t('record.proof')} kind="other" {...proof.field} />
      <p className="soft">{t('record.proofHelp')}</p>
      <Field label={t('record.note')}>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={2000}
            value={draft.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        )}
      </Field>
    </FormDialog>
  )
}

function wordsOf({
  kind,
  topic,
  provider,
  trainer,
  mode,
  job,
  level,
  skills,
  score,
  passMark,
  note,
}: Omit<Draft, 'date' | 'minutes' | 'startTime' | 'costFen'>) {
  return { kind, topic, provider, trainer, mode, job, level, skills, score, passMark, note }
}

interface PartProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
}

function WhatFields({ draft, change, problems }: PartProps & { problems: Problem[] }) {
  const { t } = useTranslation('training')
  return (
    <>
      <Field label={t('record.topic')} problem={problems.includes('topic') ? t('record.topicProblem') : undefined}>
        {(id) => (
          <Input
            id={id}
            maxLength={200}
            value={draft.topic}
            onChange={(event) => change({ topic: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('record.kind')} help={t(`kindHelp.${draft.kind}`)}>
        {(id) => (
          <Select<TrainingKind>
            id={id}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
            options={trainingKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
        )}
      </Field>
    </>
  )
}

function WhenFields({ draft, change, problems, lesson }: PartProps & { problems: Problem[]; lesson: number }) {
  const { t } = useTranslation('training')
  const help =
    draft.minutes === null ? undefined : t('record.minutesHelp', { hours: lessonHours(draft.minutes, lesson), lesson })
  return (
    <>
      <div className="form-pair">
        <Field label={t('record.date')}>
          {(id) => (
            <DateInput
              id={id}
              value={draft.date}
              invalid={problems.includes('date')}
              onChange={(date) => change({ date })}
            />
          )}
        </Field>
        <Field
          label={t('record.startTime')}
          problem={problems.includes('startTime') ? t('record.startTimeProblem') : undefined}
          help={t('record.startTimeHelp')}
        >
          {(id) => (
            <Input
              id={id}
              maxLength={5}
              inputMode="numeric"
              value={draft.startTime}
              onChange={(event) => change({ startTime: event.target.value.replace('：', ':') })}
            />
          )}
        </Field>
      </div>
      <div className="form-pair">
        <Field
          label={t('record.minutes')}
          help={help}
          problem={problems.includes('minutes') ? t('record.minutesProblem') : undefined}
        >
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={1440}
              precision={0}
              step={45}
              value={draft.minutes}
              onChange={(minutes) => change({ minutes })}
            />
          )}
        </Field>
        <Field label={t('record.mode')}>
          {(id) => (
            <Segmented<TrainingRecord['mode']>
              id={id}
              aria-label={t('record.mode')}
              value={draft.mode}
              onChange={(mode) => change({ mode })}
              options={trainingModes.map((value) => ({ value, label: t(`modes.${value}`) }))}
            />
          )}
        </Field>
      </div>
      <div className="form-pair">
        {(['provider', 'trainer'] as const).map((key) => (
          <Field key={key} label={t(`record.${key}`)}>
            {(id) => (
              <Input
                id={id}
                maxLength={200}
                value={draft[key]}
                onChange={(event) => change({ [key]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </>
  )
}

function SkillsField({ draft, change, rows }: PartProps & { rows: readonly OccupationRow[] }) {
  const { t } = useTranslation('training')
  const words = useDataWords()
  const functions = rowsOf(rows, 'function').filter((row) => draft.job === null || row.job === draft.job)
  const jobsNamed = [...new Set(functions.map((row) => row.job))]
  const groups = [
    ...tracks.map((track) => ({
      label: t('record.skillsUnits', { track: t(`tracks.${track}`) }),
      options: rowsOf(rows, 'unit')
        .filter((row) => row.track === track)
        .map((row) => ({ value: row.id, label: `${row.id} ${words(row.name)}` })),
    })),
    ...jobsNamed.map((job) => ({
      label: t('record.skillsFunctions', { job: t(`jobs.${job}`) }),
      options: functions.filter((row) => row.job === job).map((row) => ({ value: row.id, label: words(row.name) })),
    })),
  ]
  return (
    <Field label={t('record.skills')} help={t('record.skillsHelp')}>
      {(id) => (
        <Select<string[]>
          id={id}
          mode="tags"
          maxCount={20}
          value={draft.skills}
          onChange={(skills) => change({ skills: skills.map((skill) => skill.trim().slice(0, 80)).filter(Boolean) })}
          optionFilterProp="label"
          options={groups}
        />
      )}
    </Field>
  )
}

function ResultFields({ draft, change }: PartProps) {
  const { t } = useTranslation('training')
  return (
    <div className="form-pair">
      {(['score', 'passMark'] as const).map((key) => (
        <Field key={key} label={t(`record.${key}`)}>
          {(id) => (
            <InputNumber
              id={id}
              min={0}
              max={100}
              precision={1}
              value={draft[key]}
              onChange={(mark) => change({ [key]: mark })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}

function CostFields({ draft, change, isWrong, children }: PartProps & { isWrong: boolean; children: ReactNode }) {
  const { t } = useTranslation('training')
  const law = useLawWords()
  return (
    <>
      <Field
        label={t('record.cost')}
        problem={isWrong ? t('record.costProblem') : undefined}
        help={t('record.costHelp', { law: law('lcl-22') })}
      >
        {(id) => <MoneyInput id={id} fen={draft.costFen} onChange={(costFen) => change({ costFen })} />}
      </Field>
      {children}
    </>
  )
}
