import { Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartySnapshot, TemplateVariable } from '../../../shared/contracts/templates/template.ts'
import { errorSentence } from '../../../shared/i18n/index.ts'
import type { Party, PartyIdentifiers } from '../../../shared/parties/calls.ts'
import { checkPartyField } from '../../../shared/parties/fields.ts'
import { PartySelect } from '../../parties/index.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Status } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'

interface PartyFieldProps {
  id: string
  variable: TemplateVariable
  party: PartySnapshot | undefined
  invalid: boolean
  /** Who it probably is, taken while nobody was chosen. */
  suggestedId: string | undefined
  onChange: (party: PartySnapshot) => void
}

/**
 * Who a side is: chosen from the records or added. The contract keeps a snapshot of what it prints, and only what this paper
 * needs and the record lacks is asked for here.
 */
export function PartyField({ id, variable, party, invalid, suggestedId, onChange }: PartyFieldProps) {
  const { t } = useTranslation('templates')
  const reveal = useCommand('parties.reveal')
  const get = useCommand('parties.get')
  const take = async (partyId: string): Promise<void> => {
    const [known, identifiers] = await Promise.all([get.run({ id: partyId }), reveal.run({ id: partyId })])
    if (known !== undefined && identifiers !== undefined) onChange(snapshotOf(known, identifiers))
  }
  const wanted = party === undefined ? suggestedId : undefined
  const asked = useRef<string>(undefined)
  useEffect(() => {
    if (wanted === undefined || asked.current === wanted) return
    asked.current = wanted
    void take(wanted)
  })
  const needed = party === undefined ? [] : (variable.needs?.[party.kind] ?? [])
  const lacking = needed.filter((field) => (party?.[field] ?? '') === '')
  const error = reveal.error ?? get.error
  return (
    <>
      <PartySelect
        id={id}
        value={party?.id}
        placeholder={party !== undefined && party.id === undefined ? party.name : t('party.choose')}
        invalid={invalid}
        onChange={(partyId) => void take(partyId)}
      />
      {error === undefined ? null : <ErrorNote error={error} />}
      {/* The line of what is known comes in a moment: its place is kept, so that the fields below do not move. */}
      {wanted === undefined || error !== undefined ? null : <Loading rows={1} />}
      {party === undefined ? null : <PartyFacts party={party} needed={needed} />}
      {party?.id === undefined || lacking.length === 0 ? null : (
        <LackingFields
          key={party.id}
          party={party}
          partyId={party.id}
          fields={lacking}
          onSaved={() => void take(party.id ?? '')}
        />
      )}
    </>
  )
}

type Needed = NonNullable<TemplateVariable['needs']>['person'][number]

/** What the contract prints of this side, as it was taken from the record. */
function PartyFacts({ party, needed }: { party: PartySnapshot; needed: readonly Needed[] }) {
  const { t } = useTranslation('templates')
  const known = needed.flatMap((field) => party[field] ?? [])
  if (known.length < needed.length) return null
  return (
    <p className="soft draft-party">
      <Status tone="good">{t('party.complete')}</Status>
      <span>{known.join('　')}</span>
    </p>
  )
}

interface LackingFieldsProps {
  party: PartySnapshot
  partyId: string
  fields: readonly Needed[]
  onSaved: () => void
}

/** What this paper needs and the record does not have; saved to the record, so that no other paper asks again. */
function LackingFields({ party, partyId, fields, onSaved }: LackingFieldsProps) {
  const { t } = useTranslation('templates')
  const save = useCommand('parties.save')
  const [typed, setTyped] = useState<Partial<Record<Needed, string>>>({})
  const problemOf = (field: Needed): string | undefined => {
    const text = typed[field] ?? ''
    if (text.trim() === '') return undefined
    const checked = checkPartyField(party.kind, field, text)
    return checked.ok ? undefined : errorSentence(t, { code: checked.code, params: {} })
  }
  const ready = fields.some((field) => (typed[field] ?? '').trim() !== '' && problemOf(field) === undefined)
  const submit = async (): Promise<void> => {
    const filled = fields.filter((field) => (typed[field] ?? '').trim() !== '' && problemOf(field) === undefined)
    const saved = await save.run({
      id: partyId,
      kind: party.kind,
      ...Object.fromEntries(filled.map((field) => [field, typed[field]])),
    })
    if (saved !== undefined) onSaved()
  }
  return (
    <div className="draft-lacking">
      <p>{t('party.lacking', { name: party.name })}</p>
      <div className="form-pair">
        {fields.map((field) => (
          <Field key={field} label={t(`party.${party.kind}.${field}`)} problem={problemOf(field)}>
            {(id) => (
              <Input
                id={id}
                maxLength={500}
                autoComplete="off"
                value={typed[field] ?? ''}
                onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="row">
        <span className="soft">{t('party.lackingText')}</span>
        <Button className="end" size="small" disabled={!ready} loading={save.busy} onClick={() => void submit()}>
          {t('party.keep')}
        </Button>
      </div>
      {save.error === undefined ? null : <ErrorNote error={save.error} />}
    </div>
  )
}

const details = [
  'idCard',
  'creditCode',
  'legalRepresentative',
  'address',
  'phone',
  'mailingAddress',
  'email',
  'bankName',
  'bankCard',
] as const

/** A party as the contract keeps it: whole identifiers, and nothing that is not known. */
function snapshotOf({ id, kind, name }: Party, identifiers: PartyIdentifiers): PartySnapshot {
  const known = details.flatMap((field) => {
    const value = identifiers[field]
    return value === null || value === '' ? [] : [[field, value] as const]
  })
  return { id, kind, name, ...Object.fromEntries(known) }
}
