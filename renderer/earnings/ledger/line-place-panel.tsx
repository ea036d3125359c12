import { useTranslation } from 'react-i18next'
import type { LedgerLine } from '../../../shared/earnings/ledger-shapes.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useQuery } from '../../ui/use-query.ts'

/** Settled, but the file does not say when: such a line counts in no cycle as settled (spec/compute.md C6). */
export function lacksSettledAt({ status, settledAt }: LedgerLine): boolean {
  return status === 'settled' && settledAt === null
}

/** The row of the original file that a line came from, and where else the same order stands. */
export function LinePlacePanel({ line, onClose }: { line: LedgerLine; onClose: () => void }) {
  const { t } = useTranslation('ledger')
  const { data, error, reload } = useQuery('earnings.linePlace', { lineId: line.id })
  const placeOf = (place: { file: string; sheet: string; row: number }): string =>
    t('lines.placeOf', { ...place, sheet: place.sheet === '' ? '' : t('lines.sheet', { sheet: place.sheet }) })
  return (
    <SidePanel
      label={t('lines.row')}
      title={
        <>
          <h1>{line.orderId}</h1>
          <p className="soft">{placeOf(line)}</p>
        </>
      }
      onClose={onClose}
    >
      {lacksSettledAt(line) ? <p className="note">{t('lines.unsettledHelp')}</p> : null}
      {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
      {data === undefined ? (
        <Loading rows={8} />
      ) : (
        <>
          <table className="plain-table">
            <caption className="visually-hidden">{t('lines.row')}</caption>
            <tbody>
              {data.columns.map((column) => (
                <tr key={column.name}>
                  <th scope="row">{column.name}</th>
                  <td className="cell-value">{column.value}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {data.withheldColumns.length === 0 ? null : (
            <p className="note note-plain soft">
              {t('lines.withheld', { columns: data.withheldColumns.join(t('app:chart.comma')) })}
            </p>
          )}
          {data.otherPlaces.length === 0 ? null : (
            <section>
              <h2>{t('lines.otherPlaces')}</h2>
              <ul className="lines">
                {data.otherPlaces.map((place) => (
                  <li key={`${place.file} ${place.sheet} ${place.row}`}>{placeOf(place)}</li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </SidePanel>
  )
}
