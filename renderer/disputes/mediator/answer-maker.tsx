import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shortFingerprint } from '../../../shared/bundles/bag.ts'
import type { MadeAnswer, Mediation } from '../../../shared/disputes/mediation/mediator-calls.ts'
import { saveFile } from '../../client.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { formatBytes, shanghaiClock } from '../../ui/format.ts'
import { Icon } from '../../ui/icons.tsx'
import { Status } from '../../ui/status.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { type Command, useCommand } from '../../ui/use-command.ts'

interface AnswerMakerProps {
  title: string
  about: string
  label: string
  bundleId: string
  kind: 'mediation-reply' | 'response'
  make: Pick<Command<'disputes.exportReply'>, 'busy' | 'progress' | 'error' | 'cancel'>
  run: () => Promise<MadeAnswer | undefined>
  handedBack: Mediation['handedBack']
}

/** Makes an answer about a case as one signed file, says its fingerprint, and lists what has left before. */
export function AnswerMaker({ title, about, label, bundleId, kind, make, run, handedBack }: AnswerMakerProps) {
  const { t } = useTranslation('mediation')
  const [made, setMade] = useState<MadeAnswer>()
  const note = useCommand('disputes.noteAnswer')
  const start = async (): Promise<void> => {
    setMade(undefined)
    const answer = await run()
    if (answer === undefined) return
    saveFile(answer.file)
    const { file, manifestSha256, fingerprint, moment } = answer
    await note.run({ bundleId, kind, moment, fileName: file.name, manifestSha256, fingerprint })
    setMade(answer)
  }
  return (
    <section className="card stack">
      <h2>{title}</h2>
      <p className="soft">{about}</p>
      {make.error === undefined ? null : <ErrorNote error={make.error} />}
      {note.error === undefined ? null : <ErrorNote error={note.error} />}
      {make.busy ? (
        <TaskProgress progress={make.progress} onCancel={make.cancel} />
      ) : (
        <div>
          <Button type="primary" size="large" icon={<Icon name="lock" />} onClick={() => void start()}>
            {label}
          </Button>
        </div>
      )}
      {made === undefined ? null : <Made answer={made} />}
      {handedBack.length === 0 ? null : (
        <ul className="lines" aria-label={t('handBack.history')}>
          {handedBack.map((one) => (
            <li key={one.id}>
              <span>
                {shanghaiClock(one.moment)} · {one.fileName}
              </span>
              <span className="soft received-hash">{one.manifestSha256.slice(0, 16)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Made({ answer }: { answer: MadeAnswer }) {
  const { t } = useTranslation('mediation')
  return (
    <output className="stack">
      <div className="row">
        <Status tone="good">{t('handBack.done')}</Status>
        <strong>{answer.file.name}</strong>
        <span className="soft">{formatBytes(answer.file.sizeBytes)}</span>
        <Button className="end" icon={<Icon name="download" size={16} />} onClick={() => saveFile(answer.file)}>
          {t('handBack.again')}
        </Button>
      </div>
      <p>
        {t('handBack.fingerprint')} <b className="received-hash">{shortFingerprint(answer.fingerprint)}</b>
      </p>
    </output>
  )
}
