import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type IndicatorAnswer,
  indicatorAnswers,
  indicatorGroupNames,
  indicatorGroups,
  type IndicatorId,
} from '../../../../shared/training/indicators.ts'
import { type ChosenEvidence, EvidenceField } from '../../../ui/evidence-field.tsx'
import { KnownEvidence } from './known-evidence.tsx'

interface IndicatorTableProps {
  answers: readonly IndicatorAnswer[]
  /** Titles of the evidence that answers name. */
  titles: readonly ChosenEvidence[]
  onTitles: (added: ChosenEvidence[]) => void
  onAnswer: (answer: IndicatorAnswer) => void
}

/** The signs in their three groups: an answer, a note and evidence for each. */
export function IndicatorTable({ answers, ...rest }: IndicatorTableProps) {
  const { t } = useTranslation('lessons')
  return indicatorGroupNames.map((group) => (
    <section key={group} aria-label={t(`indicatorGroups.${group}`)}>
      <h5 className="indicator-group">{t(`indicatorGroups.${group}`)}</h5>
      <ul className="marks">
        {indicatorGroups[group].map((id) => (
          <IndicatorLine key={id} id={id} answer={answers.find(({ indicator }) => indicator === id)} {...rest} />
        ))}
      </ul>
    </section>
  ))
}

interface IndicatorLineProps extends Omit<IndicatorTableProps, 'answers'> {
  id: IndicatorId
  answer: IndicatorAnswer | undefined
}

function IndicatorLine({ id, answer, titles, onTitles, onAnswer }: IndicatorLineProps) {
  const { t } = useTranslation('lessons')
  const [isOpen, setOpen] = useState(false)
  const question = t(`indicators.${id}.question`)
  // What is not answered yet becomes ‘unknown’ as soon as evidence or a note is put beside it.
  const given: IndicatorAnswer = answer ?? { indicator: id, answer: 'unknown', evidenceIds: [], note: '' }
  const chosen = titles.filter((item) => given.evidenceIds.includes(item.id))
  const choose = (next: ChosenEvidence[]): void => {
    onTitles(
      next.filter((item) => !titles.some((known) => known.id === item.id)).map(({ id, title }) => ({ id, title })),
    )
    onAnswer({ ...given, evidenceIds: next.map((item) => item.id) })
  }
  return (
    <li>
      <fieldset className="mark">
        <legend>{question}</legend>
        <div className="row">
          <Radio.Group
            value={answer?.answer}
            onChange={(event) => onAnswer({ ...given, answer: event.target.value as IndicatorAnswer['answer'] })}
            options={indicatorAnswers.map((value) => ({ value, label: t(`answers.${value}`) }))}
          />
          <Button
            size="small"
            type="text"
            aria-expanded={isOpen}
            aria-label={`${t(isOpen ? 'task.indicators.hideEvidence' : 'task.indicators.addEvidence')} ${question}`}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'task.indicators.hideEvidence' : 'task.indicators.addEvidence')}
            {chosen.length === 0 ? '' : ` (${chosen.length})`}
          </Button>
        </div>
        {isOpen ? (
          <>
            <p className="soft">{t('keep', { what: t(`indicators.${id}.keep`) })}</p>
            <KnownEvidence chosen={chosen} onChange={choose} />
            <EvidenceField label={t('task.indicators.evidence')} kind="other" chosen={chosen} onChange={choose} />
            <Input
              aria-label={t('task.indicators.noteLabel')}
              placeholder={t('task.indicators.noteLabel')}
              maxLength={500}
              value={given.note}
              onChange={(event) => onAnswer({ ...given, note: event.target.value })}
            />
          </>
        ) : chosen.length === 0 ? null : (
          <p className="soft">{chosen.map((item) => item.title).join(t('separator'))}</p>
        )}
      </fieldset>
    </li>
  )
}
