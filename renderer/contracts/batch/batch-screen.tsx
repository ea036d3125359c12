import { Input, Select } from 'antd'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import type { RosterPlanInput } from '../../../shared/contracts/roster/calls.ts'
import { guessMapping, rosterTargets, type RosterMapping } from '../../../shared/contracts/roster/targets.ts'
import type { ContractTemplate, ContractValue, ContractValues } from '../../../shared/contracts/templates/template.ts'
import { startingClauses, startingValues } from '../../../shared/contracts/templates/values.ts'
import { goTo, hrefTo, useRoute } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icons.tsx'
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
  const failure = error ?? template.error
  return (
    <div className="stack batch-screen">
      <a href={hrefTo('contracts', { tab: 'register' })} className="row page-back">
        <Icon name="back" size={16} />
        {t('back')}
      </a>
      <h1>{t('title')}</h1>
      {failure === undefined ? null : <ErrorNote error={failure} />}
      <section className="card">
        <Field label={t('template.title')}>
          {(id) => (
            <Select
              id={id}
              value={templateId}
              onChange={(chosen) => goTo('contracts', { batch: 'new', template: chosen }, { replace: true })}
              options={(data?.templates ?? []).map(({ id: value, title }) => ({ value, label: say(title) }))}
            />
          )}
        </Field>
      </section>
      {template.data === undefined ? (
        <Loading rows={6} />
      ) : (
        <FaultRegistry key={template.data.id}>
          <BatchForm template={template.data} />
        </FaultRegistry>
      )}
    </div>
  )
}

type Checked = Output<'contracts.checkRoster'>

function BatchForm({ template }: { template: ContractTemplate }) {
  const { t } = useTranslation('roster')
  const [title, setTitle] = useState(template.title.zh)
  const [roster, setRoster] = useState<Roster>()
  const [common, setCommon] = useState<ContractValues>(startingValues(template))
  const [optionalClauses, setOptionalClauses] = useState<readonly string[]>(startingClauses(template))
  const [chosen, setChosen] = useState<RosterMapping>()
  const [checked, setChecked] = useState<Checked>()
  const unreadable = useFaultCount()
  const check = useCommand('contracts.checkRoster')
  const create = useCommand('contracts.createBatch')
  const targets = rosterTargets(template, common, optionalClauses)
  const headers = roster?.table.headers ?? []
  const mapping = chosen ?? guessMapping(targets, headers)
  const plan = (found: Roster): RosterPlanInput => ({
    token: found.token,
    sheet: found.table.sheet,
    headerRow: found.table.headerRow,
    templateId: template.id,
    mapping: Object.fromEntries(targets.flatMap(({ id }) => (mapping[id] === undefined ? [] : [[id, mapping[id]]]))),
    common,
    optionalClauses: [...optionalClauses],
  })
  const change = (apply: () => void): void => {
    setChecked(undefined)
    apply()
  }
  const changeCommon = useCallback((name: string, value: ContractValue | undefined): void => {
    setChecked(undefined)
    setCommon((before) => {
      const { [name]: _before, ...others } = before
      return value === undefined ? others : { ...others, [name]: value }
    })
  }, [])
  const run = async (): Promise<void> => {
    if (roster !== undefined) setChecked(await check.run(plan(roster)))
  }
  const make = async (leaveOutFaulty: boolean): Promise<void> => {
    if (roster === undefined) return
    const made = await create.run({ ...plan(roster), title: title.trim() || template.title.zh, leaveOutFaulty })
    if (made !== undefined) goTo('contracts', { batch: made.batchId })
  }
  return (
    <>
      <section className="card">
        <Field label={t('template.name')}>
          {(id) => <Input id={id} value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
      </section>
      <RosterDrop
        roster={roster}
        onRoster={(found) =>
          change(() => {
            setRoster(found)
            // The same table mended keeps the columns as they were chosen.
            if (found.table.headers.join('\n') !== headers.join('\n')) setChosen(undefined)
          })
        }
      />
      {roster === undefined ? null : (
        <>
          <CommonValues
            template={template}
            common={common}
            optionalClauses={optionalClauses}
            mapped={new Set(Object.keys(mapping))}
            onCommon={changeCommon}
            onClause={(clause, isIn) =>
              change(() =>
                setOptionalClauses((before) => [...before.filter((id) => id !== clause), ...(isIn ? [clause] : [])]),
              )
            }
          />
          <ColumnMapping
            targets={targets}
            table={roster.table}
            mapping={mapping}
            onChange={(next) => change(() => setChosen(next))}
            busy={check.busy}
            progress={check.progress}
            disabled={unreadable > 0}
            onCheck={() => void run()}
          />
        </>
      )}
      {check.error === undefined ? null : <ErrorNote error={check.error} />}
      {checked === undefined ? null : (
        <CheckResult checked={checked} busy={create.busy} onIssue={(leaveOut) => void make(leaveOut)} />
      )}
      {create.error === undefined ? null : <ErrorNote error={create.error} />}
    </>
  )
}
