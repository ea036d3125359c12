import { parentPort, workerData } from 'node:worker_threads'
import type { CallWorker } from '../../shared/call.ts'
import { type CallSignals, dispatch, type DispatchEnvironment } from './dispatch.ts'
import { describeFailure } from './failure.ts'
import { ensureDeviceId, readMeta } from './database/meta.ts'
import { latestVersion, migrate, schemaVersion } from './database/migrate.ts'
import { type Db, openReader, openWriter } from './database/open.ts'
import { newUuid } from './ids.ts'

/** What a thread of the core is started with. */
export interface WorkerSetup {
  role: Exclude<CallWorker, 'supervisor'>
  dataDir: string
  appVersion: string
  /** The sample, not the person's own data. */
  isSample: boolean
  maxPageCount?: number
}

export type ToWorker =
  | { kind: 'call'; id: number; name: string; input: unknown; cancelFlag: SharedArrayBuffer }
  | { kind: 'close' }

export type FromWorker =
  | { kind: 'ready' }
  /** A reader found no database, or an older one: the writer has to run first. */
  | { kind: 'needs-writer' }
  | { kind: 'failed'; error: ReturnType<typeof describeFailure> }
  | { kind: 'progress'; id: number; progress: Parameters<CallSignals['progress']>[0] }
  | { kind: 'reply'; id: number; reply: Awaited<ReturnType<typeof dispatch>> }

if (parentPort === null) throw new Error('worker.ts runs only as a worker thread')
const port = parentPort
const setup = workerData as WorkerSetup
const now = (): string => new Date().toISOString()
const send = (message: FromWorker): void => port.postMessage(message)

/** Calls run one after another: a command is never in the middle of another one's transaction. */
let queue: Promise<void> = Promise.resolve()

void start()

async function start(): Promise<void> {
  try {
    const db = await openFor(setup)
    if (db === undefined) return send({ kind: 'needs-writer' })
    const environment = createEnvironment(db)
    port.on('message', (message: ToWorker) => {
      queue = queue.then(() => (message.kind === 'close' ? close(db) : answer(environment, message)))
    })
    send({ kind: 'ready' })
  } catch (error) {
    send({ kind: 'failed', error: describeFailure(error) })
  }
}

async function openFor({ role, dataDir, maxPageCount }: WorkerSetup): Promise<Db | undefined> {
  if (role === 'writer') {
    const db = openWriter(dataDir, maxPageCount === undefined ? {} : { maxPageCount })
    await migrate(db, dataDir, now)
    ensureDeviceId(db, Date.now())
    return db
  }
  const db = openReader(dataDir)
  if (db !== undefined && schemaVersion(db) === latestVersion()) return db
  db?.close()
  return undefined
}

function createEnvironment(db: Db): DispatchEnvironment {
  return {
    db,
    dataDir: setup.dataDir,
    appVersion: setup.appVersion,
    isSample: setup.isSample,
    deviceId: readMeta(db, 'device_id') ?? '',
    now,
    newId: () => newUuid(Date.now()),
  }
}

async function answer(environment: DispatchEnvironment, message: ToWorker & { kind: 'call' }): Promise<void> {
  const flag = new Int32Array(message.cancelFlag)
  const reply = await dispatch(environment, message.name, message.input, {
    progress: (progress) => send({ kind: 'progress', id: message.id, progress }),
    cancelled: () => Atomics.load(flag, 0) !== 0,
  })
  send({ kind: 'reply', id: message.id, reply })
}

async function close(db: Db): Promise<void> {
  if (!db.readonly) db.pragma('optimize')
  db.close()
  port.close()
}
