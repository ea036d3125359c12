import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoute } from '../shell/route.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { TaskProgress } from '../ui/task-progress.tsx'
import { OpenedBundleView } from './opened-bundle.tsx'
import { ReceivedList } from './received-list.tsx'
import { useReceived } from './received-store.ts'
import './received.css'

/** 收到的文件: whatever others hand over, verified first, then shown read-only (spec/bundle.md). */
export function ReceivedScreen() {
  const { path } = useRoute()
  const [, id, place] = path
  return id === undefined ? <ReceivedList /> : <Reopened key={id} id={id} place={place} />
}

/** The open bundle, or after a fresh start of the window the same one verified again. */
function Reopened({ id, place }: { id: string; place: string | undefined }) {
  const { t } = useTranslation('received')
  const { opened, progress, error, openAgain, cancel } = useReceived()
  const here = opened?.id === id ? opened : undefined
  useEffect(() => {
    if (useReceived.getState().opened?.id !== id) void useReceived.getState().openAgain(id)
  }, [id])
  if (error !== undefined) return <ErrorNote error={error} onRetry={() => void openAgain(id)} />
  if (here === undefined) {
    return (
      <section className="card" aria-label={t('opening.again')}>
        <TaskProgress progress={progress} onCancel={cancel} />
      </section>
    )
  }
  return <OpenedBundleView opened={here} place={place} />
}
