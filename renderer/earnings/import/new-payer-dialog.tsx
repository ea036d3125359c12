import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { platformName } from '../../../shared/i18n/index.ts'
import { startingTerms } from '../../../shared/contracts/patterns.ts'
import { scopeOf } from '../../../shared/contracts/scope.ts'
import type { PayTerms } from '../../../shared/earnings/terms.ts'
import {
  FaultRegistry,
  PatternCards,
  type PatternChoice,
  TermsEditor,
  termFaults,
  useFaultCount,
} from '../../contracts/index.ts'
import { PartySelect } from '../../parties/index.ts'
import { useApp } from '../../shell/app-store.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { today } from '../../ui/due-date.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import type { PayerGroup } from './payer-groups.ts'
import '../../contracts/contracts.css'

interface NewPayerDialogProps {
  group: PayerGroup
  onClose: () => void
  onSaved: () => void
}

/** Who pays, whom, since when, by which of three patterns: enough for the ledger, to be refined under 合同. */
export function NewPayerDialog(props: NewPayerDialogProps) {
  return (
    <FaultRegistry>
      <NewPayerForm {...props} />
    </FaultRegistry>
  )
}

function NewPayerForm({ group, onClose, onSaved }: NewPayerDialogProps) {
  const { t } = useTranslation('import-screen')
  const selfPays = useApp((state) => ['agency', 'merchant'].includes(state.status?.settings.roles[0] ?? ''))
  const self = useApp((state) => state.status?.settings.selfPartyId ?? undefined)
  const { data: suggested } = useQuery('contracts.suggestAgreement', { accounts: group.accounts })
  const save = useCommand('contracts.saveAgreement')
  const unreadable = useFaultCount()
  const [payer, setPayer] = useState<string>()
  const [payee, setPayee] = useState<string>()
  const [from, setFrom] = useState(group.from ?? `${today().slice(0, 4)}-01-01`)
  const [pattern, setPattern] = useState<PatternChoice>()
  const [terms, setTerms] = useState<PayTerms | null>(null)
  const [tried, setTried] = useState(false)
  const payerId = payer ?? (selfPays ? self : suggested?.payers[0]?.id)
  const payeeId = payee ?? (selfPays ? undefined : (suggested?.payeeId ?? self))
  const isSame = payerId !== undefined && payerId === payeeId
  const choose = (chosen: PatternChoice): void => {
    setPattern(chosen)
    setTerms(chosen === 'none' ? null : startingTerms(chosen, t('contracts:terms.commissionLabel')))
  }
  const submit = async (): Promise<void> => {
    setTried(true)
    const faults = terms === null ? 0 : termFaults(terms).length + unreadable
    if (payerId === undefined || payeeId === undefined || isSame || pattern === undefined || faults > 0) return
    const saved = await save.run({
      payerId,
      payeeId,
      from,
      to: null,
      scope: suggested?.scope ?? scopeOf(group.accounts),
      ...(terms === null ? {} : { version: { from, terms } }),
    })
    if (saved !== undefined) onSaved()
  }
  const missing = (id: string | undefined, code: 'payer' | 'payee'): string | undefined =>
    tried && id === undefined ? t(`contracts:fault.${code}`) : undefined
  return (
    <FormDialog
      title={t('payer.newTitle', { platform: platformName(t, group.platform) })}
      submitLabel={t('payer.save')}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={save.busy}
      error={save.error}
    >
      <Field label={t('contracts:who.payer')} problem={missing(payerId, 'payer')} help={t('payer.whoHelp')}>
        {(id) => (
          <PartySelect
            id={id}
            value={payerId}
            placeholder={t('contracts:who.payerPlaceholder')}
            addsSelf={selfPays}
            onChange={setPayer}
          />
        )}
      </Field>
      <Field
        label={t('contracts:who.payee')}
        problem={missing(payeeId, 'payee') ?? (tried && isSame ? t('contracts:fault.same') : undefined)}
      >
        {(id) => (
          <PartySelect
            id={id}
            value={payeeId}
            placeholder={t('contracts:who.payerPlaceholder')}
            addsSelf={!selfPays}
            onChange={setPayee}
          />
        )}
      </Field>
      <Field label={t('payer.from')} help={t('payer.fromHelp')}>
        {(id) => <DateInput id={id} value={from} onChange={(date) => setFrom(date ?? from)} />}
      </Field>
      <div className="field">
        <span>{t('contracts:terms.patternTitle')}</span>
        <PatternCards chosen={pattern} onChoose={choose} />
        {tried && pattern === undefined ? (
          <p className="field-problem" role="alert">
            {t('payer.patternMissing')}
          </p>
        ) : null}
      </div>
      {terms === null ? null : <TermsEditor key={pattern} terms={terms} onChange={setTerms} />}
    </FormDialog>
  )
}
