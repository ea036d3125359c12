import { Checkbox, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input as CallInput } from '../../shared/contract.ts'
import { errorSentence } from '../../shared/i18n/index.ts'
import type { Party } from '../../shared/parties/calls.ts'
import { checkPartyField, fieldsOfKind, type PartyField, type PartyKind } from '../../shared/parties/fields.ts'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useCommand } from '../ui/use-command.ts'
import { IdentifierFields, type Typed } from './identifier-fields.tsx'
import { VoidParty } from './void-party.tsx'
import './parties.css'

interface PartyDialogProps {
  /** Absent: a new one. */
  party?: Party
  startsAsSelf?: boolean
  onClose: () => void
  onSaved: (party: Party) => void
}

/** A person or an organisation: the name is enough; numbers are asked for only when a paper needs them. */
export function PartyDialog({ party, startsAsSelf = false, onClose, onSaved }: PartyDialogProps) {
  const { t } = useTranslation('parties')
  const save = useCommand('parties.save')
  const [kind, setKind] = useState<PartyKind>(party?.kind ?? (startsAsSelf ? 'person' : 'organisation'))
  const [name, setName] = useState(party?.name ?? '')
  const [aliases, setAliases] = useState<string[]>(party?.alsoKnownAs ?? [])
  const [isSelf, setSelf] = useState(party?.isSelf ?? startsAsSelf)
  const [note, setNote] = useState(party?.note ?? '')
  const [typed, setTyped] = useState<Typed>({})
  const [tried, setTried] = useState(false)
  const problems = problemsOf(kind, typed)
  const nameProblem = name.trim() === '' ? errorSentence(t, { code: 'parties.name-missing', params: {} }) : undefined
  const submit = async (): Promise<void> => {
    setTried(true)
    if (nameProblem !== undefined || problems.size > 0) return
    const saved = await save.run({
      ...(party === undefined ? {} : { id: party.id }),
      kind,
      name,
      alsoKnownAs: aliases,
      note,
      ...changesOf(kind, typed),
      ...(isSelf && party?.isSelf !== true ? { isSelf: true } : {}),
    })
    if (saved !== undefined) onSaved(saved)
  }
  return (
    <FormDialog
      title={party === undefined ? t('dialog.add') : t('dialog.edit', { name: party.name })}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={save.busy}
      error={save.error}
    >
      <Segmented
        aria-label={t('dialog.kind')}
        value={kind}
        onChange={(chosen) => {
          setKind(chosen)
          setTyped({})
        }}
        options={(['person', 'organisation'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <Field
        label={t(kind === 'person' ? 'field.personName' : 'field.name')}
        problem={tried ? nameProblem : undefined}
        help={t('field.nameHelp')}
      >
        {(id) => <Input id={id} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={t('dialog.aliases')} help={t('dialog.aliasesHelp')}>
        {(id) => (
          <Select
            id={id}
            mode="tags"
            open={false}
            suffixIcon={null}
            value={aliases}
            onChange={setAliases}
            tokenSeparators={[',', '，', '、']}
          />
        )}
      </Field>
      <Checkbox checked={isSelf} disabled={party?.isSelf === true} onChange={(event) => setSelf(event.target.checked)}>
        {t('dialog.self')}
      </Checkbox>
      <IdentifierFields
        kind={kind}
        party={party?.kind === kind ? party : undefined}
        typed={typed}
        onChange={setTyped}
      />
      <Field label={t('field.note')}>
        {(id) => <Input id={id} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      {party === undefined ? null : <VoidParty party={party} onDone={onSaved} />}
    </FormDialog>
  )
}

/** Codes of what is wrong with the fields that were typed in. */
function problemsOf(kind: PartyKind, typed: Typed): Map<PartyField, string> {
  const problems = new Map<PartyField, string>()
  for (const field of fieldsOfKind(kind)) {
    const text = typed[field] ?? ''
    if (text.trim() === '') continue
    const checked = checkPartyField(kind, field, text)
    if (!checked.ok) problems.set(field, checked.code)
  }
  return problems
}

function changesOf(kind: PartyKind, typed: Typed): Partial<CallInput<'parties.save'>> {
  const given = fieldsOfKind(kind).filter((field) => typed[field] !== undefined)
  return Object.fromEntries(given.map((field) => [field, typed[field] === '' ? null : typed[field]]))
}
