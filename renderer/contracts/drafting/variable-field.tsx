import { Input, Radio } from 'antd'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractFault } from '../../../shared/contracts/templates/faults.ts'
import type { ContractTemplate, ContractValue, TemplateVariable } from '../../../shared/contracts/templates/template.ts'
import { partyValue, payTermsValue } from '../../../shared/contracts/templates/values.ts'
import { unreachable } from '../../../shared/errors.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icons.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import { fieldAnchor } from './field-anchor.ts'
import { LawNames } from './law-names.tsx'
import { useLocalText } from './local-text.ts'
import { NumberInput } from './number-input.tsx'
import { PartyField } from './party-field.tsx'
import { TermsField } from './terms-field.tsx'

interface VariableFieldProps {
  template: ContractTemplate
  variable: TemplateVariable
  value: ContractValue | undefined
  /** Of a party: who it probably is. */
  suggestedId: string | undefined
  /** What is wrong with it, said below it. */
  faults: readonly ContractFault[]
  /** The same function as long as the form is there, so that a field that did not change is not drawn again. */
  onValue: (name: string, value: ContractValue | undefined) => void
}

const longText = 300
/** Two of these stand beside each other. */
const shortTypes: readonly TemplateVariable['type'][] = ['date', 'money', 'percent', 'integer']

/**
 * The field of a variable by its type, with its help, and what is wrong with it. A form has dozens of them: one is drawn again
 * only when something of its own changed.
 */
export const VariableField = memo(DrawnField, (before, after) => {
  const { faults: hadFaults, ...had } = before
  const { faults, ...has } = after
  const keys = Object.keys(has) as (keyof typeof has)[]
  return keys.every((key) => had[key] === has[key]) && JSON.stringify(hadFaults) === JSON.stringify(faults)
})

function DrawnField(props: VariableFieldProps) {
  const { t } = useTranslation('templates')
  const say = useLocalText()
  const { variable, faults, value, onValue } = props
  const onChange = (next: ContractValue | undefined): void => onValue(variable.name, next)
  const label = variable.required ? say(variable.label) : t('form.optional', { label: say(variable.label) })
  return (
    <div
      id={fieldAnchor(variable.name)}
      className={shortTypes.includes(variable.type) ? 'draft-field' : 'draft-field draft-wide'}
    >
      {variable.type === 'pay-terms' ? (
        <>
          <p className="soft">{say(variable.help)}</p>
          <VariableInput {...props} onChange={onChange} id="" />
        </>
      ) : (
        <Field label={label} help={say(variable.help)}>
          {(id) => <VariableInput {...props} onChange={onChange} id={id} />}
        </Field>
      )}
      {faults.filter(isToBeSaid(value)).map((fault) => (
        <FaultLine key={`${fault.code}-${JSON.stringify(fault.params)}`} fault={fault} />
      ))}
    </div>
  )
}

/** What a party of the records lacks is asked for in its own field already. */
function isToBeSaid(value: ContractValue | undefined): (fault: ContractFault) => boolean {
  const isKept = partyValue(value)?.id !== undefined
  return ({ code }) => !(isKept && code.startsWith('party-lacks-'))
}

function FaultLine({ fault }: { fault: ContractFault }) {
  const { t } = useTranslation('contract-faults')
  const isError = fault.severity === 'error'
  return (
    <div className={isError ? 'draft-fault field-problem' : 'draft-fault draft-warning'} role="alert">
      <Icon name={isError ? 'dot' : 'warn'} size={15} />
      <div>
        <p>{t(`fault.${fault.code}`, fault.params)}</p>
        <LawNames ids={fault.lawIds} />
      </div>
    </div>
  )
}

function VariableInput({
  id,
  variable,
  value,
  faults,
  onChange,
  template,
  suggestedId,
}: Omit<VariableFieldProps, 'onValue'> & {
  id: string
  onChange: (value: ContractValue | undefined) => void
}) {
  const say = useLocalText()
  const invalid = faults.some(({ severity }) => severity === 'error')
  const given = typeof value === 'number' ? value : undefined
  switch (variable.type) {
    case 'text':
      return <TextInput id={id} variable={variable} value={value} invalid={invalid} onChange={onChange} />
    case 'money':
      return <MoneyInput id={id} fen={given} invalid={invalid} onChange={onChange} />
    case 'percent':
    case 'integer':
      return (
        <NumberInput
          id={id}
          kind={variable.type}
          value={given}
          unit={variable.unit === undefined ? undefined : say(variable.unit)}
          invalid={invalid}
          onChange={onChange}
        />
      )
    case 'date':
      return (
        <DateInput
          id={id}
          value={typeof value === 'string' ? value : undefined}
          clearable
          invalid={invalid}
          onChange={onChange}
        />
      )
    case 'choice':
      return (
        <Radio.Group
          id={id}
          value={value}
          onChange={(event) => onChange(String(event.target.value))}
          options={(variable.options ?? []).map((option) => ({ value: option.value, label: say(option.label) }))}
        />
      )
    case 'party':
      return (
        <PartyField
          id={id}
          variable={variable}
          party={partyValue(value)}
          invalid={invalid}
          suggestedId={suggestedId}
          onChange={onChange}
        />
      )
    case 'pay-terms':
      return <TermsField relation={template.relation} terms={payTermsValue(value)} onChange={onChange} />
    default:
      return unreachable(variable.type)
  }
}

interface TextInputProps {
  id: string
  variable: TemplateVariable
  value: ContractValue | undefined
  invalid: boolean
  onChange: (value: string | undefined) => void
}

function TextInput({ id, variable, value, invalid, onChange }: TextInputProps) {
  const most = variable.maxLength ?? 200
  const given = {
    id,
    value: typeof value === 'string' ? value : '',
    maxLength: most,
    'aria-invalid': invalid,
    status: invalid ? ('error' as const) : ('' as const),
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(event.target.value === '' ? undefined : event.target.value),
  }
  return most >= longText ? <Input.TextArea {...given} autoSize={{ minRows: 2, maxRows: 6 }} /> : <Input {...given} />
}
