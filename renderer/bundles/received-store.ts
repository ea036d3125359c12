import { create } from 'zustand'
import type { CallProgress } from '../../shared/call.ts'
import type { OpenedBundle } from '../../shared/bundles/calls.ts'
import type { ErrorData } from '../../shared/errors.ts'
import { call, intake } from '../client.ts'
import { errorData, useApp } from '../shell/app-store.ts'
import { goTo } from '../shell/route.ts'

interface ReceivedState {
  /** The bundle that is open: verifying a large one again for every place of the screen would be felt. */
  opened: OpenedBundle | undefined
  busy: boolean
  progress: CallProgress | undefined
  error: ErrorData | undefined
  /** Takes a file in, verifies and opens it; answers its id, or undefined when it was refused or cancelled. */
  openFile: (file: File) => Promise<string | undefined>
  openAgain: (id: string) => Promise<void>
  cancel: () => void
  clear: () => void
}

let abort: AbortController | undefined

/** Received bundles as the window holds them: one open at a time. */
export const useReceived = create<ReceivedState>((set) => {
  async function open(find: (signal: AbortSignal) => Promise<{ token: string } | { id: string }>, name?: string) {
    abort?.abort()
    const controller = new AbortController()
    abort = controller
    set({ opened: undefined, busy: true, progress: undefined, error: undefined })
    try {
      const { signal } = controller
      const input = await find(signal)
      const opened = await call('bundles.open', input, { signal, onProgress: (progress) => set({ progress }) })
      if (name !== undefined) await call('bundles.remember', { id: opened.id, name })
      if (!signal.aborted) set({ opened })
      return opened.id
    } catch (failure) {
      if (!controller.signal.aborted) set({ error: errorData(failure) })
      return undefined
    } finally {
      if (abort === controller) set({ busy: false })
    }
  }
  return {
    opened: undefined,
    busy: false,
    progress: undefined,
    error: undefined,
    async openFile(file) {
      const id = await open(async (signal) => ({ token: (await intake(file, signal)).token }), file.name)
      useApp.getState().changed()
      return id
    },
    async openAgain(id) {
      await open(async () => ({ id }))
    },
    cancel: () => abort?.abort(),
    clear: () => set({ error: undefined }),
  }
})

/** Takes a file in from anywhere, and goes to it once it is open; the list of received files says what is wrong with it otherwise. */
export async function openReceived(file: File): Promise<void> {
  const id = await useReceived.getState().openFile(file)
  if (id !== undefined) goTo(`received/${id}`)
}
