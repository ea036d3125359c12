import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { createI18n } from '../shared/i18n/index.ts'
import { openSession } from './session.ts'
import { App } from './shell/app.tsx'
import { errorData, followTheme, useApp } from './shell/app-store.ts'
import './ui/base.css'
import './ui/components.css'
import './shell/shell.css'

initReactI18next.init(createI18n('zh', { thinSpaces: true }))
followTheme()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

openSession().then(
  () => useApp.getState().loadStatus(),
  (error: unknown) => useApp.setState({ failure: errorData(error) }),
)
