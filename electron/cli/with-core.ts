import { resolve } from 'node:path'
import { type Core, openCore } from '../core/core.ts'
import { readAppVersion } from '../hosts/app-version.ts'
import { defaultDataDir } from '../hosts/data-folder.ts'

/** Runs something with the core of a data folder and frees the folder afterwards, however it ended. Ctrl+C cancels what runs. */
export async function withCore<T>(
  data: string | undefined,
  run: (core: Core, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const dataDir = data === undefined ? defaultDataDir() : resolve(data)
  const core = openCore({ dataDir, appVersion: readAppVersion() })
  const abort = new AbortController()
  const stop = (): void => abort.abort()
  process.once('SIGINT', stop)
  try {
    return await run(core, abort.signal)
  } finally {
    process.off('SIGINT', stop)
    await core.close()
  }
}
