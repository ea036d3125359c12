import { useTranslation } from 'react-i18next'
import type { Due } from '../../../shared/earnings/terms.ts'
import { cycleEventKinds, cycleKinds, holidayRules, relations } from '../../../shared/earnings/vocabulary.ts'
import { ChoiceField, CountField, FieldSentence, OptionalCountField } from './fields.tsx'
import type { PartProps } from './pay-terms.tsx'
import { TermPart, TermRow } from './term-card.tsx'

/** 双方是 [劳动关系]，约定的数都算 [税前]. */
export function RelationPart({ terms, onChange }: PartProps) {
  const { t } = useTranslation('contracts')
  return (
    <TermPart title={t('part.relation')}>
      <FieldSentence
        code="relation"
        fields={{
          relation: (
            <ChoiceField
              label={t('label.relation')}
              value={terms.relation}
              options={relations}
              words="sentence.word.relation"
              onChange={(relation) => onChange({ ...terms, relation })}
            />
          ),
          amounts: (
            <ChoiceField
              label={t('label.amountsAre')}
              value={terms.amountsAre}
              options={['gross', 'net']}
              words="sentence.word.amountsAre"
              onChange={(amountsAre) => onChange({ ...terms, amountsAre })}
            />
          ),
        }}
      />
    </TermPart>
  )
}

/** [每个月] 算一次账，每月从 [1] 日起算. */
export function CyclePart({ terms, onChange }: PartProps) {
  const { t } = useTranslation('contracts')
  const cycle = (
    <ChoiceField
      label={t('label.cycle')}
      value={terms.cycle}
      options={cycleKinds}
      words="choice.cycle"
      onChange={(kind) => onChange({ ...terms, cycle: kind, cycleStartDay: null })}
    />
  )
  const day = (
    <CountField
      label={t('label.cycleStartDay')}
      value={terms.cycleStartDay ?? 1}
      min={1}
      max={28}
      onChange={(start) => onChange({ ...terms, cycleStartDay: start === 1 ? null : start })}
    />
  )
  return (
    <TermPart title={t('part.cycle')}>
      {terms.cycle === 'month' ? (
        <FieldSentence code="cycleMonth" fields={{ cycle, day }} />
      ) : (
        <FieldSentence code="cycle" fields={{ cycle }} />
      )}
    </TermPart>
  )
}

type DueKind = 'days' | 'month' | 'event'

function kindOfDue(due: Due): DueKind {
  if ('daysAfterCycleEnd' in due) return 'days'
  return 'dayOfMonth' in due ? 'month' : 'event'
}

/** The same due date said in another way, with what both have in common. */
function dueOfKind({ holiday, source }: Due, kind: DueKind): Due {
  if (kind === 'days') return { daysAfterCycleEnd: 15, holiday, source }
  if (kind === 'month') return { dayOfMonth: 15, monthsAfter: 1, holiday, source }
  return { after: 'reconciliation', days: 7, unit: 'workday', latestDaysAfterCycleEnd: 30, holiday, source }
}

/** 哪天付, in its three ways, and what a holiday does to it. */
export function DuePart({ terms, onChange }: PartProps) {
  const { t } = useTranslation('contracts')
  const { due } = terms
  const set = (next: Due): void => onChange({ ...terms, due: next })
  const kind = (
    <ChoiceField
      label={t('label.dueKind')}
      value={kindOfDue(due)}
      options={['month', 'days', 'event']}
      words="choice.due"
      onChange={(chosen) => set(dueOfKind(due, chosen))}
    />
  )
  const holiday = (
    <ChoiceField
      label={t('label.holiday')}
      value={due.holiday ?? 'default'}
      options={['default', ...holidayRules]}
      words="choice.holiday"
      onChange={(rule) => set({ ...due, holiday: rule === 'default' ? null : rule })}
    />
  )
  return (
    <TermPart title={t('part.due')}>
      <TermRow name={t('part.due')} source={due.source} onSource={(source) => set({ ...due, source })}>
        <FieldSentence code="dueKind" fields={{ kind }} />
        <DueSentence due={due} onChange={set} />
        <FieldSentence code="holiday" fields={{ holiday }} />
      </TermRow>
    </TermPart>
  )
}

function DueSentence({ due, onChange }: { due: Due; onChange: (due: Due) => void }) {
  if ('daysAfterCycleEnd' in due) return <DueAfterDays due={due} onChange={onChange} />
  return 'dayOfMonth' in due ? (
    <DueInMonth due={due} onChange={onChange} />
  ) : (
    <DueAfterEvent due={due} onChange={onChange} />
  )
}

interface DueProps<D extends Due> {
  due: D
  onChange: (due: Due) => void
}

function DueAfterDays({ due, onChange }: DueProps<Extract<Due, { daysAfterCycleEnd: number }>>) {
  const { t } = useTranslation('contracts')
  const days = (
    <CountField
      label={t('label.days')}
      value={due.daysAfterCycleEnd}
      max={3650}
      onChange={(daysAfterCycleEnd) => onChange({ ...due, daysAfterCycleEnd })}
    />
  )
  return <FieldSentence code="dueDays" fields={{ days }} />
}

const monthChoices = ['0', '1', '2', '3', '4', '5', '6']

function DueInMonth({ due, onChange }: DueProps<Extract<Due, { dayOfMonth: number }>>) {
  const { t } = useTranslation('contracts')
  const months = (
    <ChoiceField
      label={t('label.months')}
      value={String(due.monthsAfter)}
      options={monthChoices}
      words={(option) =>
        Number(option) < 2 ? t(`choice.months.${option}`) : t('choice.months.later', { count: Number(option) })
      }
      onChange={(monthsAfter) => onChange({ ...due, monthsAfter: Number(monthsAfter) })}
    />
  )
  const day = (
    <CountField
      label={t('label.dayOfMonth')}
      value={due.dayOfMonth}
      min={1}
      max={31}
      onChange={(dayOfMonth) => onChange({ ...due, dayOfMonth })}
    />
  )
  return <FieldSentence code="dueMonth" fields={{ months, day }} />
}

function DueAfterEvent({ due, onChange }: DueProps<Extract<Due, { after: string }>>) {
  const { t } = useTranslation('contracts')
  const event = (
    <ChoiceField
      label={t('label.event')}
      value={due.after}
      options={cycleEventKinds}
      words="sentence.word.event"
      onChange={(after) => onChange({ ...due, after })}
    />
  )
  const days = (
    <CountField
      label={t('label.days')}
      value={due.days}
      max={3650}
      onChange={(count) => onChange({ ...due, days: count })}
    />
  )
  const unit = (
    <ChoiceField
      label={t('label.unit')}
      value={due.unit}
      options={['day', 'workday']}
      words="choice.unit"
      onChange={(chosen) => onChange({ ...due, unit: chosen })}
    />
  )
  const latest = (
    <OptionalCountField
      label={t('label.latest')}
      value={due.latestDaysAfterCycleEnd}
      max={3650}
      onChange={(latestDaysAfterCycleEnd) => onChange({ ...due, latestDaysAfterCycleEnd })}
    />
  )
  return (
    <>
      <FieldSentence code="dueEvent" fields={{ event, days, unit }} />
      <FieldSentence code="dueLatest" fields={{ latest }} />
    </>
  )
}
