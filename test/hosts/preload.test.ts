import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import type { BoanBridge } from '../../shared/bridge.ts'

const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: vi.fn<(...args: unknown[]) => Promise<unknown>>(() => Promise.resolve({ ok: true, value: 1 })),
  send: vi.fn<(...args: unknown[]) => void>(),
})
const exposed: Record<string, unknown> = {}

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => void (exposed[name] = value) },
  ipcRenderer,
}))

await import('../../electron/preload.ts')

test('the window gets calls, their progress and their cancel, and nothing else', () => {
  expect(Object.keys(exposed)).toEqual(['boan'])
  expect(Object.keys(exposed['boan'] as BoanBridge).toSorted()).toEqual(['call', 'cancel'])
})

test('a call passes its own progress on and listens no longer than it runs', async () => {
  const bridge = exposed['boan'] as BoanBridge
  const progress = vi.fn<(progress: unknown) => void>()
  const reply = bridge.call(3, 'app.status', {}, progress)
  ipcRenderer.emit('boan:progress', {}, 4, { done: 1 })
  ipcRenderer.emit('boan:progress', {}, 3, { done: 2 })
  expect(await reply).toEqual({ ok: true, value: 1 })
  expect(progress.mock.calls).toEqual([[{ done: 2 }]])
  expect(ipcRenderer.invoke).toHaveBeenCalledWith('boan:call', 3, 'app.status', {})
  expect(ipcRenderer.listenerCount('boan:progress')).toBe(0)
  bridge.cancel(3)
  expect(ipcRenderer.send).toHaveBeenCalledWith('boan:cancel', 3)
})
