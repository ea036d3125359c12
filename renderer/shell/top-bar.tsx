import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { baseName } from '../ui/format.ts'
import { Icon } from '../ui/icons.tsx'
import { commandKeyName } from '../ui/keyboard.ts'
import { useCommand } from '../ui/use-command.ts'
import { useApp } from './app-store.ts'
import { goTo } from './route.ts'

/** Search, the sample's ribbon, the data folder and who I am. */
export function TopBar({ onSearch }: { onSearch: () => void }) {
  const { t } = useTranslation()
  const status = useApp((state) => state.status)
  return (
    <header className="top-bar">
      <button type="button" className="bare-button search-field" onClick={onSearch}>
        <Icon name="search" size={16} />
        <span>{t('top.search')}</span>
        <kbd>{commandKeyName} K</kbd>
      </button>
      <span className="end" />
      {status?.sample === true ? <SampleRibbon /> : null}
      {status === undefined || status.sample ? null : (
        <Tooltip title={t('top.folder', { path: status.dataDir })}>
          <a className="top-folder soft" href="#/settings">
            <Icon name="folder" size={16} />
            <span>{baseName(status.dataDir)}</span>
          </a>
        </Tooltip>
      )}
      {status === undefined || status.settings.roles.length === 0 ? null : (
        <span className="soft top-role">{status.settings.roles.map((role) => t(`role.${role}`)).join(' · ')}</span>
      )}
    </header>
  )
}

function SampleRibbon() {
  const { t } = useTranslation()
  const leave = useCommand('app.leaveSample')
  const loadStatus = useApp((state) => state.loadStatus)
  const onClick = async (): Promise<void> => {
    if ((await leave.run({})) === undefined) return
    goTo('home')
    await loadStatus()
  }
  return (
    <button type="button" className="bare-button ribbon" onClick={() => void onClick()} disabled={leave.busy}>
      {t(leave.busy ? 'top.sampleLeaving' : 'top.sample')}
    </button>
  )
}
