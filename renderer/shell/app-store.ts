import { create } from 'zustand'
import type { Settings } from '../../shared/app/calls.ts'
import type { Output } from '../../shared/contract.ts'
import { BoanError, type ErrorData } from '../../shared/errors.ts'
import { call } from '../client.ts'
import { applyPalette, type ThemeMode } from '../ui/theme.ts'

export type AppStatus = Output<'app.status'>

interface AppState {
  status: AppStatus | undefined
  failure: ErrorData | undefined
  mode: ThemeMode
  /** Grows with every command that changed something: queries on screen then ask again. */
  revision: number
  loadStatus: () => Promise<void>
  saveSettings: (changes: Partial<Settings>) => Promise<void>
  changed: () => void
}

/** What every screen needs to know about the app itself. */
export const useApp = create<AppState>((set, get) => ({
  status: undefined,
  failure: undefined,
  mode: 'light',
  revision: 0,
  async loadStatus() {
    try {
      const status = await call('app.status', {})
      set({ status, failure: undefined, mode: themeMode(status.settings.theme) })
    } catch (error) {
      set({ failure: errorData(error) })
    }
  },
  async saveSettings(changes) {
    const settings = await call('app.saveSettings', changes)
    const status = get().status
    if (status !== undefined) set({ status: { ...status, settings }, mode: themeMode(settings.theme) })
    get().changed()
  },
  changed: () => set((state) => ({ revision: state.revision + 1 })),
}))

const darkQuery = '(prefers-color-scheme: dark)'

function themeMode(theme: Settings['theme']): ThemeMode {
  if (theme !== 'system') return theme
  return window.matchMedia(darkQuery).matches ? 'dark' : 'light'
}

/** Keeps the page's colours in step with the setting and with the system. */
export function followTheme(): void {
  applyPalette(useApp.getState().mode)
  useApp.subscribe((state, before) => {
    if (state.mode !== before.mode) applyPalette(state.mode)
  })
  window.matchMedia(darkQuery).addEventListener('change', () => {
    const theme = useApp.getState().status?.settings.theme
    if (theme !== undefined) useApp.setState({ mode: themeMode(theme) })
  })
}

/** Any failure as the data that ErrorNote shows. What is no BoanError is a fault of ours and says so. */
export function errorData(error: unknown): ErrorData {
  if (error instanceof BoanError) return error.toData()
  return { code: 'app.unexpected', params: { detail: error instanceof Error ? error.message : String(error) } }
}
