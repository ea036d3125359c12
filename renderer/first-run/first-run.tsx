import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../shared/app/calls.ts'
import { useApp } from '../shell/app-store.ts'
import { goTo } from '../shell/route.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon, type IconName } from '../ui/icons.tsx'
import { RoleCards } from '../ui/role-cards.tsx'
import { TaskProgress } from '../ui/task-progress.tsx'
import { useCommand } from '../ui/use-command.ts'
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
  const save = useCommand('app.saveSettings')
  const sample = useCommand('app.openSample')
  const loadStatus = useApp((state) => state.loadStatus)
  const begin = async (place: string): Promise<void> => {
    if ((await save.run({ roles })) === undefined) return
    goTo(place)
    await loadStatus()
  }
  const openSample = async (): Promise<void> => {
    if ((await save.run({ roles })) === undefined) return
    if ((await sample.run({})) === undefined) return
    goTo('home')
    await loadStatus()
  }
  const busy = save.busy || sample.busy
  const error = save.error ?? sample.error
  return (
    <>
      <h1>{t('first.start')}</h1>
      <p className="soft first-run-text">{t('first.startText')}</p>
      <div className="choice-cards">
        <StartCard
          icon="import"
          title={t('first.own')}
          text={t('first.ownText')}
          busy={busy}
          onClick={() => void begin('import')}
        />
        <StartCard
          icon="play"
          title={t('first.sample')}
          text={t('first.sampleText')}
          busy={busy}
          onClick={() => void openSample()}
        />
        {roles.includes('mediator') ? (
          <StartCard
            icon="scales"
            title={t('first.mediate')}
            text={t('first.mediateText')}
            busy={busy}
            onClick={() => void begin('mediator')}
          />
        ) : null}
      </div>
      {sample.busy ? <TaskProgress progress={sample.progress} onCancel={sample.cancel} /> : null}
      {error === undefined ? null : <ErrorNote error={error} />}
      <div className="row first-run-foot">
        <Button onClick={onBack} disabled={busy}>
          {t('app:action.back')}
        </Button>
      </div>
    </>
  )
}

interface StartCardProps {
  icon: IconName
  title: string
  text: string
  busy: boolean
  onClick: () => void
}

function StartCard({ icon, title, text, busy, onClick }: StartCardProps) {
  return (
    <button type="button" className="bare-button choice-card" onClick={onClick} disabled={busy}>
      <Icon name={icon} size={28} />
      <b>{title}</b>
      <span className="soft">{text}</span>
    </button>
  )
}
