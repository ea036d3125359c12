import type { CallProgress } from '../../shared/call.ts'
import { callCore, type Core, openCore } from '../core/core.ts'
import { readAppVersion } from './app-version.ts'

export interface StartCoreOptions {
  dataDir: string
  /** Opens the sample before anything is shown. */
  demo: boolean
  onProgress?: (progress: CallProgress) => void
}

/** Takes the data folder, and for a demo moves to the sample. Throws as `openCore` and the filling do; the folder is free then. */
export async function startCore({ dataDir, demo, onProgress }: StartCoreOptions): Promise<Core> {
  const core = openCore({ dataDir, appVersion: readAppVersion() })
  if (!demo) return core
  try {
    await callCore(core, 'app.openSample', {}, onProgress === undefined ? {} : { onProgress })
    return core
  } catch (error) {
    await core.close()
    throw error
  }
}
