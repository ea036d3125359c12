import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { platformName } from '../../../shared/i18n/index.ts'
import { salesPlatforms } from '../../../shared/platforms.ts'
import type { CommissionTerm } from '../../../shared/earnings/terms.ts'
import { bases, goodsKinds, incomeKinds, tierSpans } from '../../../shared/earnings/vocabulary.ts'
import { AddButton } from './add-button.tsx'
import { ChoiceField, FieldSentence, NameField, OptionalCountField, PpmField, TagsField } from './fields.tsx'
import { editList } from './list-editing.ts'
import { newCommission } from './new-terms.ts'
import type { PartProps } from './pay-terms.tsx'
import { TermPart, TermRow } from './term-card.tsx'
import { TiersTable } from './tiers-table.tsx'

/** 提成: each with its basis, rate or tiers, and what it is restricted to. Costs that name a commission go with it. */
export function CommissionsPart({ terms, onChange }: PartProps) {
  const { t } = useTranslation('contracts')
  const list = editList(terms.commissions, 'commission', (commissions) => {
    const ids = new Set(commissions.map(({ id }) => id))
    const costs = (terms.costs ?? []).filter((cost) => ids.has(cost.commissionId))
    onChange({ ...terms, commissions, costs })
  })
  const add = (): void => list.add((id) => newCommission(id, t('terms.commissionLabel')))
  if (list.items.length === 0) return null
  return (
    <TermPart title={t('part.commission')}>
      {list.items.map((term) => (
        <CommissionRow
          key={term.id}
          term={term}
          onChange={(part) => list.change(term.id, part)}
          onRemove={() => list.remove(term.id)}
        />
      ))}
      <AddButton part="commission" onClick={add} />
    </TermPart>
  )
}

interface CommissionProps {
  term: CommissionTerm
  onChange: (part: Partial<CommissionTerm>) => void
}

function isOnIncome({ basis }: CommissionTerm): boolean {
  return basis === 'income' || basis === 'net-income'
}

function CommissionRow({ term, onChange, onRemove }: CommissionProps & { onRemove: () => void }) {
  return (
    <TermRow name={term.label} source={term.source} onSource={(source) => onChange({ source })} onRemove={onRemove}>
      <CommissionSentence term={term} onChange={onChange} />
      <RateSentences term={term} onChange={onChange} />
      <Restrictions term={term} onChange={onChange} />
    </TermRow>
  )
}

function CommissionSentence({ term, onChange }: CommissionProps) {
  const { t } = useTranslation('contracts')
  const label = <NameField label={t('label.name')} value={term.label} onChange={(name) => onChange({ label: name })} />
  const basis = (
    <ChoiceField
      label={t('label.basis')}
      value={term.basis}
      options={bases}
      words="sentence.word.basis"
      onChange={(chosen) => onChange(withBasis(term, chosen))}
    />
  )
  const when = (
    <ChoiceField
      label={t('label.when')}
      value={term.when}
      options={['settled', 'paid']}
      words="sentence.word.when"
      onChange={(chosen) => onChange({ when: chosen })}
    />
  )
  return isOnIncome(term) ? (
    <FieldSentence code="commissionIncome" fields={{ label, basis }} />
  ) : (
    <FieldSentence code="commission" fields={{ label, when, basis }} />
  )
}

/** Filters of lines mean nothing for income and the other way round: they go when the basis changes sides. */
function withBasis(term: CommissionTerm, basis: CommissionTerm['basis']): Partial<CommissionTerm> {
  if (isOnIncome(term) === isOnIncome({ ...term, basis })) return { basis }
  const platforms = term.only?.platforms
  return { basis, only: platforms ? { platforms } : null, clawbackDays: null }
}

