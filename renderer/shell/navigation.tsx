import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { today } from '../ui/due-date.tsx'
import { timeAgo } from '../ui/format.ts'
import { Icon } from '../ui/icons.tsx'
import { useQuery } from '../ui/use-query.ts'
import { useWide } from '../ui/use-wide.ts'
import { useApp } from './app-store.ts'
import { hrefTo } from './route.ts'
import { screensFor } from './screens.tsx'

/** A larger number would not fit beside an icon. */
const mostShown = 99

/** Cycles that are overdue today, whoever owes them; the ledger says of which side each is. */
function useOverdueCycles(): number {
  const { data } = useQuery('earnings.ledger', { asOf: today(), filter: { statuses: ['overdue'] }, agreements: 1 })
  return data?.totals.rows ?? 0
}

/** The places of the app; on a narrow window icons with their names as tooltips. */
export function Navigation({ current }: { current: string }) {
  const { t } = useTranslation()
  const wide = useWide()
  const role = useApp((state) => state.status?.settings.roles[0])
  const overdue = useOverdueCycles()
  return (
    <nav className="navigation" aria-label={t('nav.label')}>
      <div className="brand">
        <img src={new URL('../icon.svg', import.meta.url).href} width="26" height="26" alt="" />
        {wide ? <b>{t('name')}</b> : <span className="visually-hidden">{t('name')}</span>}
      </div>
      {screensFor(role).map(({ path, icon }) => {
        const count = path === 'ledger' ? overdue : 0
        const link = (
          <a
            key={path}
            href={hrefTo(path)}
            className={path === current ? 'nav-link on' : 'nav-link'}
            {...(path === current ? { 'aria-current': 'page' as const } : {})}
            {...(count > 0 ? { 'aria-description': t('nav.overdue', { count }) } : {})}
          >
            <Icon name={icon} size={20} />
            <span className={wide ? '' : 'visually-hidden'}>{t(`nav.${path}`)}</span>
            {count > 0 ? (
              <span className="nav-count" aria-hidden>
                {count > mostShown ? `${mostShown}+` : count}
              </span>
            ) : null}
          </a>
        )
        return wide ? (
          link
        ) : (
          <Tooltip key={path} title={t(`nav.${path}`)} placement="right">
            {link}
          </Tooltip>
        )
      })}
      {wide ? <NavigationFoot /> : null}
    </nav>
  )
}

function NavigationFoot() {
  const { t } = useTranslation()
  const lastBackupAt = useApp((state) => state.status?.lastBackupAt ?? null)
  return (
    <div className="nav-foot soft">
      {lastBackupAt === null ? t('top.noBackup') : t('top.backup', { ago: timeAgo(t, lastBackupAt) })}
      <br />
      {t('local')}
    </div>
  )
}
