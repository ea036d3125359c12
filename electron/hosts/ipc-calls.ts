import type { IpcMain, WebContents } from 'electron'
import type { CallProgress } from '../../shared/call.ts'
import type { Reply } from '../../shared/contract.ts'
import type { Core } from '../core/core.ts'
import { isOwnSender } from '../security/sender.ts'

/**
 * Answers the preload's two channels; each message only when the page itself sent it. Answers what to attach to every
 * contents: a page that is gone wants no answer, so its calls are cancelled, as a closed request is over HTTP.
 */
export function answerIpcCalls(ipcMain: IpcMain, core: Core): (contents: WebContents) => void {
  const running = new Map<number, Map<number, AbortController>>()

  function cancelAll(contentsId: number): void {
    for (const abort of running.get(contentsId)?.values() ?? []) abort.abort()
    running.delete(contentsId)
  }

  ipcMain.handle('boan:call', async (event, id: unknown, name: unknown, input: unknown) => {
    if (!isOwnSender(event.senderFrame)) return refuse('sender')
    if (typeof id !== 'number' || typeof name !== 'string') return refuse('message')
    const { sender } = event
    const calls = running.get(sender.id) ?? new Map<number, AbortController>()
    running.set(sender.id, calls)
    const abort = new AbortController()
    calls.set(id, abort)
    const onProgress = (progress: CallProgress): void => {
      if (!sender.isDestroyed()) sender.send('boan:progress', id, progress)
    }
    try {
      return await core.invoke(name, input, { signal: abort.signal, onProgress })
    } finally {
      calls.delete(id)
    }
  })
  ipcMain.on('boan:cancel', (event, id: unknown) => {
    if (isOwnSender(event.senderFrame) && typeof id === 'number') running.get(event.sender.id)?.get(id)?.abort()
  })

  return (contents) => {
    const { id } = contents
    contents.on('did-navigate', () => cancelAll(id))
    contents.on('render-process-gone', () => cancelAll(id))
    contents.on('destroyed', () => cancelAll(id))
  }
}

function refuse(part: string): Reply<never> {
  return { ok: false, error: { code: 'host.request-refused', params: { part } } }
}
