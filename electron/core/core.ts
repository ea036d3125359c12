import { join } from 'node:path'
import type { CallProgress } from '../../shared/call.ts'
import { callRoutes } from '../../shared/call-routes.ts'
import type { CallName, Input, Output, Reply } from '../../shared/contract.ts'
import { BoanError } from '../../shared/errors.ts'
import { type FolderLock, lockFolder } from './database/lock.ts'
import { prepareDataFolder } from './database/open.ts'
import { describeFailure } from './failure.ts'
import { clearExchange, type IntakeFile, registerIntake, resolveOutgoing } from './exchange.ts'
import { newUuid } from './ids.ts'
import { hasSample, sampleFolder } from './sample/folder.ts'
import { startThreads, type Threads } from './threads.ts'

export interface CoreOptions {
  dataDir: string
  appVersion: string
  /** For tests that fill the disk. */
  maxPageCount?: number
}

export interface CallOptions {
  onProgress?: (progress: CallProgress) => void
  signal?: AbortSignal
}

/** The core as a host sees it: one per data folder, the same under Electron, the local host and the command line. */
export interface Core {
  readonly dataDir: string
  /** Runs a call by name; never throws, every failure is in the reply. */
  invoke(name: string, input: unknown, options?: CallOptions): Promise<Reply<unknown>>
  /** Notes a file that a host has streamed into the intake folder, or a path a person named on the command line. */
  takeIn(file: IntakeFile): string
  /** Where a host may write the body of an upload. */
  intakePath(): string
  /** The file behind an outgoing token. */
  outgoing(token: string): IntakeFile
  /** Ends a thread that is doing nothing, for a host that knows it needs its memory more; the next call starts it again. */
  rest(role: 'reader' | 'documents'): Promise<void>
  close(): Promise<void>
}

/** Runs a call with its types; throws BoanError where `invoke` would answer with one. */
export async function callCore<N extends CallName>(
  core: Pick<Core, 'invoke'>,
  name: N,
  input: Input<N>,
  options?: CallOptions,
): Promise<Output<N>> {
  const reply = await core.invoke(name, input, options)
  if (reply.ok) return reply.value as Output<N>
  throw new BoanError(reply.error.code, reply.error.params, reply.error.where)
}

/**
 * Takes the data folder and starts the core in it. Threads start when a call first needs them.
 * Throws `app.folder-in-use` and `app.folder-read-only`.
 */
export function openCore(options: CoreOptions): Core {
  prepareDataFolder(options.dataDir)
  const lock = lockFolder(options.dataDir)
  clearExchange(options.dataDir)
  clearExchange(sampleFolder(options.dataDir))
  return createCore(options, lock)
}

function createCore(options: CoreOptions, lock: FolderLock): Core {
  // While the sample is there, it is what one looks at.
  let dataDir = hasSample(options.dataDir) ? sampleFolder(options.dataDir) : options.dataDir
  const start = (): Threads => startThreads({ ...options, dataDir, isSample: dataDir !== options.dataDir })
  let threads = start()
  if (lock.afterUncleanExit) threads.checkIntegrityLater()

  /** The sample lives in a folder of its own, so that nothing of it can ever be mistaken for the person's data. */
  async function moveTo(folder: string): Promise<void> {
    await threads.close()
    dataDir = folder
    prepareDataFolder(folder)
    threads = start()
  }

  return {
    get dataDir() {
      return dataDir
    },
    async invoke(name, input, callOptions = {}) {
      try {
        const worker = callRoutes.get(name)
        if (worker === undefined) throw new BoanError('app.unknown-call', { name })
        if (worker !== 'supervisor') return await threads.invoke(worker, name, input, callOptions)
        const { openSample, leaveSample } = await import('./sample/workspace.ts')
        const workspace = {
          root: options.dataDir,
          moveTo,
          invoke: this.invoke.bind(this),
          takeIn: this.takeIn.bind(this),
        }
        const value =
          name === 'app.openSample' ? await openSample(workspace, callOptions) : await leaveSample(workspace)
        return { ok: true, value }
      } catch (error) {
        return { ok: false, error: describeFailure(error) }
      }
    },
    takeIn(file) {
      const token = newUuid(Date.now())
      registerIntake(dataDir, token, file)
      return token
    },
    intakePath: () => join(dataDir, 'intake', `${newUuid(Date.now())}.bin`),
    outgoing: (token) => resolveOutgoing(dataDir, token),
    rest: (role) => threads.rest(role),
    async close() {
      await threads.close()
      clearExchange(dataDir)
      lock.release()
    },
  }
}
