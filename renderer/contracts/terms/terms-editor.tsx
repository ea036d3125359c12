import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { termWarnings } from '../../../shared/contracts/term-sentences.ts'
import { payTermsSchema, type PayTerms } from '../../../shared/earnings/terms.ts'
import { Icon } from '../../ui/icons.tsx'
import { CommissionsPart } from './commission-terms.tsx'
import { BonusesPart, CostsPart, DeductionsPart, SlotFeesPart } from './extra-terms.tsx'
import { CyclePart, DuePart, RelationPart } from './frame-terms.tsx'
import { LateInterestPart } from './interest-terms.tsx'
import { AddButton } from './add-button.tsx'
import { absentParts, type AddablePart, withPart } from './new-terms.ts'
import { BasePart, GuaranteePart, type PartProps } from './pay-terms.tsx'

const faultCodes = new Set([
  'tiers-ascending',
  'tiers-from-zero',
  'base-per-month-needs-month',
  'cycle-start-day-needs-month',
  'cost-needs-commission',
  'ids-distinct',
])

/** What keeps these terms from being saved, as codes under `contracts:fault.`; fields that cannot be read are not among them. */
export function termFaults(terms: PayTerms): string[] {
  const result = payTermsSchema.safeParse(terms)
  if (result.success) return []
  const codes = result.error.issues.map(({ message }) => (faultCodes.has(message) ? message : 'other'))
  return [...new Set(codes)]
}

/** Pay terms as sentences with fields, everything that PayTerms can say. What is not agreed on is one button each. */
export function TermsEditor({ terms, onChange }: PartProps) {
  const { t } = useTranslation('contracts')
  const part = { terms, onChange }
  return (
    <div className="terms-editor">
      <CyclePart {...part} />
      <BasePart {...part} />
      <CommissionsPart {...part} />
      <CostsPart {...part} />
      <SlotFeesPart {...part} />
      <BonusesPart {...part} />
      <GuaranteePart {...part} />
      <DuePart {...part} />
      <DeductionsPart {...part} />
      <LateInterestPart {...part} />
      <RelationPart {...part} />
      <AddMore {...part} />
      {termFaults(terms).map((code) => (
        <p key={code} className="field-problem" role="alert">
          {t(`fault.${code}`)}
        </p>
      ))}
      {termWarnings(terms).map((code) => (
        <p key={code} className="term-warning">
          <Icon name="warn" size={16} />
          <span>{t(`warning.${code}`)}</span>
        </p>
      ))}
    </div>
  )
}

const labelledParts: readonly AddablePart[] = ['commission', 'cost', 'slotFee', 'bonus']

/** One button for everything that these terms do not speak of; the focus goes to what was added. */
function AddMore({ terms, onChange }: PartProps) {
  const { t } = useTranslation('contracts')
  const [added, setAdded] = useState<AddablePart>()
  useEffect(() => {
    if (added === undefined) return
    const fields = document.querySelectorAll<HTMLElement>(`section[aria-label="${t(`part.${added}`)}"] input`)
    fields[0]?.focus()
  }, [added, t])
  const absent = absentParts(terms)
  if (absent.length === 0) return null
  const add = (part: AddablePart): void => {
    onChange(withPart(terms, part, labelledParts.includes(part) ? t(`terms.${part}Label`) : ''))
    setAdded(part)
  }
  return (
    <div className="add-more">
      <span className="soft">{t('add.more')}</span>
      {absent.map((part) => (
        <AddButton key={part} part={part} onClick={() => add(part)} />
      ))}
    </div>
  )
}
