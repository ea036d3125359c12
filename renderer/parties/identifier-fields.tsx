import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorSentence } from '../../shared/i18n/index.ts'
import type { Party, PartyIdentifiers } from '../../shared/parties/calls.ts'
import {
  checkPartyField,
  fieldsOfKind,
  type PartyField,
  type PartyKind,
  sensitiveFields,
} from '../../shared/parties/fields.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icons.tsx'
import { useCommand } from '../ui/use-command.ts'

/** What was typed; a field that was not touched is absent and stays as it is. */
export type Typed = Partial<Record<PartyField, string>>

interface IdentifierFieldsProps {
  kind: PartyKind
  party: Party | undefined
  typed: Typed
  onChange: (typed: Typed) => void
}

/** Numbers, phone and addresses: folded away until they are wanted, masked until they are revealed or changed. */
export function IdentifierFields({ kind, party, typed, onChange }: IdentifierFieldsProps) {
  const { t } = useTranslation('parties')
  const [open, setOpen] = useState(false)
  const [whole, setWhole] = useState<PartyIdentifiers>()
  const reveal = useCommand('parties.reveal')
  const hasSecrets = party !== undefined && sensitiveFields.some((field) => party[field] !== null)
  const toggle = async (): Promise<void> => {
    if (whole !== undefined || party === undefined) setWhole(undefined)
    else setWhole(await reveal.run({ id: party.id }))
  }
  return (
    <details className="party-more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('dialog.more')}</summary>
      <div className="form">
        <div className="row">
          <span className="soft party-more-text">{t('dialog.moreText')}</span>
          {hasSecrets ? (
            <Button
              size="small"
              className="end"
              icon={<Icon name="lock" size={15} />}
              loading={reveal.busy}
              onClick={() => void toggle()}
            >
              {t(whole === undefined ? 'dialog.reveal' : 'dialog.hide')}
            </Button>
          ) : null}
        </div>
        {reveal.error === undefined ? null : <ErrorNote error={reveal.error} />}
        {whole?.birthDate ? <p className="soft">{t('dialog.birthDate', { date: whole.birthDate })}</p> : null}
        {open
          ? fieldsOfKind(kind).map((field) => (
              <IdentifierField
                key={field}
                kind={kind}
                field={field}
                held={(whole ?? party)?.[field] ?? null}
                isMasked={whole === undefined && isSensitive(field)}
                text={typed[field]}
                onText={(text) => {
                  const { [field]: _before, ...others } = typed
                  onChange(text === undefined ? others : { ...others, [field]: text })
                }}
              />
            ))
          : null}
      </div>
    </details>
  )
}

function isSensitive(field: PartyField): boolean {
  const fields: readonly PartyField[] = sensitiveFields
  return fields.includes(field)
}

interface IdentifierFieldProps {
  kind: PartyKind
  field: PartyField
  held: string | null
  isMasked: boolean
  text: string | undefined
  onText: (text: string | undefined) => void
}

/** A masked value is not edited in place: it is shown, and 'change' opens an empty field for a new one. */
function IdentifierField({ kind, field, held, isMasked, text, onText }: IdentifierFieldProps) {
  const { t } = useTranslation('parties')
  const [left, setLeft] = useState(false)
  const label = t(`field.${field === 'address' && kind === 'organisation' ? 'organisationAddress' : field}`)
  if (text === undefined && held !== null && isMasked) {
    return (
      <div className="field">
        <span>{label}</span>
        <div className="row">
          <code>{held}</code>
          <Button type="link" size="small" onClick={() => onText('')} aria-label={`${t('dialog.change')}${label}`}>
            {t('dialog.change')}
          </Button>
        </div>
      </div>
    )
  }
  const value = text ?? held ?? ''
  if (field === 'gender') return <GenderField label={label} value={value} onChange={onText} />
  const checked = value.trim() === '' || text === undefined ? undefined : checkPartyField(kind, field, value)
  // While a number is being typed it is always too short: what is wrong is said when the field is left.
  const problem = checked?.ok === false && left ? errorSentence(t, { code: checked.code, params: {} }) : undefined
  return (
    <Field label={label} problem={problem}>
      {(id) => (
        <div className="row">
          <Input
            id={id}
            className="party-input"
            value={value}
            maxLength={500}
            autoComplete="off"
            aria-invalid={problem !== undefined}
            status={problem === undefined ? '' : 'error'}
            onFocus={() => setLeft(false)}
            onBlur={() => setLeft(true)}
            onChange={(event) => onText(event.target.value)}
          />
          {isMasked && held !== null ? (
            <Button type="link" size="small" onClick={() => onText(undefined)}>
              {t('dialog.keep')}
            </Button>
          ) : null}
        </div>
      )}
    </Field>
  )
}

function GenderField({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('parties')
  return (
    <Field label={label}>
      {(id) => (
        <Select
          id={id}
          allowClear
          value={value === '' ? null : value}
          onChange={(chosen: string | null | undefined) => onChange(chosen ?? '')}
          options={['female', 'male'].map((gender) => ({ value: gender, label: t(`gender.${gender}`) }))}
        />
      )}
    </Field>
  )
}
