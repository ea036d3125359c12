import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { measuresInForceFrom, type RequiredState } from '../../../shared/training/required.ts'
import type { TrainingKind } from '../../../shared/training/records.ts'
import { yearOf } from '../../../shared/training/totals.ts'
import type { Overview } from '../../../shared/training/views.ts'
import { DueDate } from '../../ui/due-date.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { useLawWords } from '../words.ts'

export const toneOfRequired: Record<RequiredState, Tone> = {
  done: 'good',
  open: 'warn',
  missing: 'bad',
  advised: 'plain',
  'before-law': 'plain',
}

interface RequiredCardProps {
  overview: Overview
  onRecord: (kind: TrainingKind) => void
}

/** The trainings that the measures ask for in the year, each with its rule; information, not a verdict. */
export function RequiredCard({ overview, onRecord }: RequiredCardProps) {
  const { t } = useTranslation('training')
  const { required, year } = overview
  const isBefore = year < yearOf(measuresInForceFrom)
  return (
    <section className="card">
      <h2>{t('log.lawTitle')}</h2>
      <p className="soft">
        {isBefore
          ? t('log.lawBefore', { date: measuresInForceFrom })
          : t(required.length === 0 ? 'log.lawNone' : 'log.lawText')}
      </p>
      <ul className="lines training-required">
        {required.map((one) => (
          <RequiredLine key={one.kind} required={one} overview={overview} onRecord={onRecord} />
        ))}
      </ul>
    </section>
  )
}

function RequiredLine({
  required,
  overview,
  onRecord,
}: RequiredCardProps & { required: Overview['required'][number] }) {
  const { t } = useTranslation('training')
  const law = useLawWords()
  const { kind, state, dueOn, lawId } = required
  const since =
    kind !== 'first-stream'
      ? null
      : overview.firstStreamOn === null
        ? t('required.firstStreamUnknown')
        : t('required.firstStreamOn', { date: overview.firstStreamOn })
  return (
    <li>
      <div>
        <b>{t(`kinds.${kind}`)}</b> <Status tone={toneOfRequired[state]}>{t(`required.state.${state}`)}</Status>
        <p className="soft">{t(`required.why.${kind}`)}</p>
        <p className="soft">{[law(lawId), since].filter((part) => part !== null).join(' · ')}</p>
        {state === 'open' && dueOn !== null ? <DueDate date={dueOn} /> : null}
      </div>
      {state === 'done' ? null : (
        <Button
          size="small"
          onClick={() => onRecord(kind)}
          aria-label={`${t('required.record')} ${t(`kinds.${kind}`)}`}
        >
          {t('required.record')}
        </Button>
      )}
    </li>
  )
}
