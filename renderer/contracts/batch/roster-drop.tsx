import { Button, InputNumber, Select } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import type { ErrorData } from '../../../shared/errors.ts'
import { call, intake } from '../../client.ts'
import { errorData } from '../../shell/app-store.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useFileDrop } from '../../ui/use-file-drop.ts'

/** A roster that was read: the file waiting in the core, and its table. */
export interface Roster {
  token: string
  table: Output<'contracts.readRoster'>
}

interface RosterDropProps {
  roster: Roster | undefined
  onRoster: (roster: Roster) => void
}

/** Where the roster comes in; then which sheet and which row is the header. */
export function RosterDrop({ roster, onRoster }: RosterDropProps) {
  const { t } = useTranslation('roster')
  const place = useRef<HTMLElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ErrorData>()
  const read = async (find: () => Promise<{ token: string; sheet?: string; headerRow?: number }>): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      const input = await find()
      onRoster({ token: input.token, table: await call('contracts.readRoster', input) })
    } catch (failure) {
      setError(errorData(failure))
    } finally {
      setBusy(false)
    }
  }
  const take = ([file]: File[]): void => {
    if (file !== undefined) void read(async () => ({ token: (await intake(file)).token }))
  }
  const over = useFileDrop(place, take)
  const again = (changes: { sheet?: string; headerRow?: number }): void => {
    if (roster === undefined) return
    const { sheet } = roster.table
    void read(async () => ({ token: roster.token, sheet, ...changes }))
  }
  return (
    <section ref={place} className={over ? 'card stack roster-drop over' : 'card stack roster-drop'}>
      <div className="row">
        <Icon name="import" size={24} />
        <div>
          <h2>{over ? t('file.drop') : t('file.title')}</h2>
          <p className="soft">
            {roster === undefined
              ? t('file.help')
              : t('file.found', { name: roster.table.fileName, rows: roster.table.rows })}
          </p>
        </div>
        <Button
          className="end"
          type={roster === undefined ? 'primary' : 'default'}
          loading={busy}
          onClick={() => picker.current?.click()}
        >
          {t(roster === undefined ? 'file.choose' : 'file.other')}
        </Button>
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".xlsx,.xls,.csv,.tsv,.txt,.zip"
        aria-label={t('file.choose')}
        onChange={(event) => {
          take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {roster === undefined ? null : (
        <>
          <div className="row">
            {roster.table.sheets.length < 2 ? null : (
              <label className="row">
                {t('file.sheet')}
                <Select
                  value={roster.table.sheet}
                  onChange={(sheet) => again({ sheet })}
                  options={roster.table.sheets.map((value) => ({ value, label: value }))}
                />
              </label>
            )}
            <label className="row">
              {t('file.headerRow')}
              <InputNumber
                min={1}
                max={1000}
                value={roster.table.headerRow}
                onChange={(headerRow) => headerRow !== null && again({ headerRow })}
              />
            </label>
          </div>
          <div className="register-scroll">
            <RosterSample table={roster.table} />
          </div>
        </>
      )}
      {error === undefined ? null : <ErrorNote error={error} />}
    </section>
  )
}

function RosterSample({ table }: { table: Roster['table'] }) {
  return (
    <table className="plain-table roster-sample">
      <thead>
        <tr>
          {table.headers.map((header, at) => (
            <th key={`${at + 1}-${header}`} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.sample.slice(0, 3).map(({ row, cells }) => (
          <tr key={row}>
            {table.headers.map((header, at) => (
              <td key={`${at + 1}-${header}`}>{cells[at]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
