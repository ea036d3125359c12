import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../../shared/contract.ts'
import { platformName } from '../../../../shared/i18n/index.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { useCommand } from '../../../ui/use-command.ts'
import { useUndoMessage } from '../../../ui/use-undo-message.tsx'
import { useQuery } from '../../../ui/use-query.ts'
import { draftOfPreset, mappingInput } from './mapping-draft.ts'

type Mapping = Output<'earnings.listPresets'>['mappings'][number]

/** The mappings that the person made, folded up: each can be called otherwise or taken off the list. Nothing where there are none. */
export function SavedMappings() {
  const { t } = useTranslation('import-screen')
  const showUndo = useUndoMessage()
  const { data } = useQuery('earnings.listPresets', {})
  const [renamed, setRenamed] = useState<Mapping>()
  const removing = useCommand('earnings.voidMapping')
  const restoring = useCommand('earnings.saveMapping')
  const error = removing.error ?? restoring.error
  const mappings = data?.mappings ?? []
  const remove = async (mapping: Mapping): Promise<void> => {
    if ((await removing.run({ id: mapping.id })) === undefined) return
    showUndo(`mapping-${mapping.id}`, t('mappings.removed', { name: mapping.name }), () => {
      void restoring.run(inputOf(mapping, mapping.name))
    })
  }
  if (mappings.length === 0) return null
  return (
    <details className="card saved-mappings">
      <summary>{t('mappings.title', { count: mappings.length })}</summary>
      <p className="soft">{t('mappings.help')}</p>
      {error === undefined ? null : <ErrorNote error={error} />}
      <ul className="lines">
        {mappings.map((mapping) => (
          <li key={mapping.id}>
            <span>
              {mapping.name}
              <span className="soft"> {aboutOf(t, mapping)}</span>
            </span>
            <span className="row">
              <Button
                size="small"
                aria-label={t('mappings.renameOf', { name: mapping.name })}
                onClick={() => setRenamed(mapping)}
              >
                {t('mappings.rename')}
              </Button>
              <Button
                size="small"
                aria-label={t('mappings.removeOf', { name: mapping.name })}
                loading={removing.busy}
                onClick={() => void remove(mapping)}
              >
                {t('app:action.remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {renamed === undefined ? null : (
        <RenameDialog key={renamed.id} mapping={renamed} onClose={() => setRenamed(undefined)} />
      )}
    </details>
  )
}

function aboutOf(t: ReturnType<typeof useTranslation<'import-screen'>>['t'], { preset }: Mapping): string {
  const role = preset.kind === 'orders' && preset.role !== undefined ? [t(`earnings:roles.${preset.role}`)] : []
  return [t(`kind.${preset.kind}`), platformName(t, preset.platform), ...role].join(' · ')
}

function inputOf(mapping: Mapping, name: string) {
  return mappingInput(draftOfPreset(mapping.id, name, mapping.preset))
}

function RenameDialog({ mapping, onClose }: { mapping: Mapping; onClose: () => void }) {
  const { t } = useTranslation('import-screen')
  const save = useCommand('earnings.saveMapping')
  const [name, setName] = useState(mapping.name)
  const isEmpty = name.trim() === ''
  const submit = async (): Promise<void> => {
    if (!isEmpty && (await save.run(inputOf(mapping, name))) !== undefined) onClose()
  }
  return (
    <FormDialog
      title={t('mappings.renameOf', { name: mapping.name })}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={save.busy}
      error={save.error}
    >
      <Field label={t('mapping.name')} problem={isEmpty ? t('mapping.fault.name') : undefined}>
        {(id) => <Input id={id} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />}
      </Field>
    </FormDialog>
  )
}
