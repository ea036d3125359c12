import { useTranslation } from 'react-i18next'
import { useApp } from '../shell/app-store.ts'
import { StartChoices } from '../first-run/index.ts'

/** Nothing yet: the choices of the first run, not a page of zeros. */
export function EmptyHome() {
  const { t } = useTranslation('home')
  const roles = useApp((state) => state.status?.settings.roles ?? [])
  return (
    <div className="stack home-empty">
      <h1>{t('first.start')}</h1>
      <p className="soft">{t('first.startText')}</p>
      <StartChoices roles={roles} />
    </div>
  )
}