function RateSentences({ term, onChange }: CommissionProps) {
  const { t } = useTranslation('contracts')
  const [first] = term.tiers
  if (term.tiers.length === 1 && first !== undefined) {
    const rate = (
      <PpmField
        label={t('label.rate')}
        value={first.ratePpm}
        onChange={(ratePpm) => onChange({ tiers: [{ fromFen: 0, ratePpm }] })}
      />
    )
    const addTier = (): void => onChange({ tiers: [first, { fromFen: 10_000_000, ratePpm: first.ratePpm + 20_000 }] })
    return (
      <div className="row">
        <FieldSentence code="rate" fields={{ rate }} />
        <AddButton part="tier" onClick={addTier} />
      </div>
    )
  }
  const mode = (
    <ChoiceField
      label={t('label.mode')}
      value={term.mode}
      options={['marginal', 'whole']}
      words="choice.mode"
      onChange={(chosen) => onChange({ mode: chosen })}
    />
  )
  const over = (
    <ChoiceField
      label={t('label.tierOver')}
      value={term.tierOver}
      options={tierSpans}
      words="choice.over"
      onChange={(tierOver) => onChange({ tierOver })}
    />
  )
  return (
    <>
      <FieldSentence code="tierMode" fields={{ mode, over }} />
      <TiersTable term={term} onChange={(tiers) => onChange({ tiers })} />
    </>
  )
}

/** What the commission is restricted to; out of sight until there is something or it is asked for. */
function Restrictions({ term, onChange }: CommissionProps) {
  const { t } = useTranslation('contracts')
  const given = Boolean(term.only) || (term.clawbackDays !== null && term.clawbackDays !== undefined)
  const [open, setOpen] = useState(given)
  if (!open) {
    return (
      <Button type="text" className="add-button" onClick={() => setOpen(true)}>
        {t('tiers.filters')}
      </Button>
    )
  }
  return isOnIncome(term) ? (
    <IncomeFilters term={term} onChange={onChange} />
  ) : (
    <LineFilters term={term} onChange={onChange} />
  )
}

type Only = NonNullable<CommissionTerm['only']>

/** `only` after a change; without any filter left there is none. */
function withFilter(term: CommissionTerm, part: Only): Pick<CommissionTerm, 'only'> {
  const only = { ...term.only, ...part }
  return { only: Object.values(only).some(Boolean) ? only : null }
}

function usePlatformChoices(): { value: string; label: string }[] {
  const { t } = useTranslation('contracts')
  return salesPlatforms.map((platform) => ({ value: platform, label: platformName(t, platform) }))
}

function LineFilters({ term, onChange }: CommissionProps) {
  const { t } = useTranslation('contracts')
  const platforms = usePlatformChoices()
  return (
    <>
      <FieldSentence
        code="onlyLines"
        fields={{
          kind: (
            <ChoiceField
              label={t('label.kind')}
              value={term.only?.kind ?? 'any'}
              options={['any', ...goodsKinds]}
              words="choice.kind"
              onChange={(kind) => onChange(withFilter(term, { kind: kind === 'any' ? null : kind }))}
            />
          ),
          platforms: (
            <TagsField
              label={t('label.platforms')}
              placeholder={t('allPlatforms')}
              known={platforms}
              value={term.only?.platforms}
              onChange={(chosen) => onChange(withFilter(term, { platforms: chosen }))}
            />
          ),
          products: (
            <TagsField
              label={t('label.products')}
              placeholder={t('allProducts')}
              value={term.only?.productIds}
              onChange={(productIds) => onChange(withFilter(term, { productIds }))}
            />
          ),
        }}
      />
      <FieldSentence
        code="clawback"
        fields={{
          days: (
            <OptionalCountField
              label={t('label.clawback')}
              value={term.clawbackDays}
              max={3650}
              onChange={(clawbackDays) => onChange({ clawbackDays })}
            />
          ),
        }}
      />
    </>
  )
}

function incomeKindOf(text: string): (typeof incomeKinds)[number][] {
  return incomeKinds.filter((kind) => kind === text)
}

function IncomeFilters({ term, onChange }: CommissionProps) {
  const { t } = useTranslation('contracts')
  const platforms = usePlatformChoices()
  return (
    <FieldSentence
      code="onlyIncome"
      fields={{
        kinds: (
          <TagsField
            label={t('label.incomeKinds')}
            placeholder={t('allIncomes')}
            closed
            known={incomeKinds.map((kind) => ({ value: kind, label: t(`sentence.word.income.${kind}`) }))}
            value={term.only?.incomeKinds}
            onChange={(chosen) => onChange(withFilter(term, { incomeKinds: chosen?.flatMap(incomeKindOf) ?? null }))}
          />
        ),
        platforms: (
          <TagsField
            label={t('label.platforms')}
            placeholder={t('allPlatforms')}
            known={platforms}
            value={term.only?.platforms}
            onChange={(chosen) => onChange(withFilter(term, { platforms: chosen }))}
          />
        ),
      }}
    />
  )
}
