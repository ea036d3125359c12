import { Input, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractTemplate } from '../../../shared/contracts/templates/template.ts'
import { askedVariables } from '../../../shared/contracts/templates/values.ts'
import { goTo } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useHotkey } from '../../ui/keyboard.ts'
import { useCommand } from '../../ui/use-command.ts'
import { useWide } from '../../ui/use-wide.ts'
import { useFaultCount } from '../terms/faults.tsx'
import { ClauseSwitches } from './clause-switches.tsx'
import { ContractPreview } from './contract-preview.tsx'
import { DraftBar } from './draft-bar.tsx'
import { type Draft, faultsOf, titleOf, withClause, withValue } from './draft-state.ts'
import { useLocalText } from './local-text.ts'
import { VariableField } from './variable-field.tsx'

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
  const [draft, setDraft] = useState(start)
  const [kept, setKept] = useState<Draft | undefined>(id === undefined ? undefined : start)
  const [tried, setTried] = useState(false)
  const [view, setView] = useState<'fill' | 'page'>('fill')
  const save = useCommand('contracts.saveDraft')
  const unreadable = useFaultCount()
  const faults = useMemo(() => faultsOf(template, draft), [template, draft])
  const submit = async (): Promise<string | undefined> => {
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
  const saveDraft = async (): Promise<void> => {
    const savedId = await submit()
    if (savedId !== undefined && id === undefined) goTo('contracts', { draft: savedId }, { replace: true })
  }
  const goOn = async (): Promise<void> => {
    setTried(true)
    if (unreadable > 0 || faults.some(({ severity }) => severity === 'error')) return
    const savedId = await submit()
    if (savedId !== undefined) goTo('contracts', { contract: savedId })
  }
  useHotkey('mod+s', () => void saveDraft())
  const isFilling = wide || view === 'fill'
  const asked = askedVariables({ template, ...draft })
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
      {isFilling ? (
        <div className="stack draft-fields">
          {template.caution === undefined ? null : (
            <p className="draft-caution">
              <Icon name="info" size={17} />
              <span>{say(template.caution)}</span>
            </p>
          )}
          {template.groups.map((group) => {
            const fields = asked.filter((variable) => variable.group === group.id)
            const isChoices = group.id === 'choices'
            if (fields.length === 0 && !isChoices) return null
            return (
              <section key={group.id} className="card stack" aria-label={say(group.title)}>
                <h2>{say(group.title)}</h2>
                {isChoices ? (
                  <ClauseSwitches
                    template={template}
                    chosen={draft.optionalClauses}
                    onChange={(clause, isIn) => setDraft((before) => withClause(before, clause, isIn))}
                  />
                ) : null}
                {fields.map((variable) => (
                  <VariableField
                    key={variable.name}
                    template={template}
                    variable={variable}
                    value={draft.values[variable.name]}
                    faults={faults.filter(
                      (fault) => fault.variable === variable.name && (tried || fault.code !== 'missing'),
                    )}
                    onChange={(value) => setDraft((before) => withValue(before, variable.name, value))}
                  />
                ))}
              </section>
            )
          })}
          <section className="card stack">
            <Field label={t('form.title')} help={t('form.titleHelp')}>
              {(fieldId) => (
                <Input
                  id={fieldId}
                  maxLength={200}
                  value={draft.title}
                  placeholder={titleOf(template, draft)}
                  onChange={(event) => setDraft({ ...draft, title: event.target.value })}
                />
              )}
            </Field>
          </section>
          {save.error === undefined ? null : <ErrorNote error={save.error} />}
        </div>
      ) : null}
      {wide || view === 'page' ? <ContractPreview template={template} draft={draft} /> : null}
      <DraftBar
        template={template}
        faults={faults}
        unreadable={unreadable}
        busy={save.busy}
        isKept={kept === draft}
        onSave={() => void saveDraft()}
        onGoOn={() => void goOn()}
      />
    </div>
  )
}
