import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type TrainingKind, trainingKinds, type TrainingRecord } from '../../../shared/training/records.ts'
import { yearOf } from '../../../shared/training/totals.ts'
import type { Overview } from '../../../shared/training/views.ts'
import { today } from '../../ui/due-date.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Term } from '../../ui/term.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { TrainingPicture } from '../picture.tsx'
import { useHoursWords } from '../words.ts'
import { ExportDialog } from './export-dialog.tsx'
import { RecordForm } from './record-form.tsx'
import { RecordPanel } from './record-panel.tsx'
import { RecordTable } from './record-table.tsx'
import { RequiredCard } from './required-card.tsx'
import { SumsCard } from './sums-card.tsx'
import { WarningsCard } from './warnings-card.tsx'

type Opened = { form: TrainingRecord | { kind?: TrainingKind } } | { record: string } | 'export' | undefined

/** 记录: what a person learned, what the rules ask of them in the year, and what in the log would not stand up. */
export function LogPlace({ partyId }: { partyId: string }) {
  const { t } = useTranslation('training')
  const [year, setYear] = useState(yearOf(today()))
  const [opened, setOpened] = useState<Opened>()
  const overview = useQuery('training.overview', { partyId, year })
  const list = useQuery('training.listRecords', { partyId, withVoided: true })
  const error = overview.error ?? list.error
  if (error !== undefined) return <ErrorNote error={error} onRetry={overview.reload} />
  if (overview.data === undefined || list.data === undefined) return <Loading />
  const { records } = list.data
  const close = (): void => setOpened(undefined)
  const openedRecord =
    typeof opened === 'object' && 'record' in opened ? records.find(({ id }) => id === opened.record) : undefined
  return (
    <div className={openedRecord === undefined ? 'training-log' : 'training-log with-panel'}>
      <div className="stack">
        {records.length === 0 ? (
          <EmptyState
            title={t('empty.title')}
            purpose={t('empty.purpose')}
            picture={<TrainingPicture />}
            action={{ label: t('empty.action'), onClick: () => setOpened({ form: {} }) }}
          />
        ) : (
          <Head
            overview={overview.data}
            onYear={setYear}
            onAdd={() => setOpened({ form: {} })}
            onExport={() => setOpened('export')}
          />
        )}
        <div className="training-columns">
          <RequiredCard overview={overview.data} onRecord={(kind) => setOpened({ form: { kind } })} />
          {records.length === 0 ? null : <SumsCard overview={overview.data} />}
        </div>
        <WarningsCard overview={overview.data} onOpen={(record) => setOpened({ record })} />
        {records.length === 0 ? null : (
          <Records
            records={records}
            overview={overview.data}
            openId={openedRecord?.id}
            onOpen={(record) => setOpened({ record })}
          />
        )}
      </div>
      {openedRecord === undefined ? null : (
        <RecordPanel
          key={openedRecord.id}
          record={openedRecord}
          lessonMinutes={overview.data.lessonMinutes}
          onEdit={() => setOpened({ form: openedRecord })}
          onClose={close}
        />
      )}
      {typeof opened === 'object' && 'form' in opened ? (
        <RecordForm partyIds={[partyId]} start={opened.form} onClose={close} />
      ) : null}
      {opened === 'export' ? <ExportDialog partyId={partyId} records={records} onClose={close} /> : null}
    </div>
  )
}

interface HeadProps {
  overview: Overview
  onYear: (year: number) => void
  onAdd: () => void
  onExport: () => void
}

function Head({ overview, onYear, onAdd, onExport }: HeadProps) {
  const { t } = useTranslation('training')
  const hours = useHoursWords(overview.lessonMinutes)
  const { year, totals, yearTotals } = overview
  const years = [...new Set([yearOf(today()), year, ...totals.byYear.map((sum) => sum.year)])].toSorted((a, b) => b - a)
  return (
    <section className="card training-head">
      <dl className="training-figures">
        <div>
          <dt className="soft">
            {t('log.thisYear', { year })} <Term id="lesson-hour" />
          </dt>
          <dd>
            <b>{hours(yearTotals.minutes)}</b>{' '}
            <span className="soft">{t('log.records', { count: yearTotals.records })}</span>
          </dd>
        </div>
        <div>
          <dt className="soft">{t('log.allTime')}</dt>
          <dd>
            <b>{hours(totals.minutes)}</b> <span className="soft">{t('log.records', { count: totals.records })}</span>
          </dd>
        </div>
      </dl>
      <div className="row end">
        <Select
          aria-label={t('log.yearLabel')}
          value={year}
          onChange={onYear}
          options={years.map((one) => ({ value: one, label: t('log.year', { year: one }) }))}
        />
        <Button icon={<Icon name="download" size={16} />} onClick={onExport}>
          {t('log.export')}
        </Button>
        <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={onAdd}>
          {t('log.add')}
        </Button>
      </div>
    </section>
  )
}

interface RecordsProps {
  records: readonly TrainingRecord[]
  overview: Overview
  openId: string | undefined
  onOpen: (id: string) => void
}

function Records({ records, overview, openId, onOpen }: RecordsProps) {
  const { t } = useTranslation('training')
  const [kind, setKind] = useState<TrainingKind | 'all'>('all')
  const [onlyYear, setOnlyYear] = useState(false)
  const [withVoided, setWithVoided] = useState(false)
  const shown = records.filter(
    (record) =>
      (kind === 'all' || record.kind === kind) &&
      (!onlyYear || yearOf(record.date) === overview.year) &&
      (withVoided || record.voidedAt === null),
  )
  return (
    <section className="card">
      <div className="row training-filters">
        <Select<TrainingKind | 'all'>
          className="kind-filter"
          aria-label={t('log.kindLabel')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'all', label: t('log.allKinds') },
            ...trainingKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
          ]}
        />
        <Checkbox checked={onlyYear} onChange={(event) => setOnlyYear(event.target.checked)}>
          {t('log.year', { year: overview.year })}
        </Checkbox>
        {records.some(({ voidedAt }) => voidedAt !== null) ? (
          <Checkbox checked={withVoided} onChange={(event) => setWithVoided(event.target.checked)}>
            {t('log.showVoided')}
          </Checkbox>
        ) : null}
      </div>
      {shown.length === 0 ? (
        <p className="soft">{t('log.none')}</p>
      ) : (
        <RecordTable records={shown} lessonMinutes={overview.lessonMinutes} openId={openId} onOpen={onOpen} />
      )}
    </section>
  )
}
