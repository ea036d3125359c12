import { Button, Select } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type OccupationRow, type Origin, originSchema, type Section } from '../../../shared/training/occupation.ts'
import type { OccupationView } from '../../../shared/training/views.ts'
import type { ErrorData } from '../../../shared/errors.ts'
import { intake } from '../../client.ts'
import { errorData } from '../../shell/app-store.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { OriginMark } from '../origin-mark.tsx'
import { useDataWords } from '../words.ts'
import { RowForm } from './row-form.tsx'
import { useRowText } from './row-text.ts'
import { isEditable, newRow } from './rows.ts'

const sections: Section[] = ['hours', 'path', 'part', 'weight', 'job', 'function', 'lesson', 'unit']

/** 职业标准: the occupation's data by section, each row with where it comes from; rows of one's own replace or join them. */
export function StandardPlace() {
  const { t } = useTranslation('training-plan')
  const words = useDataWords()
  const [origin, setOrigin] = useState<Origin | 'all'>('all')
  const { data, error, reload } = useQuery('training.occupation', {})
  if (error !== undefined) return <ErrorNote error={error} onRetry={reload} />
  if (data === undefined) return <Loading />
  return (
    <div className="stack">
      <div className="row">
        <p className="soft standard-text">
          {t('standard.text', { name: words(data.name), code: data.code, edition: words(data.edition) })}
        </p>
        <Select<Origin | 'all'>
          className="end"
          aria-label={t('standard.filter')}
          value={origin}
          onChange={setOrigin}
          popupMatchSelectWidth={false}
          options={(['all', ...originSchema.options] as const).map((value) => ({
            value,
            label: value === 'all' ? t('standard.all') : t(`standard.origins.${value}`),
          }))}
        />
      </div>
      {sections.map((section) => (
        <SectionCard key={section} section={section} data={data} origin={origin} />
      ))}
    </div>
  )
}

interface SectionCardProps {
  section: Section
  data: OccupationView
  origin: Origin | 'all'
}

function SectionCard({ section, data, origin }: SectionCardProps) {
  const { t } = useTranslation('training-plan')
  const [form, setForm] = useState<OccupationRow>()
  const rows = data.rows.filter((row) => row.section === section && (origin === 'all' || row.origin === origin))
  const fresh = newRow(section, data.rows)
  if (rows.length === 0 && origin !== 'all') return null
  return (
    <section className="card" aria-labelledby={`standard-${section}`}>
      <div className="row">
        <h2 id={`standard-${section}`}>{t(`standard.sections.${section}`)}</h2>
        {section === 'weight' ? <ImportWeights /> : null}
        {fresh === undefined ? null : (
          <Button size="small" className="end" icon={<Icon name="plus" size={14} />} onClick={() => setForm(fresh)}>
            {t('standard.add')}
          </Button>
        )}
      </div>
      {section === 'weight' ? <WeightNotes data={data} isEmpty={rows.length === 0} /> : null}
      <ul className="standard-rows">
        {rows.map((row) => (
          <RowLine key={row.id} row={row} data={data} onEdit={() => setForm(row)} />
        ))}
      </ul>
      {form === undefined ? null : <RowForm row={form} onClose={() => setForm(undefined)} />}
    </section>
  )
}

function RowLine({ row, data, onEdit }: { row: OccupationRow; data: OccupationView; onEdit: () => void }) {
  const { t } = useTranslation('training-plan')
  const text = useRowText()
  const remove = useCommand('training.removeOccupationRow')
  const original = data.replaced.find((one) => one.id === row.id)
  const isOwn = row.origin === 'own'
  return (
    <li>
      <div>
        <p>{text(row)}</p>
        {original === undefined ? null : <p className="soft">{t('standard.originalRow', { text: text(original) })}</p>}
        <OriginMark row={row} />
        {remove.error === undefined ? null : <ErrorNote error={remove.error} />}
      </div>
      <div className="row">
        {isEditable(row) ? (
          <Button
            size="small"
            onClick={onEdit}
            aria-label={`${t(isOwn ? 'standard.editOwn' : 'standard.edit')} ${text(row)}`}
          >
            {t(isOwn ? 'standard.editOwn' : 'standard.edit')}
          </Button>
        ) : null}
        {isOwn ? (
          <Button size="small" loading={remove.busy} onClick={() => void remove.run({ id: row.id })}>
            {t(original === undefined ? 'standard.removeOwn' : 'standard.restore')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}

function WeightNotes({ data, isEmpty }: { data: OccupationView; isEmpty: boolean }) {
  const { t } = useTranslation('training-plan')
  return (
    <>
      {isEmpty ? <p className="soft">{t('standard.weightNone')}</p> : null}
      {data.weightFaults.map(({ job, level, part, sum }) => (
        <p key={`${job} ${level} ${part}`} className="field-problem">
          {t('standard.weightFault', {
            job: t(`training:jobs.${job}`),
            level: t(`training:levels.${level}`),
            part: t(`training:parts.${part}`),
            sum,
          })}
        </p>
      ))}
    </>
  )
}

/** A weight table from the printed standard, as CSV. */
function ImportWeights() {
  const { t } = useTranslation('training-plan')
  const picker = useRef<HTMLInputElement>(null)
  const importing = useCommand('training.importWeights')
  const [failure, setFailure] = useState<ErrorData>()
  const [done, setDone] = useState<number>()
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    setFailure(undefined)
    setDone(undefined)
    try {
      const { token } = await intake(file)
      setDone((await importing.run({ token }))?.rows)
    } catch (error) {
      setFailure(errorData(error))
    }
  }
  const error = importing.error ?? failure
  return (
    <>
      <Button size="small" className="end" loading={importing.busy} onClick={() => picker.current?.click()}>
        {t('standard.weightImport')}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".csv,.txt"
        aria-label={t('standard.weightImport')}
        onChange={(event) => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {done === undefined ? null : <output className="soft">{t('standard.weightImported', { count: done })}</output>}
      {error === undefined ? null : <ErrorNote error={error} />}
    </>
  )
}
