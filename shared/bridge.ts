import type { CallProgress } from './call.ts'
import type { Reply } from './contract.ts'

/** What the preload gives the Electron window as `window.boan`: calls and nothing else. Files go by `/intake` and `/files/…` in every host. */
export interface BoanBridge {
  /** `id` is the window's own number for this call; progress and cancel refer to it. */
  call(id: number, name: string, input: unknown, onProgress: (progress: CallProgress) => void): Promise<Reply<unknown>>
  cancel(id: number): void
}
