import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import { hrefTo } from '../../shell/route.ts'
import { today } from '../../ui/due-date.tsx'
import { Money } from '../../ui/money.tsx'
import { Term } from '../../ui/term.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { cycleName } from '../ledger/cycle-words.ts'

export type LedgerChange = Output<'earnings.importStatements'>['changes'][number]

/** The change that moved a figure most. */
export function largestChange(changes: readonly LedgerChange[]): LedgerChange | undefined {
  return changes.toSorted((a, b) => Math.abs(movedFen(b)) - Math.abs(movedFen(a)))[0]
}

/** Where a changed figure stands in the ledger. */
export function changeHref(change: LedgerChange): string {
  return hrefTo('ledger', { open: change.agreementId, cycle: change.cycle })
}

function movedFen(change: LedgerChange): number {
  return change.expectedAfterFen - change.expectedBeforeFen
}

const mostShown = 24

/** Which months of which agreement changed, from what to what; each opens in the ledger. */
export function ChangesTable({ changes }: { changes: readonly LedgerChange[] }) {
  const { t } = useTranslation('import-screen')
  const { data } = useQuery('contracts.listAgreements', { onDay: today() })
  const moved = changes.filter((change) => movedFen(change) !== 0)
  const titles = new Map(data?.agreements.map(({ id, title }) => [id, title]))
  if (moved.length === 0) return <p className="soft">{t('changes.none')}</p>
  return (
    <>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('changes.cycle')}</th>
            <th scope="col">{t('changes.agreement')}</th>
            <th scope="col" className="number">
              {t('changes.before')}
            </th>
            <th scope="col" className="number">
              <Term id="expected" /> {t('changes.after')}
            </th>
            <th scope="col" className="number">
              {t('changes.moved')}
            </th>
          </tr>
        </thead>
        <tbody>
          {moved.slice(0, mostShown).map((change) => (
            <tr key={`${change.agreementId}-${change.cycle}`}>
              <td>
                <a href={changeHref(change)}>{cycleName(t, change.cycle, t('changes.session'))}</a>
              </td>
              <td>{titles.get(change.agreementId) ?? ''}</td>
              <td className="number">
                <Money fen={change.expectedBeforeFen} tone="soft" />
              </td>
              <td className="number">
                <Money fen={change.expectedAfterFen} size="strong" />
              </td>
              <td className="number">
                {movedFen(change) > 0 ? '+' : ''}
                <Money fen={movedFen(change)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {moved.length > mostShown ? (
        <p className="soft">{t('changes.more', { count: moved.length - mostShown })}</p>
      ) : null}
    </>
  )
}
