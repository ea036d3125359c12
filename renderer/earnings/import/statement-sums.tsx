import { useTranslation } from 'react-i18next'
import type { StatementSums as Sums } from '../../../shared/earnings/import-shapes.ts'
import { formatCount } from '../../../shared/i18n/index.ts'
import { Money } from '../../ui/money.tsx'

const amounts = ['amountFen', 'saleFen', 'estimatedCommissionFen', 'settledBaseFen', 'commissionFen', 'feeFen'] as const

/** The file's own totals by status or class: to be held against what the platform's page shows. */
export function StatementSums({ sums }: { sums: Sums }) {
  const { t } = useTranslation('import-screen')
  const parts: [string, Record<string, number>][] = Object.entries(sums)
  const columns = amounts.filter((amount) => parts.some(([, part]) => (part[amount] ?? 0) !== 0))
  if (parts.length === 0) return null
  if ('sessions' in sums) {
    const { rows, minutes } = sums.sessions
    return <p className="soft">{t('sums.sessions', { sessions: formatCount(rows), minutes: formatCount(minutes) })}</p>
  }
  return (
    <section>
      <h2 className="sub-title">{t('sums.title')}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('sums.part')}</th>
            <th scope="col" className="number">
              {t('sums.rows')}
            </th>
            {columns.map((amount) => (
              <th key={amount} scope="col" className="number">
                {t(`import:fields.${amount}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(([name, part]) => (
            <tr key={name}>
              <td>{t(`earnings:lineStatuses.${name}`, { defaultValue: t(`class.${name}`) })}</td>
              <td className="number">{formatCount(part['rows'] ?? 0)}</td>
              {columns.map((amount) => (
                <td key={amount} className="number">
                  <Money fen={part[amount] ?? 0} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
