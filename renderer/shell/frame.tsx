import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBoundary } from './error-boundary.tsx'
import { Navigation } from './navigation.tsx'
import { Palette } from './palette.tsx'
import { useRoute } from './route.ts'
import { screens } from './screens.tsx'
import { TopBar } from './top-bar.tsx'
import { Loading } from '../ui/loading.tsx'
import { useHotkey } from '../ui/keyboard.ts'

/** Navigation on the left, search and state on top, the chosen screen in the middle. */
export function Frame() {
  const { t } = useTranslation()
  const route = useRoute()
  const [searching, setSearching] = useState(false)
  useHotkey('mod+k', () => setSearching(true))
  const screen = screens.find((candidate) => candidate.path === route.path[0]) ?? screens[0]
  return (
    <div className="frame">
      <a className="skip-link" href="#main" onClick={focusMain}>
        {t('nav.skip')}
      </a>
      <Navigation current={screen?.path ?? 'home'} />
      <TopBar onSearch={() => setSearching(true)} />
      <main id="main" className="frame-main" tabIndex={-1}>
        {screen === undefined ? null : (
          <ErrorBoundary key={screen.path}>
            <Suspense fallback={<Loading />}>
              <screen.View />
            </Suspense>
          </ErrorBoundary>
        )}
      </main>
      {searching ? <Palette onClose={() => setSearching(false)} /> : null}
    </div>
  )
}

/** Without this the link would change the address, which is where we keep the place in the app. */
function focusMain(event: React.MouseEvent): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
