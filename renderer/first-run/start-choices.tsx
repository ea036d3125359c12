import { useTranslation } from 'react-i18next'
import type { Role } from '../../shared/app/calls.ts'
import { openReceived } from '../bundles/index.ts'
import { DropZone, useImport } from '../earnings/index.ts'
import { useApp } from '../shell/app-store.ts'
import { goTo } from '../shell/route.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon, type IconName } from '../ui/icons.tsx'
import { TaskProgress } from '../ui/task-progress.tsx'
import { useCommand } from '../ui/use-command.ts'

/**
 * Own files (dropped at once, or chosen there), the sample, for who pays others a contract, for a mediator a case file; who the
 * person is is saved first.
 */
export function StartChoices({ roles }: { roles: Role[] }) {
  const { t } = useTranslation('home')
  const save = useCommand('app.saveSettings')
  const sample = useCommand('app.openSample')
  const loadStatus = useApp((state) => state.loadStatus)
  const begin = async (place: string): Promise<void> => {
    if ((await save.run({ roles })) === undefined) return
    goTo(place)
    await loadStatus()
  }
  /** What is dropped here opens where it belongs: a case or contract that was handed over, else the import. */
  const takeFiles = async (files: File[]): Promise<void> => {
    const [bundle] = files.filter(({ name }) => name.toLowerCase().endsWith('.boan'))
    if (files.length === 0 || (await save.run({ roles })) === undefined) return
    goTo(bundle === undefined ? 'import' : 'received')
    if (bundle === undefined) void useImport.getState().add(files)
    else void openReceived(bundle)
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
        {roles.includes('agency') || roles.includes('merchant') ? (
          <StartCard
            icon="contract"
            title={t('first.contract')}
            text={t('first.contractText')}
            busy={busy}
            onClick={() => void begin('contracts')}
          />
        ) : null}
        {roles.includes('mediator') ? (
          <StartCard
            icon="scales"
            title={t('first.mediate')}
            text={t('first.mediateText')}
            busy={busy}
            onClick={() => void begin('received')}
          />
        ) : null}
      </div>
      {busy ? null : <DropZone small onFiles={(files) => void takeFiles(files)} />}
      {sample.busy ? <TaskProgress progress={sample.progress} onCancel={sample.cancel} /> : null}
      {error === undefined ? null : <ErrorNote error={error} />}
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
