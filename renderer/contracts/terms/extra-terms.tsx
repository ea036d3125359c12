import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { BonusTerm, CostTerm, DeductionTerm, PayTerms, SlotFeeTerm } from '../../../shared/earnings/terms.ts'
import { bonusMetrics } from '../../../shared/earnings/vocabulary.ts'
import { AddButton } from './add-button.tsx'
import {
  ChoiceField,
  CountField,
  FenField,
  FieldSentence,
  NameField,
  OptionalFenField,
  OptionalPpmField,
  PpmField,
} from './fields.tsx'
import { editList, type ListEditing } from './list-editing.ts'
import { newBonus, newCost, newDeduction, newSlotFee } from './new-terms.ts'
import type { PartProps } from './pay-terms.tsx'
import { TermPart, TermRow } from './term-card.tsx'

interface RowProps<T> {
  term: T
  change: (part: Partial<T>) => void
}

interface ListPartProps<T extends { id: string }> {
  part: 'slotFee' | 'bonus' | 'cost' | 'deduction'
  list: ListEditing<T>
  make: (id: string) => T
  /** The sentences of one term. */
  Row: ComponentType<RowProps<T> & { terms: PayTerms }>
  terms: PayTerms
}

/** A list of terms of one kind: only the button that adds the first, until there is one. */
function ListPart<T extends { id: string; label: string; source?: CostTerm['source'] }>({
  part,
  list,
  make,
  Row,
  terms,
}: ListPartProps<T>) {
  const { t } = useTranslation('contracts')
  if (list.items.length === 0) return null
  return (
    <TermPart title={t(`part.${part}`)}>
      {list.items.map((term) => (
        <TermRow
          key={term.id}
          name={term.label}
          source={term.source}
          onSource={(source) => list.change(term.id, { source } as Partial<T>)}
          onRemove={() => list.remove(term.id)}
        >
          <Row term={term} terms={terms} change={(changed) => list.change(term.id, changed)} />
        </TermRow>
      ))}
      <AddButton part={part} onClick={() => list.add(make)} />
    </TermPart>
  )
}

function Label({ term, change }: { term: { label: string }; change: (part: { label: string }) => void }) {
  const { t } = useTranslation('contracts')
  return <NameField label={t('label.name')} value={term.label} onChange={(label) => change({ label })} />
}

function EvidenceChoice({ term, change }: RowProps<{ evidenceRequired: boolean }>) {
  const { t } = useTranslation('contracts')
  return (
    <ChoiceField
      label={t('label.evidence')}
      value={term.evidenceRequired ? 'yes' : 'no'}
      options={['yes', 'no']}
      words="choice.evidence"
      onChange={(choice) => change({ evidenceRequired: choice === 'yes' })}
    />
  )
}

/** 坑位费. */
export function SlotFeesPart({ terms, onChange }: PartProps) {
  const { t } = useTranslation('contracts')
  const list = editList(terms.slotFees, 'slot', (slotFees) => onChange({ ...terms, slotFees }))
  return (
    <ListPart
      part="slotFee"
      list={list}
      make={(id) => newSlotFee(id, t('terms.slotFeeLabel'))}
      Row={SlotFeeRow}
      terms={terms}
    />
  )
}

function SlotFeeRow({ term, change }: RowProps<SlotFeeTerm>) {
  const { t } = useTranslation('contracts')
  const per = (
    <ChoiceField
      label={t('label.per')}
      value={term.per}
      options={['session', 'product']}
      words="choice.slotPer"
      onChange={(chosen) => change({ per: chosen })}
    />
  )
  const amount = (
    <FenField label={t('label.amount')} value={term.amountFen} onChange={(amountFen) => change({ amountFen })} />
  )
  return <FieldSentence code="slotFee" fields={{ label: <Label term={term} change={change} />, per, amount }} />
}

/** 奖金. */
export function BonusesPart({ terms, onChange }: PartProps) {
  const { t } = useTranslation('contracts')
  const list = editList(terms.bonuses, 'bonus', (bonuses) => onChange({ ...terms, bonuses }))
  return (
    <ListPart
      part="bonus"
      list={list}
      make={(id) => newBonus(id, t('terms.bonusLabel'))}
      Row={BonusRow}
      terms={terms}
    />
  )
}

