import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../shared/app/calls.ts'
import { useApp } from '../shell/app-store.ts'
import { Icon } from '../ui/icons.tsx'
import { RoleCards } from '../ui/role-cards.tsx'
import { DataSettings } from './data-settings.tsx'
import { InterestSettings } from './interest-settings.tsx'
import { RatesSettings } from './rates-settings.tsx'
import './settings.css'

/** Everything about the app itself; a change is saved as it is made. */
export function SettingsScreen() {
  const { t } = useTranslation('settings')
  const status = useApp((state) => state.status)
  if (status === undefined) return null
  return (
    <div className="stack settings">
      <h1>{t('title')}</h1>
      <WhoSettings settings={status.settings} />
      <DataSettings status={status} />
      <InterestSettings settings={status.settings} />
      <RatesSettings />
      <Protection />
      <section className="card">
        <h2>{t('about.title')}</h2>
        <p>{t('about.version', { version: status.version })}</p>
        <p className="soft">
          {t('about.device')} <code>{status.deviceId}</code>
        </p>
      </section>
    </div>
  )
}

function WhoSettings({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings')
  const save = useApp((state) => state.saveSettings)
  return (
    <section className="card stack">
      <div>
        <h2>{t('who.title')}</h2>
        <p className="soft">{t('who.text')}</p>
      </div>
      <RoleCards
        chosen={settings.roles}
        onChange={(roles) => {
          if (roles.length > 0) void save({ roles })
        }}
      />
      <div className="row settings-choices">
        <Choice label={t('who.language')}>
          <Segmented
            aria-label={t('who.language')}
            value={settings.language}
            onChange={(language) => void save({ language })}
            options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`who.${value}`) }))}
          />
        </Choice>
        <Choice label={t('who.theme')}>
          <Segmented
            aria-label={t('who.theme')}
            value={settings.theme}
            onChange={(theme) => void save({ theme })}
            options={(['light', 'dark', 'system'] as const).map((value) => ({ value, label: t(`who.${value}`) }))}
          />
        </Choice>
      </div>
    </section>
  )
}

function Choice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="settings-choice">
      <span className="soft">{label}</span>
      {children}
    </div>
  )
}

const protectedKeys = ['offline', 'folderMode', 'loopback', 'chain', 'signed']
const unprotectedKeys = ['disk', 'key', 'exported', 'backups']

function Protection() {
  const { t } = useTranslation('settings')
  return (
    <section className="card">
      <h2>{t('protection.title')}</h2>
      <div className="settings-columns">
        <ProtectionList title={t('protection.yes')} keys={protectedKeys} good />
        <ProtectionList title={t('protection.no')} keys={unprotectedKeys} good={false} />
      </div>
    </section>
  )
}

function ProtectionList({ title, keys, good }: { title: string; keys: string[]; good: boolean }) {
  const { t } = useTranslation('settings')
  return (
    <div>
      <h3>{title}</h3>
      <ul className={good ? 'protection good-list' : 'protection warn-list'}>
        {keys.map((key) => (
          <li key={key}>
            <Icon name={good ? 'check' : 'warn'} size={16} />
            <span>{t(`protection.${key}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
