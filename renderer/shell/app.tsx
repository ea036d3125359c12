import { lazy, Suspense } from 'react'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { useApp } from './app-store.ts'
import { Frame } from './frame.tsx'
import { Surroundings } from './surroundings.tsx'

const FirstRun = lazy(() => import('../first-run/first-run.tsx').then((module) => ({ default: module.FirstRun })))

/** The whole window: first run, or the frame with its screens. */
export function App() {
  return (
    <Surroundings>
      <Suspense fallback={<Loading />}>
        <Opening />
      </Suspense>
    </Surroundings>
  )
}

function Opening() {
  const status = useApp((state) => state.status)
  const failure = useApp((state) => state.failure)
  const loadStatus = useApp((state) => state.loadStatus)
  if (failure !== undefined) {
    return (
      <div className="opening">
        <ErrorNote error={failure} onRetry={() => void loadStatus()} />
      </div>
    )
  }
  if (status === undefined) {
    return (
      <div className="opening">
        <Loading />
      </div>
    )
  }
  if (status.settings.roles.length === 0 && !status.sample) return <FirstRun />
  return <Frame />
}
