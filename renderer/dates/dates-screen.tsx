import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ComingDate, type DateGroup, dateGroups, groupOfKind } from '../../shared/app/dates.ts'
import type { Language } from '../../shared/i18n/index.ts'
import { saveFile } from '../client.ts'
import { goTo, useRoute } from '../shell/route.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon } from '../ui/icons.tsx'
import { Loading } from '../ui/loading.tsx'
import { DatesPicture } from '../ui/pictures.tsx'
import { TaskProgress } from '../ui/task-progress.tsx'
import { useCommand } from '../ui/use-command.ts'
import { useQuery } from '../ui/use-query.ts'
import { DatesList } from './dates-list.tsx'
import { MonthPicture } from './month-picture.tsx'
import './dates.css'

/** 日期: every day that could be missed, the nearest first, with why and by which law; `?group=` shows one kind of them. */
export function DatesScreen() {
  const { t } = useTranslation('dates')
  const { params } = useRoute()
  const group = dateGroups.find((one) => one === params.get('group'))
  const { data, error, reload } = useQuery('app.dates', {})
  if (data === undefined)
    return error === undefined ? <Loading rows={8} /> : <ErrorNote error={error} onRetry={reload} />
  const shown = data.dates.filter(({ kind }) => group === undefined || groupOfKind[kind] === group)
  return (
    <div className="stack">
      <div className="row">
        <h1>{t('title')}</h1>
        <span className="soft">{t('purpose')}</span>
      </div>
      {data.dates.length === 0 ? (
        <EmptyState
          title={t('empty')}
          purpose={t('emptyPurpose')}
          picture={<DatesPicture />}
          action={{ label: t('emptyAction'), onClick: () => goTo('contracts') }}
        />
      ) : (
        <>
          <div className="row dates-bar">
            <Segmented
              aria-label={t('filter')}
              value={group ?? 'all'}
              onChange={(chosen) => goTo('dates', { group: chosen === 'all' ? undefined : chosen }, { replace: true })}
              options={['all' as const, ...dateGroups].map((value) => ({ value, label: t(`group.${value}`) }))}
            />
            <ExportDates group={group} />
          </div>
          <Dates today={data.today} dates={shown} />
        </>
      )}
    </div>
  )
}

function Dates({ today, dates }: { today: string; dates: ComingDate[] }) {
  const [month, setMonth] = useState(today.slice(0, 7))
  return (
    <div className="dates">
      <MonthPicture month={month} today={today} dates={dates} onMonth={setMonth} />
      <DatesList today={today} dates={dates} />
    </div>
  )
}

function ExportDates({ group }: { group: DateGroup | undefined }) {
  const { t, i18n } = useTranslation('dates')
  const exporting = useCommand('app.exportDates')
  const [count, setCount] = useState<number>()
  const run = async (): Promise<void> => {
    const made = await exporting.run({
      ...(group === undefined ? {} : { groups: [group] }),
      language: i18n.language as Language,
    })
    if (made === undefined) return
    saveFile(made.file)
    setCount(made.dates)
  }
  return (
    <div className="row end">
      {count === undefined ? null : <output className="soft">{t('exported', { count })}</output>}
      {exporting.error === undefined ? null : <ErrorNote error={exporting.error} onClose={exporting.clear} />}
      {exporting.busy ? (
        <TaskProgress progress={exporting.progress} onCancel={exporting.cancel} />
      ) : (
        <Button icon={<Icon name="download" />} onClick={() => void run()}>
          {t('export')}
        </Button>
      )}
    </div>
  )
}
