import { Input } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractFault } from '../../../shared/contracts/templates/faults.ts'
import type { ContractTemplate, ContractValue } from '../../../shared/contracts/templates/template.ts'
import { askedVariables } from '../../../shared/contracts/templates/values.ts'
import { useApp } from '../../shell/app-store.ts'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useSelfPays } from '../new-agreement.tsx'
import { ClauseSwitches } from './clause-switches.tsx'
import { type Draft, titleOf, withClause, withValue } from './draft-state.ts'
import { useLocalText } from './local-text.ts'
import { VariableField } from './variable-field.tsx'

interface DraftFieldsProps {
  template: ContractTemplate
  draft: Draft
  /** Those to be said beside the fields. */
  faults: readonly ContractFault[]
  /** The person's own side is filled in by itself. */
  isNew: boolean
  /** The same function as long as the form is there. */
  onChange: (change: (before: Draft) => Draft) => void
}

/** The group in which a template asks for its optional clauses. */
const choicesGroup = 'choices'

/** What a template asks, in its groups, the optional clauses as switches among them. */
export function DraftFields({ template, draft, faults, isNew, onChange }: DraftFieldsProps) {
  const { t } = useTranslation('templates')
  const say = useLocalText()
  const self = useApp((state) => state.status?.settings.selfPartyId) ?? undefined
  const ownSide = template.keys[useSelfPays() ? 'payer' : 'payee']
  const onValue = useCallback(
    (name: string, value: ContractValue | undefined) => onChange((before) => withValue(before, name, value)),
    [onChange],
  )
  const onClause = useCallback(
    (clause: string, isIn: boolean) => onChange((before) => withClause(before, clause, isIn)),
    [onChange],
  )
  const asked = askedVariables({ template, ...draft })
  return (
    <>
      {template.caution === undefined ? null : (
        <p className="draft-caution">
          <Icon name="info" size={17} />
          <span>{say(template.caution)}</span>
        </p>
      )}
      {template.groups.map((group) => {
        const fields = asked.filter((variable) => variable.group === group.id)
        if (fields.length === 0 && group.id !== choicesGroup) return null
        return (
          <section key={group.id} className="card stack" aria-label={say(group.title)}>
            <h2>{say(group.title)}</h2>
            {group.id === choicesGroup ? (
              <ClauseSwitches template={template} chosen={draft.optionalClauses} onChange={onClause} />
            ) : null}
            <div className="draft-grid">
              {fields.map((variable) => (
                <VariableField
                  key={variable.name}
                  template={template}
                  variable={variable}
                  value={draft.values[variable.name]}
                  suggestedId={isNew && variable.name === ownSide ? self : undefined}
                  faults={faults.filter((fault) => fault.variable === variable.name)}
                  onValue={onValue}
                />
              ))}
            </div>
          </section>
        )
      })}
      <section className="card stack">
        <Field label={t('form.title')} help={t('form.titleHelp')}>
          {(id) => (
            <Input
              id={id}
              maxLength={200}
              value={draft.title}
              placeholder={titleOf(template, draft)}
              onChange={(event) => onChange((before) => ({ ...before, title: event.target.value }))}
            />
          )}
        </Field>
      </section>
    </>
  )
}
