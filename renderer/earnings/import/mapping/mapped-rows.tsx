import { useTranslation } from 'react-i18next'
import { errorSentence } from '../../../../shared/i18n/index.ts'
import { Status } from '../../../ui/status.tsx'
import type { MappingDraft, UnknownTable } from './mapping-draft.ts'
import { type MappedCell, readMappedRows } from './read-mapped.ts'

const mostRows = 8

/** The first rows as they would be stored, read anew with every change of the mapping. */
export function MappedRows({ table, draft }: { table: UnknownTable; draft: MappingDraft }) {
  const { t } = useTranslation('import-screen')
  const rows = readMappedRows({ ...table, sample: table.sample.slice(0, mostRows) }, draft)
  const [first] = rows
  if (first === undefined) return <p className="soft">{t('mapping.afterSaving')}</p>
  if (first.cells.length === 0) return <p className="soft">{t('mapping.nothingYet')}</p>
  return (
    <div className="mapped-rows">
      <table className="plain-table">
        <caption className="visually-hidden">{t('mapping.live')}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('column.row')}
            </th>
            {first.cells.map(({ field }) => (
              <th key={field} scope="col">
                {t(`import:fields.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={row}>
              <td className="number">{row}</td>
              {cells.map(({ field, cell }) => (
                <td key={field}>
                  <CellText cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CellText({ cell }: { cell: MappedCell }) {
  const { t } = useTranslation('import-screen')
  if (cell.kind === 'text') return cell.text === '' ? <span className="soft">—</span> : <span>{cell.text}</span>
  if (cell.kind === 'status') return <span>{t(`earnings:lineStatuses.${cell.status}`)}</span>
  if (cell.kind === 'direction') return <span>{t(`class.${cell.direction}`)}</span>
  return (
    <span title={errorSentence(t, { code: `import.${cell.code}`, params: {}, where: { value: cell.value } })}>
      <Status tone="bad">
        {cell.value.trim() === '' ? t('mapping.empty') : t('mapping.unreadable', { value: cell.value })}
      </Status>
    </span>
  )
}
