import { useTranslation } from 'react-i18next'
import { platformName } from '../../../shared/i18n/index.ts'
import { hrefTo } from '../../shell/route.ts'
import { useQuery } from '../../ui/use-query.ts'

/** Order lines that no agreement takes: said above the ledger, because its totals do not hold them. */
export function UnassignedNote({ asOf }: { asOf: string }) {
  const { t } = useTranslation('ledger')
  const { data } = useQuery('earnings.overview', { asOf })
  const unassigned = data?.unassigned ?? []
  if (unassigned.length === 0) return null
  const sum = (pick: (one: (typeof unassigned)[number]) => number): number =>
    unassigned.reduce((total, one) => total + pick(one), 0)
  const names = unassigned.slice(0, 3).map((one) => `${platformName(t, one.platform)} ${one.account}`)
  return (
    <div className="note row">
      <span className="grow">
        {t('unassigned.text', {
          lines: sum((one) => one.lines),
          commissionFen: sum((one) => one.commissionFen),
          accounts: names.join(t('app:chart.comma')),
        })}
      </span>
      <a href={hrefTo('contracts', { agreement: 'new' })}>{t('unassigned.action')}</a>
    </div>
  )
}
