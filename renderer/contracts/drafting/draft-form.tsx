import { Segmented } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractTemplate } from '../../../shared/contracts/templates/template.ts'
import { goTo } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useHotkey } from '../../ui/keyboard.ts'
import { type Command, useCommand } from '../../ui/use-command.ts'
import { useWide } from '../../ui/use-wide.ts'
import { useFaultCount } from '../terms/faults.tsx'
import { ContractPreview } from './contract-preview.tsx'
import { DraftBar } from './draft-bar.tsx'
import { DraftFields } from './draft-fields.tsx'
import { type Draft, faultsOf, rememberDraft, titleOf, unsavedDraft } from './draft-state.ts'
import { useLocalText } from './local-text.ts'

interface DraftFormProps {
  template: ContractTemplate
  start: Draft
  /** Absent: not kept yet. */
  id?: string
  amends?: string
}

/** The fields of a contract in their groups, and beside them the page as it will print. */
export function DraftForm({ template, start, id, amends }: DraftFormProps) {
  const { t } = useTranslation('templates')
  const say = useLocalText()
  const wide = useWide()
  const place = id ?? ['new', template.id, amends].join(' ')
  const [draft, setDraft] = useState(() => unsavedDraft(place) ?? start)
  const [tried, setTried] = useState(false)
  const [view, setView] = useState<'fill' | 'page'>('fill')
  const unreadable = useFaultCount()
  const faults = useMemo(() => faultsOf(template, draft), [template, draft])
  const { save, isKept, keep } = useKeeping({ template, start, draft, id, amends })
  useEffect(() => rememberDraft(place, isKept || draft === start ? undefined : draft), [place, draft, start, isKept])
  const saveDraft = async (): Promise<void> => {
    const keptId = await keep()
    if (keptId !== undefined && id === undefined) goTo('contracts', { draft: keptId }, { replace: true })
  }
  const goOn = async (): Promise<void> => {
    setTried(true)
    if (unreadable > 0 || faults.some(({ severity }) => severity === 'error')) return
    const keptId = await keep()
    if (keptId !== undefined) goTo('contracts', { contract: keptId })
  }
  useHotkey('mod+s', () => void saveDraft())
  return (
    <div className="draft-form">
      <div className="draft-head">
        <h1>{say(template.title)}</h1>
        {wide ? null : (
          <Segmented
            value={view}
            onChange={setView}
            options={[
              { value: 'fill', label: t('form.fill') },
              { value: 'page', label: t('form.page') },
            ]}
          />
        )}
      </div>
      {wide || view === 'fill' ? (
        <div className="stack draft-fields">
          <DraftFields
            template={template}
            draft={draft}
            faults={tried ? faults : faults.filter(({ code }) => code !== 'missing')}
            isNew={id === undefined}
            onChange={setDraft}
          />
          {save.error === undefined ? null : <ErrorNote error={save.error} />}
        </div>
      ) : null}
      {wide || view === 'page' ? <ContractPreview template={template} draft={draft} /> : null}
      <DraftBar
        template={template}
        faults={faults}
        unreadable={unreadable}
        busy={save.busy}
        isKept={isKept}
        onCancel={() => {
          rememberDraft(place, undefined)
          goTo('contracts')
        }}
        onSave={() => void saveDraft()}
        onGoOn={() => void goOn()}
      />
    </div>
  )
}

interface Keeping {
  save: Command<'contracts.saveDraft'>
  /** What is on screen is what is kept. */
  isKept: boolean
  /** Answers the id under which it is kept, undefined when that failed. */
  keep: () => Promise<string | undefined>
}

function useKeeping({
  template,
  start,
  draft,
  id,
  amends,
}: {
  template: ContractTemplate
  start: Draft
  draft: Draft
  id: string | undefined
  amends: string | undefined
}): Keeping {
  const [kept, setKept] = useState(id === undefined ? undefined : start)
  const save = useCommand('contracts.saveDraft')
  const keep = async (): Promise<string | undefined> => {
    const saved = await save.run({
      ...(id === undefined ? {} : { id }),
      templateId: template.id,
      templateVersion: template.version,
      title: titleOf(template, draft),
      values: draft.values,
      optionalClauses: [...draft.optionalClauses],
      ...(amends === undefined || id !== undefined ? {} : { amends }),
    })
    if (saved !== undefined) setKept(draft)
    return saved?.id
  }
  return { save, isKept: kept === draft, keep }
}
