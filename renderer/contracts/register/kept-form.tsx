import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractDetail } from '../../../shared/contracts/life-shapes.ts'
import { startingTerms } from '../../../shared/contracts/patterns.ts'
import type { PayTerms, Relation } from '../../../shared/earnings/terms.ts'
import { relations } from '../../../shared/earnings/vocabulary.ts'
import { useApp } from '../../shell/app-store.ts'
import { goTo, hrefTo } from '../../shell/route.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { EvidenceField, useChosenEvidence } from '../../ui/evidence-field.tsx'
import { Field } from '../../ui/field.tsx'
import { useHotkey } from '../../ui/keyboard.ts'
import { Loading } from '../../ui/loading.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { type Header, HeaderFields, headerProblems } from '../header-fields.tsx'
import { SaveBar } from '../new-agreement.tsx'
import { PatternCards, type PatternChoice } from '../pattern-cards.tsx'
import { FaultRegistry, useFaultCount } from '../terms/faults.tsx'
import { TermsEditor, termFaults } from '../terms/terms-editor.tsx'
import './register.css'

/** Recording a contract that was made elsewhere, or one that was never written down: `new` or the id of one recorded. */
export function KeptContract({ id }: { id: string }) {
  const { data, error } = useQuery('contracts.get', id === 'new' ? undefined : { id })
  if (error !== undefined) return <ErrorNote error={error} />
  if (id !== 'new' && data === undefined) return <Loading rows={8} />
  return (
    <FaultRegistry>
      <KeptForm key={id} before={data} />
    </FaultRegistry>
  )
}

type KeptOrigin = 'elsewhere' | 'unwritten'

function useStart(before: ContractDetail | undefined): Header {
  const status = useApp((state) => state.status)
  const self = status?.settings.selfPartyId ?? undefined
  const role = status?.settings.roles[0]
  const selfPays = role === 'agency' || role === 'merchant'
  if (before === undefined) {
    const sides = selfPays ? { payerId: self, payeeId: undefined } : { payerId: undefined, payeeId: self }
    return { title: '', ...sides, from: undefined, to: undefined, scope: {}, note: '' }
  }
  return {
    title: before.title,
    payerId: before.payer.id ?? undefined,
    payeeId: before.payee.id ?? undefined,
    from: before.from ?? undefined,
    to: before.to ?? undefined,
    scope: before.scope,
    note: before.note,
  }
}

function KeptForm({ before }: { before: ContractDetail | undefined }) {
  const { t } = useTranslation('register')
  const [origin, setOrigin] = useState<KeptOrigin>(before?.origin === 'unwritten' ? 'unwritten' : 'elsewhere')
  const [header, setHeader] = useState(useStart(before))
  const [number, setNumber] = useState(before?.number ?? '')
  const [relation, setRelation] = useState<Relation>(before?.relation ?? 'undetermined')
  const [pattern, setPattern] = useState<PatternChoice>()
  const [terms, setTerms] = useState<PayTerms | null>(before?.terms ?? null)
  const [tried, setTried] = useState(false)
  const files = useChosenEvidence(before?.evidence.map(({ id }) => id) ?? [])
  const unreadable = useFaultCount()
  const save = useCommand('contracts.saveKept')
  const problems = headerProblems(header)
  const faults = terms === null ? 0 : termFaults(terms).length + unreadable
  const title = header.title.trim()
  const choose = (chosen: PatternChoice): void => {
    setPattern(chosen)
    setTerms(chosen === 'none' ? null : { ...startingTerms(chosen, t('contracts:terms.commissionLabel')), relation })
  }
  const submit = async (): Promise<void> => {
    setTried(true)
    const { payerId, payeeId, from } = header
    if (problems.length + faults > 0) return
    if (payerId === undefined || payeeId === undefined || from === undefined) return
    const saved = await save.run({
      ...(before === undefined ? {} : { id: before.id }),
      origin,
      ...(title === '' ? {} : { title }),
      number,
      relation,
      payerId,
      payeeId,
      from,
      to: header.to ?? null,
      scope: header.scope,
      terms: terms === null ? null : { ...terms, relation },
      evidenceIds: files.ids,
      note: header.note,
    })
    if (saved !== undefined) goTo('contracts', { contract: saved.id })
  }
  useHotkey('mod+s', () => void submit())
  return (
    <div className="stack kept-form">
      <BackLink href={hrefTo('contracts', { tab: 'register' })} text={t('kept.back')} />
      <h1>{t('kept.title')}</h1>
      <section className="card stack" aria-label={t('kept.origin')}>
        <h2>{t('kept.origin')}</h2>
        <Radio.Group
          aria-label={t('kept.origin')}
          value={origin}
          onChange={(event) => setOrigin(event.target.value as KeptOrigin)}
          options={(['elsewhere', 'unwritten'] as const).map((value) => ({ value, label: t(`origin.${value}`) }))}
        />
        <p className="soft">{t(`kept.originHelp.${origin}`)}</p>
        <EvidenceField
          label={t(origin === 'elsewhere' ? 'kept.files' : 'kept.chats')}
          kind={origin === 'elsewhere' ? 'contract' : 'chat'}
          {...files.field}
        />
        <div className="form-pair">
          <Field label={t('kept.number')}>
            {(id) => (
              <Input id={id} value={number} maxLength={60} onChange={(event) => setNumber(event.target.value)} />
            )}
          </Field>
          <Field label={t('kept.relation')}>
            {(id) => (
              <Select
                id={id}
                value={relation}
                onChange={setRelation}
                options={relations.map((value) => ({ value, label: t(`relation.${value}`) }))}
              />
            )}
          </Field>
        </div>
      </section>
      <HeaderFields header={header} onChange={setHeader} problems={tried ? problems : []} selfPays={false} />
      <section className="card stack" aria-label={t('kept.terms')}>
        <div>
          <h2>{t('kept.terms')}</h2>
          <p className="soft">{t('kept.termsHelp')}</p>
        </div>
        <PatternCards chosen={pattern} onChoose={choose} />
        {terms === null ? null : <TermsEditor key={pattern} terms={terms} onChange={setTerms} />}
      </section>
      {save.error === undefined ? null : <ErrorNote error={save.error} />}
      <SaveBar
        label={t('kept.save')}
        busy={save.busy}
        faults={tried ? problems.length + faults : 0}
        onSave={() => void submit()}
        onCancel={() => goTo('contracts', { tab: 'register' })}
      />
    </div>
  )
}
