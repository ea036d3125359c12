import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../shared/app/calls.ts'
import { Icon } from '../ui/icons.tsx'
import { RoleCards } from '../ui/role-cards.tsx'
import { StartChoices } from './start-choices.tsx'
import './first-run.css'

/** Who are you, then own files or the sample: two steps to the first figure. */
export function FirstRun() {
  const { t } = useTranslation('home')
  const [roles, setRoles] = useState<Role[]>([])
  const [chosen, setChosen] = useState(false)
  return (
    <main className="first-run">
      <div className="first-run-brand">
        <img src={new URL('../icon.svg', import.meta.url).href} width="34" height="34" alt="" />
        <b>{t('app:name')}</b>
        <span className="soft">{t('app:slogan')}</span>
      </div>
      <p className="soft">{t('first.step', { step: chosen ? 2 : 1, total: 2 })}</p>
      {chosen ? (
        <Start roles={roles} onBack={() => setChosen(false)} />
      ) : (
        <>
          <h1>{t('first.welcome')}</h1>
          <p className="soft first-run-text">{t('first.welcomeText')}</p>
          <RoleCards chosen={roles} onChange={setRoles} />
          <div className="row first-run-foot">
            <span className="soft">
              <Icon name="lock" size={15} /> {t('app:local')}
            </span>
            <Button
              type="primary"
              size="large"
              className="end"
              disabled={roles.length === 0}
              onClick={() => setChosen(true)}
            >
              {t('app:action.next')}
            </Button>
          </div>
        </>
      )}
    </main>
  )
}

function Start({ roles, onBack }: { roles: Role[]; onBack: () => void }) {
  const { t } = useTranslation('home')
  return (
    <>
      <h1>{t('first.start')}</h1>
      <p className="soft first-run-text">{t('first.startText')}</p>
      <StartChoices roles={roles} />
      <div className="row first-run-foot">
        <Button onClick={onBack}>{t('app:action.back')}</Button>
      </div>
    </>
  )
}
