import { Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OpenedBundle } from '../../shared/bundles/calls.ts'
import type { BundleAnswer } from '../../shared/bundles/verification.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Status } from '../ui/status.tsx'
import { useCommand } from '../ui/use-command.ts'
import { useReceived } from './received-store.ts'

/** The six answers, every 'no' first with the files it names. */
export function ChecksPanel({ opened, onClose }: { opened: OpenedBundle; onClose: () => void }) {
  const { t } = useTranslation('received')
  const { answers, fingerprint } = opened.verification
  return (
    <Drawer
      open
      size={480}
      title={t('checks.title')}
      onClose={onClose}
      closable={{ 'aria-label': t('app:action.close') }}
    >
      <ul className="checks">
        {answers.map((one) => (
          <CheckItem key={one.check} answer={one} id={opened.id} />
        ))}
      </ul>
      {fingerprint === null ? null : (
        <>
          <h3>{t('checks.fingerprint')}</h3>
          <p className="received-hash">{fingerprint}</p>
        </>
      )}
      <p className="soft">{t('checks.limits')}</p>
    </Drawer>
  )
}

const mostFiles = 50

function CheckItem({ answer, id }: { answer: BundleAnswer; id: string }) {
  const { t } = useTranslation('bundles')
  const { check, code, params, files } = answer
  return (
    <li>
      <div className="row">
        <h3>{t(`checks.${check}`)}</h3>
        <AnswerWord answer={answer} />
      </div>
      <p>{t(`answers.${code}`, params)}</p>
      {files.length === 0 ? null : (
        <ul className="check-files" aria-label={t('received:checks.files')}>
          {files.slice(0, mostFiles).map(({ path, fault }) => (
            <li key={`${path} ${fault}`}>
              {path} · {t(`faults.${fault}`)}
            </li>
          ))}
          {files.length > mostFiles ? (
            <li>{t('received:checks.moreFiles', { count: files.length - mostFiles })}</li>
          ) : null}
        </ul>
      )}
      {code === 'key-changed' || code === 'key-other-sender' ? <AcceptKey id={id} /> : null}
    </li>
  )
}

/** Yes or no; a first key is neither the one used before nor another. */
function AnswerWord({ answer: { ok, code } }: { answer: BundleAnswer }) {
  const { t } = useTranslation('received')
  if (code === 'key-first-use') return <Status tone="plain">{t('checks.first')}</Status>
  if (ok) return <Status tone="good">{t('checks.yes')}</Status>
  return (
    <Status tone="bad" icon="warn">
      {t('checks.no')}
    </Status>
  )
}

/** Another key is remembered only when the person says that they have compared it. */
function AcceptKey({ id }: { id: string }) {
  const { t } = useTranslation('received')
  const accept = useCommand('bundles.acceptKey')
  const run = async (): Promise<void> => {
    if ((await accept.run({ id })) !== undefined) await useReceived.getState().openAgain(id)
  }
  return (
    <div className="note">
      <p>{t('checks.acceptText')}</p>
      <Button size="small" loading={accept.busy} onClick={() => void run()}>
        {t('checks.accept')}
      </Button>
      {accept.error === undefined ? null : <ErrorNote error={accept.error} />}
    </div>
  )
}
