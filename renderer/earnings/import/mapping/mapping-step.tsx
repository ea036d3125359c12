import { Button, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { platformName } from '../../../../shared/i18n/index.ts'
import { salesPlatforms } from '../../../../shared/platforms.ts'
import type { StatementPreview } from '../../../../shared/earnings/import-shapes.ts'
import { orderRoles } from '../../../../shared/earnings/statements/rows.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { Field } from '../../../ui/field.tsx'
import { useHotkey } from '../../../ui/keyboard.ts'
import { useCommand } from '../../../ui/use-command.ts'
import { useQuery } from '../../../ui/use-query.ts'
import { guessColumns, guessDirection, guessKind, guessStatus, wordsInColumn } from './guess-columns.ts'
import { MappedRows } from './mapped-rows.tsx'
import { DirectionWords, StatusWords } from './mapping-words.tsx'
import {
  draftOfPreset,
  fieldsOfKind,
  type MappedField,
  type MappingDraft,
  mappingFaults,
  mappingInput,
  type MappingKind,
  type UnknownTable,
} from './mapping-draft.ts'

const kinds = ['orders', 'payments', 'sessions'] as const satisfies MappingKind[]
const platforms = [...salesPlatforms, 'bank', 'other'] as const

interface MappingStepProps {
  fileName: string
  layout: UnknownTable
  /** Of a file that was read, but not as the person wants. */
  preview?: StatementPreview
  onClose: () => void
  /** The mapping is kept: the file is to be read with this preset. */
  onSaved: (preset: string) => void
}

/** Says once what the columns of a list mean; rows are read live, and the mapping is kept under a name for the next file. */
export function MappingStep(props: MappingStepProps) {
  const { data, error } = useQuery('earnings.listPresets', {})
  if (error !== undefined) return <ErrorNote error={error} />
  if (data === undefined) return null
  const { layout } = props
  const table = { ...layout, sample: layout.sample.filter(({ row }) => row > layout.headerRow) }
  const own = data.mappings.find(({ preset }) => preset.id === props.preview?.preset)
  const start = own === undefined ? newDraft({ ...props, layout: table }) : draftOfPreset(own.id, own.name, own.preset)
  return <MappingForm {...props} layout={table} start={start} />
}

function newDraft({ fileName, layout, preview }: MappingStepProps): MappingDraft {
  const kind = preview?.kind ?? guessKind(layout)
  const draft: MappingDraft = {
    id: undefined,
    name: fileName.replace(/\.\w+$/, '').slice(0, 60),
    kind,
    platform: preview?.platform ?? (kind === 'payments' ? 'bank' : 'other'),
    role: preview?.role ?? 'creator',
    columns: guessColumns(kind, layout),
    statusWords: {},
    statusWhenAbsent: undefined,
    directionWords: {},
    signRule: 'income-positive',
  }
  return withGuessedWords(layout, draft)
}

/** Meanings for words that have none yet. */
function withGuessedWords(layout: UnknownTable, draft: MappingDraft): MappingDraft {
  const statusWords = { ...draft.statusWords }
  for (const word of wordsInColumn(layout, draft.columns.status)) {
    const status = statusWords[word] ?? guessStatus(word)
    if (status !== undefined) statusWords[word] = status
  }
  const directionWords = { ...draft.directionWords }
  for (const word of wordsInColumn(layout, draft.columns.direction)) {
    const direction = directionWords[word] ?? guessDirection(word)
    if (direction !== undefined) directionWords[word] = direction
  }
  return { ...draft, statusWords, directionWords }
}

function MappingForm({ layout, preview, onClose, onSaved, start }: MappingStepProps & { start: MappingDraft }) {
  const { t } = useTranslation('import-screen')
  const [draft, setDraft] = useState(start)
  const [tried, setTried] = useState(false)
  const save = useCommand('earnings.saveMapping')
  const faults = mappingFaults(draft)
  const refused = (preview?.rejected ?? []).filter(({ code }) => code === 'status-unknown').map(({ value }) => value)
  const statusWords = [
    ...new Set([...wordsInColumn(layout, draft.columns.status), ...Object.keys(draft.statusWords), ...refused]),
  ]
  const submit = async (): Promise<void> => {
    setTried(true)
    if (faults.length > 0) return
    const saved = await save.run(mappingInput(draft))
    if (saved !== undefined) onSaved(saved.preset)
  }
  useHotkey('mod+s', () => void submit())
  useHotkey('Escape', onClose)
  return (
    <section className="card stack mapping" aria-label={t('mapping.title')}>
      <div>
        <h2>{t('mapping.title')}</h2>
        <p className="soft">{t('mapping.text', { row: layout.headerRow })}</p>
      </div>
      <MappingFrame draft={draft} onChange={setDraft} onKind={(kind) => setDraft(changeKind(layout, draft, kind))} />
      <ColumnFields draft={draft} layout={layout} onChange={(changed) => setDraft(withGuessedWords(layout, changed))} />
      {draft.kind === 'orders' ? <StatusWords draft={draft} words={statusWords} onChange={setDraft} /> : null}
      {draft.kind === 'payments' ? (
        <DirectionWords draft={draft} words={wordsInColumn(layout, draft.columns.direction)} onChange={setDraft} />
      ) : null}
      <section className="stack">
        <h3>{t('mapping.live')}</h3>
        <MappedRows table={layout} draft={draft} />
      </section>
      <Field label={t('mapping.name')} help={t('mapping.nameHelp')}>
        {(id) => (
          <Input
            id={id}
            value={draft.name}
            maxLength={100}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        )}
      </Field>
      {tried && faults.length > 0 ? (
        <ul className="field-problem" role="alert">
          {faults.map((fault) => (
            <li key={fault}>{t(`mapping.fault.${fault}`)}</li>
          ))}
        </ul>
      ) : null}
      {save.error === undefined ? null : <ErrorNote error={save.error} />}
      <div className="form-foot">
        <Button onClick={onClose}>{t('app:action.cancel')}</Button>
        <Button type="primary" loading={save.busy} onClick={() => void submit()}>
          {t('mapping.save')}
        </Button>
      </div>
    </section>
  )
}

function changeKind(layout: UnknownTable, draft: MappingDraft, kind: MappingKind): MappingDraft {
  return withGuessedWords(layout, { ...draft, kind, columns: guessColumns(kind, layout) })
}

interface MappingFrameProps {
  draft: MappingDraft
  onChange: (draft: MappingDraft) => void
  onKind: (kind: MappingKind) => void
}

/** What kind of list it is, where it comes from, and whose it is. */
function MappingFrame({ draft, onChange, onKind }: MappingFrameProps) {
  const { t } = useTranslation('import-screen')
  const known = [...new Set([...platforms, draft.platform])]
  return (
    <div className="mapping-frame">
      <Segmented
        aria-label={t('mapping.kind')}
        value={draft.kind}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={onKind}
      />
      <Field label={t('mapping.platform')}>
        {(id) => (
          <Select
            id={id}
            value={draft.platform}
            options={known.map((value) => ({ value, label: platformName(t, value) }))}
            onChange={(platform) => onChange({ ...draft, platform })}
          />
        )}
      </Field>
      {draft.kind === 'orders' ? (
        <Field label={t('mapping.role')}>
          {(id) => (
            <Select
              id={id}
              value={draft.role}
              options={orderRoles.map((value) => ({ value, label: t(`earnings:roles.${value}`) }))}
              onChange={(role) => onChange({ ...draft, role })}
            />
          )}
        </Field>
      ) : null}
    </div>
  )
}

interface ColumnFieldsProps {
  draft: MappingDraft
  layout: UnknownTable
  onChange: (draft: MappingDraft) => void
}

function ColumnFields({ draft, layout, onChange }: ColumnFieldsProps) {
  const { t } = useTranslation('import-screen')
  const headers = [...new Set(layout.headers.filter((header) => header.trim() !== ''))]
  const use = (field: MappedField, header: string | undefined): void => {
    const { [field]: _before, ...rest } = draft.columns
    onChange({ ...draft, columns: header === undefined ? rest : { ...rest, [field]: header } })
  }
  return (
    <div className="mapping-columns">
      {fieldsOfKind[draft.kind].map((field) => (
        <Field key={field} label={t(`import:fields.${field}`)}>
          {(id) => (
            <Select<string | null>
              id={id}
              allowClear
              showSearch
              placeholder={t('mapping.noColumn')}
              value={draft.columns[field] ?? null}
              options={headers.map((header) => ({ value: header, label: header }))}
              onChange={(header) => use(field, header ?? undefined)}
            />
          )}
        </Field>
      ))}
    </div>
  )
}
