import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallName, Input, Output } from '../../shared/contract.ts'
import { useApp, type AppStatus } from '../shell/app-store.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { baseName, formatBytes, shanghaiClock, timeAgo } from '../ui/format.ts'
import { useCheck } from './use-check.ts'

/** The data folder, the backup and the two checks. */
export function DataSettings({ status }: { status: AppStatus }) {
  const { t } = useTranslation('settings')
  const loadStatus = useApp((state) => state.loadStatus)
  const last = status.lastBackupAt
  return (
    <section className="card">
      <h2>{t('data.title')}</h2>
      <ul className="lines">
        <li>
          <div>
            <div>{t('data.folder')}</div>
            <code className="settings-path">{status.dataDir}</code>
            <p className="soft">{t('data.folderHelp')}</p>
          </div>
        </li>
        <Check
          name="app.backup"
          input={{}}
          title={t('data.backup')}
          text={
            last === null
              ? t('data.backupNever')
              : t('data.backupLast', { moment: shanghaiClock(last), ago: timeAgo(t, last) })
          }
          action={t('data.backupNow')}
          result={(backup) =>
            t('data.backupDone', { path: baseName(backup.path), size: formatBytes(backup.sizeBytes) })
          }
          onDone={() => void loadStatus()}
        />
        <Check
          name="app.verifyJournal"
          input={{}}
          title={t('data.journal')}
          text={t('data.journalText')}
          action={t('data.journalCheck')}
          result={(answer) => (answer.ok ? t('data.journalSound', answer) : t('data.journalBroken', answer))}
        />
        <Check
          name="app.checkIntegrity"
          input={{}}
          title={t('data.integrity')}
          text={t('data.integrityText')}
          action={t('data.integrityCheck')}
          result={(answer) =>
            answer.ok ? t('data.integritySound') : t('data.integrityDamaged', { problems: answer.problems.join('; ') })
          }
        />
      </ul>
    </section>
  )
}

interface CheckProps<N extends CallName> {
  name: N
  input: Input<N>
  title: string
  text: string
  action: string
  result: (output: Output<N>) => ReactNode
  onDone?: () => void
}

/** A line with a button that runs one call and says what came of it. */
function Check<N extends CallName>({ name, input, title, text, action, result, onDone }: CheckProps<N>) {
  const check = useCheck(name, input, onDone)
  return (
    <li>
      <div className="settings-check">
        <div>{title}</div>
        <p className="soft">{text}</p>
        {check.output === undefined ? null : <output>{result(check.output)}</output>}
        {check.error === undefined ? null : <ErrorNote error={check.error} />}
      </div>
      <Button onClick={() => void check.run()} loading={check.busy}>
        {action}
      </Button>
    </li>
  )
}
