import { useTranslation } from 'react-i18next'
import type {
  ContractTemplate,
  ContractValue,
  ContractValues,
  TemplateVariable,
} from '../../../shared/contracts/templates/template.ts'
import { askedVariables } from '../../../shared/contracts/templates/values.ts'
import { useApp } from '../../shell/app-store.ts'
import { ClauseSwitches } from '../drafting/clause-switches.tsx'
import { useLocalText } from '../drafting/local-text.ts'
import { VariableField } from '../drafting/variable-field.tsx'

interface CommonValuesProps {
  template: ContractTemplate
  common: ContractValues
  optionalClauses: readonly string[]
  /** Targets that a column fills. */
  mapped: ReadonlySet<string>
  /** The same function as long as the form is there (see VariableField). */
  onCommon: (name: string, value: ContractValue | undefined) => void
  onClause: (clause: string, isIn: boolean) => void
}

/** What is the same in every contract; what a column of the roster gives is not asked here. */
export function CommonValues({ template, common, optionalClauses, mapped, onCommon, onClause }: CommonValuesProps) {
  const { t } = useTranslation('roster')
  const say = useLocalText()
  const self = useApp((state) => state.status?.settings.selfPartyId) ?? undefined
  const asked = askedVariables({ template, values: common, optionalClauses }).filter(
    (variable) => !isGivenByRoster(template, variable, mapped),
  )
  return (
    <section className="card stack" aria-label={t('common.title')}>
      <div>
        <h2>{t('common.title')}</h2>
        <p className="soft">{t('common.help')}</p>
      </div>
      {template.groups.map((group) => {
        const fields = asked.filter((variable) => variable.group === group.id)
        const isChoices = group.id === 'choices'
        if (fields.length === 0 && !isChoices) return null
        return (
          <details
            key={group.id}
            className="batch-group"
            open={fields.some((variable) => variable.required && variable.default === undefined)}
          >
            <summary>
              <h3>{say(group.title)}</h3>
            </summary>
            <div className="stack batch-fields">
              {isChoices ? <ClauseSwitches template={template} chosen={optionalClauses} onChange={onClause} /> : null}
              {fields.map((variable) => (
                <VariableField
                  key={variable.name}
                  template={template}
                  variable={variable}
                  value={common[variable.name]}
                  faults={[]}
                  suggestedId={variable.name === template.keys.payer ? self : undefined}
                  onValue={onCommon}
                />
              ))}
            </div>
          </details>
        )
      })}
    </section>
  )
}

/** The streamer of each row, and every variable that a column fills. */
function isGivenByRoster(
  template: ContractTemplate,
  { name, type }: TemplateVariable,
  mapped: ReadonlySet<string>,
): boolean {
  return mapped.has(name) || (type === 'party' && name === template.keys.payee)
}
