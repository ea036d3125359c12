import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { startingTerms } from '../../shared/contracts/patterns.ts'
import type { PayTerms } from '../../shared/earnings/terms.ts'
import { useApp } from '../shell/app-store.ts'
import { goTo, useRoute } from '../shell/route.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { useHotkey } from '../ui/keyboard.ts'
import { useCommand } from '../ui/use-command.ts'
import { type Header, HeaderFields, headerProblems } from './header-fields.tsx'
import { PatternCards, type PatternChoice } from './pattern-cards.tsx'
import { FaultRegistry, useFaultCount } from './terms/faults.tsx'
import { TermsEditor, termFaults } from './terms/terms-editor.tsx'
import { WorkedMonth } from './worked-month.tsx'

/** A new agreement: who, when, which orders, and terms by one of three patterns or none yet. */
export function NewAgreement() {
  return (
    <FaultRegistry>
      <NewAgreementForm />
    </FaultRegistry>
  )
}

/** Whether the person pays under an agreement (an agency, a merchant) rather than being paid. */
export function useSelfPays(): boolean {
  const role = useApp((state) => state.status?.settings.roles[0])
  return role === 'agency' || role === 'merchant'
}

/** What the place one comes from knows already: `platform` and `account` of an import, `payer`. */
function useStartingHeader(selfPays: boolean): Header {
  const self = useApp((state) => state.status?.settings.selfPartyId) ?? undefined
  const { params } = useRoute()
  const platform = params.get('platform')
  const account = params.get('account')
  return {
    title: '',
    payerId: params.get('payer') ?? (selfPays ? self : undefined),
    payeeId: selfPays ? undefined : self,
    from: params.get('from') ?? undefined,
    to: undefined,
    scope: {
      ...(platform === null ? {} : { platforms: [platform] }),
      ...(account === null ? {} : { accounts: [account] }),
    },
    note: '',
  }
}

function NewAgreementForm() {
  const { t } = useTranslation('contracts')
  const selfPays = useSelfPays()
  const [header, setHeader] = useState(useStartingHeader(selfPays))
  const [pattern, setPattern] = useState<PatternChoice>()
  const [terms, setTerms] = useState<PayTerms | null>(null)
  const [tried, setTried] = useState(false)
  const unreadable = useFaultCount()
  const save = useCommand('contracts.saveAgreement')
  const problems = headerProblems(header)
  const faults = terms === null ? 0 : termFaults(terms).length + unreadable
  const choose = (chosen: PatternChoice): void => {
    setPattern(chosen)
    setTerms(chosen === 'none' ? null : startingTerms(chosen, t('terms.commissionLabel')))
  }
  const submit = async (): Promise<void> => {
    setTried(true)
    const { payerId, payeeId, from } = header
    if (problems.length + faults > 0 || payerId === undefined || payeeId === undefined || from === undefined) return
    const saved = await save.run({
      ...(header.title.trim() === '' ? {} : { title: header.title }),
      payerId,
      payeeId,
      from,
      to: header.to ?? null,
      scope: header.scope,
      note: header.note,
      ...(terms === null ? {} : { version: { from, terms } }),
    })
    if (saved !== undefined) goTo('contracts', { agreement: saved.id })
  }
  useHotkey('mod+s', () => void submit())
  return (
    <div className="agreement-form">
      <div className="stack">
        <h1>{t('new.title')}</h1>
        <HeaderFields header={header} onChange={setHeader} problems={tried ? problems : []} selfPays={selfPays} />
        <section className="card stack" aria-label={t('terms.title')}>
          <div>
            <h2>{t('terms.title')}</h2>
            <p className="soft">{t('terms.patternTitle')}</p>
          </div>
          <PatternCards chosen={pattern} onChoose={choose} />
          {terms === null ? null : <TermsEditor key={pattern} terms={terms} onChange={setTerms} />}
          {pattern === 'none' ? <p className="soft">{t('terms.none')}</p> : null}
        </section>
        {save.error === undefined ? null : <ErrorNote error={save.error} />}
        <SaveBar
          label={t('new.save')}
          busy={save.busy}
          faults={tried ? problems.length + faults : 0}
          onSave={() => void submit()}
          onCancel={() => goTo('contracts')}
        />
      </div>
      {terms === null ? null : <WorkedMonth terms={terms} scope={header.scope} />}
    </div>
  )
}

interface SaveBarProps {
  label: string
  busy: boolean
  /** How many things are to be mended first. */
  faults: number
  onSave: () => void
  onCancel: () => void
}

/** The two buttons at the end of a long form, always in sight. */
export function SaveBar({ label, busy, faults, onSave, onCancel }: SaveBarProps) {
  const { t } = useTranslation('contracts')
  return (
    <div className="save-bar">
      {faults === 0 ? null : (
        <span className="field-problem" role="alert">
          {t('fault.summary', { count: faults })}
        </span>
      )}
      <Button className="end" onClick={onCancel}>
        {t('app:action.cancel')}
      </Button>
      <Button type="primary" loading={busy} onClick={onSave}>
        {label}
      </Button>
    </div>
  )
}
