import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import { platformName } from '../../../shared/i18n/index.ts'
import { Status } from '../../ui/status.tsx'

/** A longer list is mended in the spreadsheet; those without a match stand first. */
const mostShown = 200

/** Which known account each row of a roster is about, or that it is none: its orders would be missing silently. */
export function AccountMatches({ rows }: Pick<Output<'contracts.checkRoster'>, 'rows'>) {
  const { t } = useTranslation('roster')
  const all = rows.flatMap(({ row, name, accounts }) => accounts.map((match) => ({ row, name, ...match })))
  if (all.length === 0) return null
  const missed = all.filter(({ found }) => found === null)
  const shown = [...missed, ...all.filter(({ found }) => found !== null)].slice(0, mostShown)
  return (
    <details className="batch-group">
      <summary>
        {t('accounts.title')}{' '}
        {missed.length === all.length ? null : (
          <Status tone="good">{t('accounts.matched', { count: all.length - missed.length })}</Status>
        )}{' '}
        {missed.length === 0 ? null : <Status tone="warn">{t('accounts.missed', { count: missed.length })}</Status>}
      </summary>
      <div className="stack batch-fields">
        {missed.length === 0 ? null : <p className="soft">{t('accounts.help')}</p>}
        <div className="register-scroll">
          <table className="plain-table roster-faults">
            <thead>
              <tr>
                <th scope="col">{t('result.row')}</th>
                <th scope="col">{t('result.name')}</th>
                <th scope="col">{t('accounts.typed')}</th>
                <th scope="col">{t('accounts.found')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ row, name, typed, by, found }) => (
                <tr key={`${row}-${typed}`}>
                  <td>{row}</td>
                  <td>{name}</td>
                  <td className="roster-value">{typed}</td>
                  <td>
                    <Status tone={found === null ? 'warn' : 'good'}>{t(`accounts.by.${by}`)}</Status>{' '}
                    {found === null
                      ? null
                      : [platformName(t, found.platform), found.name, found.account].filter(Boolean).join(' · ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {all.length > mostShown ? (
          <p className="soft">{t('accounts.more', { count: all.length - mostShown })}</p>
        ) : null}
      </div>
    </details>
  )
}
