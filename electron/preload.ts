import { contextBridge, ipcRenderer } from 'electron'
import type { BoanBridge } from '../shared/bridge.ts'
import type { CallProgress } from '../shared/call.ts'
import type { Reply } from '../shared/contract.ts'

/** The window's bridge: calls, their progress and their cancel, nothing else. What is asked is checked on the other side. */
const bridge: BoanBridge = {
  async call(id, name, input, onProgress) {
    const listen = (_event: unknown, forId: number, progress: CallProgress): void => {
      if (forId === id) onProgress(progress)
    }
    ipcRenderer.on('boan:progress', listen)
    try {
      return (await ipcRenderer.invoke('boan:call', id, name, input)) as Reply<unknown>
    } finally {
      ipcRenderer.off('boan:progress', listen)
    }
  },
  cancel(id) {
    ipcRenderer.send('boan:cancel', id)
  },
}

contextBridge.exposeInMainWorld('boan', bridge)