function BonusRow({ term, change }: RowProps<BonusTerm>) {
  const { t } = useTranslation('contracts')
  const setMetric = (metric: BonusTerm['metric']): void => {
    const inFen = metric === 'net-sale'
    change(inFen === (term.metric === 'net-sale') ? { metric } : { metric, atLeast: inFen ? 20_000_000 : 20 })
  }
  const atLeast = {
    label: t('label.atLeast'),
    value: term.atLeast,
    onChange: (value: number) => change({ atLeast: value }),
  }
  return (
    <FieldSentence
      code="bonus"
      fields={{
        label: <Label term={term} change={change} />,
        metric: (
          <ChoiceField
            label={t('label.metric')}
            value={term.metric}
            options={bonusMetrics}
            words="choice.metric"
            onChange={setMetric}
          />
        ),
        atLeast: term.metric === 'net-sale' ? <FenField {...atLeast} /> : <CountField {...atLeast} />,
        unit: <span>{t(`choice.metricUnit.${term.metric}`)}</span>,
        amount: (
          <FenField label={t('label.amount')} value={term.amountFen} onChange={(amountFen) => change({ amountFen })} />
        ),
      }}
    />
  )
}

/** 先扣的成本; there are none without a commission to take them from. */
export function CostsPart({ terms, onChange }: PartProps) {
  const { t } = useTranslation('contracts')
  const [first] = terms.commissions ?? []
  if (first === undefined) return null
  const list = editList(terms.costs, 'cost', (costs) => onChange({ ...terms, costs }))
  return (
    <ListPart
      part="cost"
      list={list}
      make={(id) => newCost(id, t('terms.costLabel'), first.id)}
      Row={CostRow}
      terms={terms}
    />
  )
}

function CostRow({ term, change, terms }: RowProps<CostTerm> & { terms: PayTerms }) {
  const { t } = useTranslation('contracts')
  const names = new Map(terms.commissions?.map(({ id, label }) => [id, label]))
  const commission = (
    <ChoiceField
      label={t('label.commission')}
      value={term.commissionId}
      options={[...names.keys()]}
      words={(id) => names.get(id) ?? id}
      onChange={(commissionId) => change({ commissionId })}
    />
  )
  const share = (
    <PpmField label={t('label.share')} value={term.sharePpm} onChange={(sharePpm) => change({ sharePpm })} />
  )
  const cap = <OptionalFenField label={t('label.cap')} value={term.capFen} onChange={(capFen) => change({ capFen })} />
  return (
    <>
      <FieldSentence code="cost" fields={{ label: <Label term={term} change={change} />, share, commission }} />
      <FieldSentence code="costCap" fields={{ cap, evidence: <EvidenceChoice term={term} change={change} /> }} />
    </>
  )
}

/** 可以扣的: without any, nothing that the payer takes holds. */
export function DeductionsPart({ terms, onChange }: PartProps) {
  const { t } = useTranslation('contracts')
  const list = editList(terms.deductions, 'deduction', (deductions) => onChange({ ...terms, deductions }))
  if (list.items.length === 0) {
    return (
      <TermPart title={t('part.deduction')}>
        <p className="term-none">
          <span className="soft">{t('sentence.deduction-none')}</span>
          <AddButton part="deduction" onClick={() => list.add((id) => newDeduction(id, t('terms.deductionLabel')))} />
        </p>
      </TermPart>
    )
  }
  const make = (id: string): DeductionTerm => newDeduction(id, t('terms.deductionLabel'))
  return <ListPart part="deduction" list={list} make={make} Row={DeductionRow} terms={terms} />
}

function DeductionRow({ term, change }: RowProps<DeductionTerm>) {
  const { t } = useTranslation('contracts')
  const damages = (
    <ChoiceField
      label={t('label.damages')}
      value={term.damages ? 'yes' : 'no'}
      options={['no', 'yes']}
      words="choice.damages"
      onChange={(choice) => change({ damages: choice === 'yes' })}
    />
  )
  const caps = {
    capFen: <OptionalFenField label={t('label.cap')} value={term.capFen} onChange={(capFen) => change({ capFen })} />,
    capPpm: (
      <OptionalPpmField label={t('label.capPpm')} value={term.capPpm} onChange={(capPpm) => change({ capPpm })} />
    ),
    evidence: <EvidenceChoice term={term} change={change} />,
  }
  return (
    <>
      <FieldSentence code="deduction" fields={{ label: <Label term={term} change={change} />, damages }} />
      <FieldSentence code="deductionCaps" fields={caps} />
    </>
  )
}
