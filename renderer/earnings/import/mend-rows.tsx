import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import type { StatementRecord } from '../../../shared/earnings/import-shapes.ts'
import { mendedCsv, mendedFileName } from '../../../shared/earnings/statements/mended-csv.ts'
import { errorSentence } from '../../../shared/i18n/index.ts'
import { goTo } from '../../shell/route.ts'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Pager, usePages } from '../../ui/pager.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { useImport } from './import-store.ts'

type RejectedCells = Output<'earnings.rejectedCells'>
type RejectedCellRow = RejectedCells['rows'][number]

/**
 * Refused rows mended where they stand: the cell that was wrong, or the whole row; what was changed becomes a file of its own that
 * is previewed and imported as any other. The file they came from stays untouched.
 */
export function MendRows({ statement, onClose }: { statement: StatementRecord; onClose: () => void }) {
  const { t } = useTranslation('import-screen')
  const pages = usePages<number>()
  const { data, error, reload } = useQuery('earnings.rejectedCells', {
    statementId: statement.id,
    afterRow: pages.after ?? 0,
  })
  const [mended, setMended] = useState<ReadonlyMap<number, string[]>>(new Map())
  const check = async (headers: readonly string[], account: string): Promise<void> => {
    const csv = mendedCsv(headers, [...mended.values()])
    const file = new File([csv], mendedFileName(statement.file, t('mend.suffix', { count: mended.size })), {
      type: 'text/csv',
    })
    const choice = {
      preset: statement.preset,
      exportedAt: statement.exportedAt,
      ...(account === '' ? {} : { account }),
    }
    goTo('import')
    await useImport.getState().add([file], choice)
  }
  return (
    <div className="stack">
      <p className="soft">{t('mend.help')}</p>
      {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
      {data === undefined ? (
        error === undefined ? (
          <Loading rows={5} />
        ) : null
      ) : (
        <>
          <ol className="mend-rows">
            {data.rows.map((row) => (
              <MendRow
                key={row.row}
                headers={data.headers}
                row={row}
                cells={mended.get(row.row) ?? row.cells}
                onChange={(cells) => setMended(new Map(mended).set(row.row, cells))}
              />
            ))}
          </ol>
          <Pager pages={pages} next={data.next} />
          <div className="row">
            <Button type="primary" disabled={mended.size === 0} onClick={() => void check(data.headers, data.account)}>
              {t('mend.check', { count: mended.size })}
            </Button>
            <Button onClick={onClose}>{t('app:action.cancel')}</Button>
          </div>
        </>
      )}
    </div>
  )
}

interface MendRowProps {
  headers: readonly string[]
  row: RejectedCellRow
  cells: readonly string[]
  onChange: (cells: string[]) => void
}

function MendRow({ headers, row, cells, onChange }: MendRowProps) {
  const { t } = useTranslation('import-screen')
  const wrong = headers.indexOf(row.column.trim())
  const [whole, setWhole] = useState(wrong < 0)
  const shown = whole ? headers.map((_, index) => index) : [wrong]
  const reason = errorSentence(t, {
    code: `import.${row.code}`,
    params: {},
    where: { row: row.row, column: row.column, value: row.value },
  })
  return (
    <li className="mend-row">
      <p>
        <b>{t('mend.row', { row: row.row })}</b> <span className="soft">{reason}</span>
      </p>
      <div className="mend-cells">
        {shown.map((index) => (
          <Field key={index} label={headers[index] === '' ? t('mend.unnamed', { column: index + 1 }) : headers[index]}>
            {(id) => (
              <Input
                id={id}
                value={cells[index] ?? ''}
                status={index === wrong && cells[index] === row.cells[index] ? 'error' : ''}
                onChange={(event) => onChange(cells.map((cell, at) => (at === index ? event.target.value : cell)))}
              />
            )}
          </Field>
        ))}
        {whole ? null : (
          <Button type="text" icon={<Icon name="down" size={14} />} onClick={() => setWhole(true)}>
            {t('mend.whole')}
          </Button>
        )}
      </div>
    </li>
  )
}
