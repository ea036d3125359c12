import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementScope } from '../../shared/contracts/scope.ts'
import { platformName } from '../../shared/i18n/index.ts'
import { salesPlatforms } from '../../shared/platforms.ts'
import { lineRoles } from '../../shared/earnings/vocabulary.ts'
import { PartySelect } from '../parties/index.ts'
import { DateInput } from '../ui/date-input.tsx'
import { Field } from '../ui/field.tsx'

/** An agreement as it is being written, without its terms. */
export interface Header {
  title: string
  payerId: string | undefined
  payeeId: string | undefined
  from: string | undefined
  to: string | undefined
  scope: AgreementScope
  note: string
}

export type HeaderProblem = 'payer' | 'payee' | 'from' | 'same'

/** What is missing before an agreement can be saved, as codes under `contracts:fault.`. */
export function headerProblems(header: Header): HeaderProblem[] {
  const problems: HeaderProblem[] = []
  if (header.payerId === undefined) problems.push('payer')
  if (header.payeeId === undefined) problems.push('payee')
  if (header.from === undefined) problems.push('from')
  if (header.payerId !== undefined && header.payerId === header.payeeId) problems.push('same')
  return problems
}

interface HeaderFieldsProps {
  header: Header
  onChange: (header: Header) => void
  /** Said only once saving was tried. */
  problems: readonly HeaderProblem[]
  /** The person using this computer is the payer (an agency, a merchant). */
  selfPays: boolean
}

/** Who with whom, from when, and which orders. */
export function HeaderFields({ header, onChange, problems, selfPays }: HeaderFieldsProps) {
  const { t } = useTranslation('contracts')
  const change = (part: Partial<Header>): void => onChange({ ...header, ...part })
  const say = (...codes: HeaderProblem[]): string | undefined => {
    const code = codes.find((candidate) => problems.includes(candidate))
    return code === undefined ? undefined : t(`fault.${code}`)
  }
  return (
    <>
      <section className="card stack" aria-label={t('who.title')}>
        <h2>{t('who.title')}</h2>
        <div className="form-pair">
          <Field label={t('who.payer')} problem={say('payer')}>
            {(id) => (
              <PartySelect
                id={id}
                value={header.payerId}
                placeholder={t('who.payerPlaceholder')}
                addsSelf={selfPays}
                invalid={problems.includes('payer')}
                onChange={(payerId) => change({ payerId })}
              />
            )}
          </Field>
          <Field label={t('who.payee')} problem={say('payee', 'same')}>
            {(id) => (
              <PartySelect
                id={id}
                value={header.payeeId}
                placeholder={t('who.payerPlaceholder')}
                addsSelf={!selfPays}
                invalid={problems.includes('payee') || problems.includes('same')}
                onChange={(payeeId) => change({ payeeId })}
              />
            )}
          </Field>
        </div>
        <div className="form-pair">
          <Field label={t('when.from')} problem={say('from')}>
            {(id) => (
              <DateInput
                id={id}
                value={header.from}
                onChange={(from) => change({ from })}
                invalid={problems.includes('from')}
              />
            )}
          </Field>
          <Field label={t('when.to')} help={t('when.toHelp')}>
            {(id) => <DateInput id={id} value={header.to} onChange={(to) => change({ to })} clearable />}
          </Field>
        </div>
        <div className="form-pair">
          <Field label={t('when.name')} help={t('when.nameHelp')}>
            {(id) => (
              <Input
                id={id}
                value={header.title}
                maxLength={200}
                onChange={(event) => change({ title: event.target.value })}
              />
            )}
          </Field>
          <Field label={t('when.note')}>
            {(id) => (
              <Input
                id={id}
                value={header.note}
                maxLength={2000}
                onChange={(event) => change({ note: event.target.value })}
              />
            )}
          </Field>
        </div>
      </section>
      <ScopeFields scope={header.scope} onChange={(scope) => change({ scope })} />
    </>
  )
}

interface ScopeFieldsProps {
  scope: AgreementScope
  onChange: (scope: AgreementScope) => void
}

/** Which orders; the rarer conditions are behind a button until one of them is there. */
export function ScopeFields({ scope, onChange }: ScopeFieldsProps) {
  const { t } = useTranslation('contracts')
  const [more, setMore] = useState(Boolean(scope.shops ?? scope.productIds ?? scope.roles))
  const set = (key: keyof AgreementScope, list: string[]): void => {
    const { [key]: _before, ...others } = scope
    onChange(list.length === 0 ? others : { ...others, [key]: list })
  }
  const platforms = salesPlatforms.map((platform) => ({
    value: platform,
    label: platformName(t, platform),
  }))
  return (
    <section className="card stack" aria-label={t('scope.title')}>
      <div>
        <h2>{t('scope.title')}</h2>
        <p className="soft">{t('scope.text')}</p>
      </div>
      <div className="form-pair">
        <ScopeList
          name="platforms"
          value={scope.platforms}
          options={platforms}
          onChange={(list) => set('platforms', list)}
        />
        <ScopeList name="accounts" value={scope.accounts} onChange={(list) => set('accounts', list)} />
      </div>
      {more ? (
        <div className="form-pair">
          <ScopeList name="shops" value={scope.shops} onChange={(list) => set('shops', list)} />
          <ScopeList name="productIds" value={scope.productIds} onChange={(list) => set('productIds', list)} />
          <ScopeList
            name="roles"
            value={scope.roles}
            closed
            options={lineRoles.map((role) => ({ value: role, label: t(`scope.role.${role}`) }))}
            onChange={(list) => set('roles', list)}
          />
        </div>
      ) : (
        <Button type="text" className="add-button" onClick={() => setMore(true)}>
          {t('scope.more')}
        </Button>
      )}
    </section>
  )
}

interface ScopeListProps {
  name: keyof AgreementScope
  value: readonly string[] | undefined
  options?: { value: string; label: string }[]
  closed?: boolean
  onChange: (list: string[]) => void
}

function ScopeList({ name, value, options = [], closed = false, onChange }: ScopeListProps) {
  const { t } = useTranslation('contracts')
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{t(`scope.${name}`)}</label>
      <Select
        id={id}
        mode={closed ? 'multiple' : 'tags'}
        placeholder={closed ? t('any') : t('scope.tagsHelp')}
        value={[...(value ?? [])]}
        options={options}
        tokenSeparators={[',', '，', '、']}
        notFoundContent={null}
        onChange={(list: string[]) =>
          onChange([...new Set(list.map((text) => text.trim()).filter((text) => text !== ''))])
        }
      />
    </div>
  )
}
