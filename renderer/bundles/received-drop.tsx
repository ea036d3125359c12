import { Button } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon } from '../ui/icons.tsx'
import { TaskProgress } from '../ui/task-progress.tsx'
import { useFileDrop } from '../ui/use-file-drop.ts'
import { openReceived, useReceived } from './received-store.ts'
import './received.css'

/** One file at a time: each is verified before it is shown. */
async function openFiles([file]: File[]): Promise<void> {
  if (file !== undefined) await openReceived(file)
}

/** The system's own file picker for a received file: `input` is placed anywhere on the screen. */
export function useReceivedPicker(): { choose: () => void; input: ReactNode } {
  const { t } = useTranslation('received')
  const picker = useRef<HTMLInputElement>(null)
  return {
    choose: () => picker.current?.click(),
    input: (
      <input
        ref={picker}
        type="file"
        accept=".boan,.zip"
        hidden
        aria-label={t('list.choose')}
        onChange={(event) => {
          void openFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    ),
  }
}

/** Where a received file is dropped. */
export function ReceivedDrop({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation('received')
  const place = useRef<HTMLElement>(null)
  const over = useFileDrop(place, (files) => void openFiles(files))
  const { busy, progress, error, cancel, clear } = useReceived()
  return (
    <section ref={place} className={over ? 'received-drop over' : 'received-drop'} aria-label={t('list.drop')}>
      <div className="row">
        <Icon name="inbox" size={26} />
        <div>
          <b>{t('list.drop')}</b>
          <p className="soft">{t('list.dropHelp')}</p>
        </div>
        <Button className="end" onClick={onChoose} disabled={busy}>
          {t('list.choose')}
        </Button>
      </div>
      {busy ? <TaskProgress progress={progress} onCancel={cancel} /> : null}
      {error === undefined ? null : (
        <ErrorNote error={error} onClose={clear}>
          <p className="soft">{t('opening.refused')}</p>
        </ErrorNote>
      )}
    </section>
  )
}
