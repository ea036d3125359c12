import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementDetail, AgreementVersion } from '../../shared/contracts/calls.ts'
import { startingTerms } from '../../shared/contracts/patterns.ts'
import { goTo } from '../shell/route.ts'
import type { PayTerms } from '../../shared/earnings/terms.ts'
import { DateInput } from '../ui/date-input.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { EvidenceField } from '../ui/evidence-field.tsx'
import { Field } from '../ui/field.tsx'
import { useHotkey } from '../ui/keyboard.ts'
import { useCommand } from '../ui/use-command.ts'
import { SaveBar } from './new-agreement.tsx'
import { PatternCards, type PatternChoice } from './pattern-cards.tsx'
import { FaultRegistry, useFaultCount } from './terms/faults.tsx'
import { TermsEditor, termFaults } from './terms/terms-editor.tsx'
import { WorkedMonth } from './worked-month.tsx'

interface VersionFormProps {
  agreement: AgreementDetail
  /** Terms to start from; undefined where there are none yet. */
  base: AgreementVersion | undefined
  /** The base was wrong and is replaced from its own day; otherwise it stays and the new terms begin on another day. */
  corrects: boolean
  /** Terms to begin with instead, and the note that says where they come from. */
  proposed?: { terms: PayTerms; note: string }
}

/** Terms from a day on: the first ones, changed ones, or a correction. */
export function VersionForm(props: VersionFormProps) {
  return (
    <FaultRegistry>
      <VersionFields {...props} />
    </FaultRegistry>
  )
}

function VersionFields({ agreement, base, corrects, proposed }: VersionFormProps) {
  const { t } = useTranslation('contracts')
  const [from, setFrom] = useState<string | undefined>(
    corrects ? base?.from : base === undefined ? agreement.from : undefined,
  )
  const [terms, setTerms] = useState<PayTerms | null>(proposed?.terms ?? base?.terms ?? null)
  const [pattern, setPattern] = useState<PatternChoice>()
  const [note, setNote] = useState(proposed?.note ?? (corrects ? (base?.note ?? '') : ''))
  const [reason, setReason] = useState(t('version.reasonDefault'))
  const [evidence, setEvidence] = useState(corrects ? evidenceOf(agreement, base) : [])
  const [tried, setTried] = useState(false)
  const unreadable = useFaultCount()
  const add = useCommand('contracts.addVersion')
  const faults = (terms === null ? 1 : termFaults(terms).length) + unreadable + (from === undefined ? 1 : 0)
  const back = (): void => goTo('contracts', { agreement: agreement.id })
  const submit = async (): Promise<void> => {
    setTried(true)
    if (faults > 0 || terms === null || from === undefined) return
    const saved = await add.run({
      agreementId: agreement.id,
      from,
      to: corrects ? (base?.to ?? null) : null,
      terms,
      evidenceIds: evidence.map(({ id }) => id),
      note,
      ...(corrects && base !== undefined
        ? { replaces: { versionId: base.id, reason: reason.trim() || t('version.reasonDefault') } }
        : {}),
    })
    if (saved !== undefined) back()
  }
  useHotkey('mod+s', () => void submit())
  return (
    <div className="agreement-form">
      <div className="stack">
        <VersionHeading agreement={agreement} base={base} corrects={corrects} />
        <section className="card stack" aria-label={t('terms.title')}>
          <h2>{t('terms.title')}</h2>
          <div className="form-pair">
            <Field label={t('version.from')} problem={tried && from === undefined ? t('fault.from') : undefined}>
              {(id) => <DateInput id={id} value={from} onChange={setFrom} invalid={tried && from === undefined} />}
            </Field>
            {corrects ? (
              <Field label={t('version.reason')}>
                {(id) => (
                  <Input id={id} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
                )}
              </Field>
            ) : null}
          </div>
          {base === undefined && proposed === undefined ? (
            <PatternCards
              chosen={pattern}
              onChoose={(chosen) => {
                setPattern(chosen)
                setTerms(chosen === 'none' ? null : startingTerms(chosen, t('terms.commissionLabel')))
              }}
            />
          ) : null}
          {terms === null ? null : <TermsEditor key={pattern} terms={terms} onChange={setTerms} />}
        </section>
        <section className="card stack">
          <Field label={t('version.note')}>
            {(id) => (
              <Input.TextArea
                id={id}
                rows={2}
                value={note}
                maxLength={2000}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
          <EvidenceField label={t('version.evidence')} kind="contract" chosen={evidence} onChange={setEvidence} />
        </section>
        {add.error === undefined ? null : <ErrorNote error={add.error} />}
        <SaveBar
          label={t('version.save')}
          busy={add.busy}
          faults={tried ? faults : 0}
          onSave={() => void submit()}
          onCancel={back}
        />
      </div>
      {terms === null ? null : <WorkedMonth terms={terms} scope={agreement.scope} />}
    </div>
  )
}

function VersionHeading({ agreement, base, corrects }: VersionFormProps) {
  const { t } = useTranslation('contracts')
  const [title, text] =
    base === undefined
      ? [t('version.newTitle'), undefined]
      : corrects
        ? [t('version.correctTitle', { number: base.position }), t('version.correctText')]
        : [t('version.changeTitle'), t('version.changeText')]
  return (
    <div>
      <p className="soft">{agreement.title}</p>
      <h1>{title}</h1>
      {text === undefined ? null : <p className="soft">{text}</p>}
    </div>
  )
}

function evidenceOf(agreement: AgreementDetail, version: AgreementVersion | undefined) {
  return agreement.evidence
    .filter(({ id }) => version?.evidenceIds.includes(id))
    .map(({ id, title }) => ({ id, title }))
}
