import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorData } from '../../../shared/errors.ts'
import { call, intake } from '../../client.ts'
import { errorData, useApp } from '../../shell/app-store.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { today } from '../../ui/due-date.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { Icon } from '../../ui/icons.tsx'
import { asKept } from './use-words.ts'
import { useFileDrop } from './use-file-drop.ts'

interface EvidenceDropProps {
  caseId: string
  /** The last piece that came in, to be described at once. */
  onAdded: (evidenceId: string) => void
}

/** Files come in here: dropped, chosen, or pasted anywhere on the page (a screenshot from the clipboard has no name of its own). */
export function EvidenceDrop({ caseId, onAdded }: EvidenceDropProps) {
  const { t } = useTranslation('disputes')
  const zone = useRef<HTMLElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const { take, left, error, clear } = useTaking(caseId, onAdded)
  const over = useFileDrop(zone, (files) => void take(files))
  return (
    <section ref={zone} className={over ? 'evidence-drop over' : 'evidence-drop'} aria-label={t('evidence-place.add')}>
      <Icon name="import" size={26} />
      <div>
        <strong>{left > 0 ? t('evidence-place.taking', { count: left }) : t('evidence-place.drop')}</strong>
        <p className="soft">{t('evidence-place.dropHelp')}</p>
      </div>
      <Button className="end" loading={left > 0} onClick={() => picker.current?.click()}>
        {t('app:action.chooseFiles')}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t('evidence-place.add')}
        onChange={(event) => {
          void take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {error === undefined ? null : <ErrorNote error={error} onClose={clear} />}
    </section>
  )
}

/** Takes files in one after another; a file that fails is said, the others go on. */
function useTaking(caseId: string, onAdded: (evidenceId: string) => void) {
  const { t } = useTranslation('disputes')
  const [left, setLeft] = useState(0)
  const [error, setError] = useState<ErrorData>()
  const take = async (files: File[]): Promise<void> => {
    if (files.length === 0) return
    setLeft((count) => count + files.length)
    setError(undefined)
    let last: string | undefined
    for (const file of files) {
      try {
        const pasted = /^image\.\w+$/.test(file.name)
        const { token } = await intake(file)
        const title = pasted
          ? {
              title: asKept(t('evidence-place.pasted', { time: shanghaiClock(new Date().toISOString()) })),
              takenAt: today(),
            }
          : {}
        last = (await call('disputes.addEvidence', { token, caseId, ...title })).id
      } catch (failure) {
        setError(errorData(failure))
      } finally {
        setLeft((count) => count - 1)
      }
    }
    useApp.getState().changed()
    if (last !== undefined) onAdded(last)
  }
  return { take, left, error, clear: () => setError(undefined) }
}
