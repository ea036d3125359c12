import { Switch } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractTemplate, TemplateClause } from '../../../shared/contracts/templates/template.ts'
import { LawNames } from './law-names.tsx'
import { useLocalText } from './local-text.ts'

interface ClauseSwitchesProps {
  template: ContractTemplate
  chosen: readonly string[]
  onChange: (clause: string, isIn: boolean) => void
}

/** Optional clauses: each with what it means for the streamer and the law it rests on, before it is taken in. */
export const ClauseSwitches = memo(function ClauseSwitches({ template, chosen, onChange }: ClauseSwitchesProps) {
  const optional = template.clauses.filter((clause) => !clause.required)
  return (
    <ul className="lines clause-switches">
      {optional.map((clause) => (
        <ClauseSwitch key={clause.id} clause={clause} isIn={chosen.includes(clause.id)} onChange={onChange} />
      ))}
    </ul>
  )
})

function ClauseSwitch({
  clause,
  isIn,
  onChange,
}: {
  clause: TemplateClause
  isIn: boolean
  onChange: (clause: string, isIn: boolean) => void
}) {
  const { t } = useTranslation('templates')
  const say = useLocalText()
  const label = clause.optionalLabel === undefined ? clause.title : say(clause.optionalLabel)
  return (
    <li>
      <Switch checked={isIn} onChange={(checked) => onChange(clause.id, checked)} aria-label={label} />
      <div className="clause-switch-text">
        <b>{label}</b>
        {clause.weighty === true ? <span className="soft">{t('clause.weighty')}</span> : null}
        <p className="soft">{say(clause.note)}</p>
        <LawNames ids={clause.lawIds} />
      </div>
    </li>
  )
}
