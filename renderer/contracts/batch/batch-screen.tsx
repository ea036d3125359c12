import { Input, Select } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import type { RosterPlanInput } from '../../../shared/contracts/roster/calls.ts'
import { guessMapping, rosterTargets, type RosterMapping } from '../../../shared/contracts/roster/targets.ts'
import type { ContractTemplate, ContractValue, ContractValues } from '../../../shared/contracts/templates/template.ts'
import { startingClauses, startingValues } from '../../../shared/contracts/templates/values.ts'
import { goTo, hrefTo, useRoute } from '../../shell/route.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { useLocalText } from '../drafting/local-text.ts'
import { FaultRegistry, useFaultCount } from '../terms/faults.tsx'
import { CheckResult } from './check-result.tsx'
import { ColumnMapping } from './column-mapping.tsx'
import { CommonValues } from './common-values.tsx'
import { type Roster, RosterDrop } from './roster-drop.tsx'
import './batch.css'

/** Issuing from a roster: template, file, what is the same for all, columns, check; only then is anything made. */
export function BatchScreen() {
  const { t } = useTranslation('roster')
  const say = useLocalText()
  const { params } = useRoute()
  const { data, error } = useQuery('contracts.listTemplates', {})
  const templateId = params.get('template') ?? data?.templates[0]?.id
  const template = useQuery('contracts.template', templateId === undefined ? undefined : { id: templateId })
  const [typedTitle, setTypedTitle] = useState<string>()
  const [roster, setRoster] = useState<Roster>()
  const ownTitle = data?.templates.find(({ id }) => id === templateId)?.title.zh ?? ''
  const title = typedTitle ?? ownTitle
  const failure = error ?? template.error
  const choose = (chosen: string): void => {
    setTypedTitle(undefined)
    goTo('contracts', { batch: 'new', template: chosen }, { replace: true })
  }
  return (
    <div className="stack batch-screen">
      <BackLink href={hrefTo('contracts', { tab: 'register' })} text={t('back')} />
      <h1>{t('title')}</h1>
      {failure === undefined ? null : <ErrorNote error={failure} />}
      <section className="card form-pair">
        <Field label={t('template.title')}>
          {(id) => (
            <Select
              id={id}
              value={templateId ?? null}
              onChange={choose}
              options={(data?.templates ?? []).map(({ id: value, title: name }) => ({ value, label: say(name) }))}
            />
          )}
        </Field>
        <Field label={t('template.name')}>
          {(id) => (
            <Input id={id} value={title} maxLength={200} onChange={(event) => setTypedTitle(event.target.value)} />
          )}
        </Field>
      </section>
      <RosterDrop roster={roster} onRoster={setRoster} />
      {roster === undefined ? null : template.data === undefined ? (
        <Loading rows={6} />
      ) : (
        <FaultRegistry key={template.data.id}>
          <BatchForm template={template.data} roster={roster} title={title.trim() || ownTitle} />
        </FaultRegistry>
      )}
    </div>
  )
}

interface BatchFormProps {
  template: ContractTemplate
  roster: Roster
  title: string
}

function BatchForm({ template, roster, title }: BatchFormProps) {
  const [common, setCommon] = useState<ContractValues>(startingValues(template))
  const [optionalClauses, setOptionalClauses] = useState<readonly string[]>(startingClauses(template))
  /** Columns as they were chosen for a table with such headers: the same table mended keeps them. */
  const [chosen, setChosen] = useState<{ headers: string; mapping: RosterMapping }>()
  /** What a check found, of the file it looked at. */
  const [checked, setChecked] = useState<{ roster: Roster; result: Output<'contracts.checkRoster'> }>()
  const unreadable = useFaultCount()
  const check = useCommand('contracts.checkRoster')
  const create = useCommand('contracts.createBatch')
  const targets = rosterTargets(template, common, optionalClauses)
  const headers = roster.table.headers.join('\n')
  const mapping = chosen?.headers === headers ? chosen.mapping : guessMapping(targets, roster.table.headers)
  const plan: RosterPlanInput = {
    token: roster.token,
    sheet: roster.table.sheet,
    headerRow: roster.table.headerRow,
    templateId: template.id,
    mapping: Object.fromEntries(targets.flatMap(({ id }) => (mapping[id] === undefined ? [] : [[id, mapping[id]]]))),
    common,
    optionalClauses: [...optionalClauses],
  }
  const changeCommon = useCallback((name: string, value: ContractValue | undefined): void => {
    setChecked(undefined)
    setCommon((before) => {
      const { [name]: _before, ...others } = before
      return value === undefined ? others : { ...others, [name]: value }
    })
  }, [])
  const changeClause = (clause: string, isIn: boolean): void => {
    setChecked(undefined)
    setOptionalClauses((before) => [...before.filter((id) => id !== clause), ...(isIn ? [clause] : [])])
  }
  const changeMapping = (next: RosterMapping): void => {
    setChecked(undefined)
    setChosen({ headers, mapping: next })
  }
  const run = async (): Promise<void> => {
    const result = await check.run(plan)
    setChecked(result && { roster, result })
  }
  const make = async (leaveOutFaulty: boolean): Promise<void> => {
    const made = await create.run({ ...plan, title, leaveOutFaulty })
    if (made !== undefined) goTo('contracts', { batch: made.batchId })
  }
  return (
    <>
      <CommonValues
        template={template}
        common={common}
        optionalClauses={optionalClauses}
        mapped={new Set(Object.keys(mapping))}
        onCommon={changeCommon}
        onClause={changeClause}
      />
      <ColumnMapping
        targets={targets}
        table={roster.table}
        mapping={mapping}
        onChange={changeMapping}
        busy={check.busy}
        progress={check.progress}
        disabled={unreadable > 0}
        onCheck={() => void run()}
      />
      {check.error === undefined ? null : <ErrorNote error={check.error} />}
      {checked?.roster !== roster ? null : (
        <CheckResult checked={checked.result} busy={create.busy} onIssue={(leaveOut) => void make(leaveOut)} />
      )}
      {create.error === undefined ? null : <ErrorNote error={create.error} />}
    </>
  )
}
