import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { CallWorker } from '../../shared/call.ts'
import type { Reply } from '../../shared/contract.ts'
import { BoanError } from '../../shared/errors.ts'
import type { CallOptions, CoreOptions } from './core.ts'
import type { FromWorker, ToWorker, WorkerSetup } from './worker.ts'

type Role = Exclude<CallWorker, 'supervisor'>

export interface Threads {
  invoke(role: Role, name: string, input: unknown, options: CallOptions): Promise<Reply<unknown>>
  /** Asks the documents thread for a quick_check some time after start, never on the way to the first page. */
  checkIntegrityLater(): void
  /** Ends a thread that is doing nothing, and frees what it holds; the next call for it starts it again. */
  rest(role: Role): Promise<void>
  close(): Promise<void>
}

interface PendingCall {
  resolve(reply: Reply<unknown>): void
  options: CallOptions
}

interface Thread {
  worker: Worker
  ready: Promise<'ready' | 'needs-writer'>
  pending: Map<number, PendingCall>
  exited: Promise<void>
}

const integrityDelayMs = 5_000

/** Large workbooks need a heap that says no before the computer does (reference/dependencies.md 'Spreadsheets'). */
const heapLimitMb = 1_536

/**
 * V8 lets the space for new objects grow to 134 MB when a million rows pass through; a third of that is as fast. Other
 * threads hold no such heaps, and beside Typst every megabyte counts.
 */
const youngLimitMb: Record<Role, number> = { writer: 48, reader: 12, documents: 6 }

/** The three threads of one data folder; each starts when a call first needs it. */
export function startThreads(options: CoreOptions & { isSample: boolean }): Threads {
  const threads = new Map<Role, Thread>()
  let nextId = 1
  let integrityTimer: NodeJS.Timeout | undefined

  function threadFor(role: Role): Thread {
    const known = threads.get(role)
    if (known !== undefined) return known
    const thread = startThread({ ...options, role })
    threads.set(role, thread)
    void thread.exited.then(() => threads.get(role) === thread && threads.delete(role))
    return thread
  }

  async function readyThread(role: Role): Promise<Thread> {
    const thread = threadFor(role)
    if ((await thread.ready) === 'ready') return thread
    // No database yet, or an older one: the writer makes or migrates it, then this thread starts anew.
    threads.delete(role)
    await thread.worker.terminate()
    await threadFor('writer').ready
    const second = threadFor(role)
    if ((await second.ready) === 'ready') return second
    throw new BoanError('app.database-damaged', { file: options.dataDir })
  }

  async function invoke(role: Role, name: string, input: unknown, callOptions: CallOptions): Promise<Reply<unknown>> {
    const thread = await readyThread(role)
    const id = nextId++
    const cancelFlag = new SharedArrayBuffer(4)
    const cancel = (): void => void Atomics.store(new Int32Array(cancelFlag), 0, 1)
    if (callOptions.signal?.aborted) cancel()
    callOptions.signal?.addEventListener('abort', cancel, { once: true })
    const reply = await new Promise<Reply<unknown>>((resolve) => {
      thread.pending.set(id, { resolve, options: callOptions })
      thread.worker.postMessage({ kind: 'call', id, name, input, cancelFlag } satisfies ToWorker)
    })
    callOptions.signal?.removeEventListener('abort', cancel)
    return reply
  }

  return {
    invoke,
    checkIntegrityLater() {
      integrityTimer = setTimeout(() => void invoke('documents', 'app.checkIntegrity', {}, {}), integrityDelayMs)
      integrityTimer.unref()
    },
    async rest(role) {
      const thread = threads.get(role)
      if (thread === undefined || thread.pending.size > 0) return
      threads.delete(role)
      thread.worker.postMessage({ kind: 'close' } satisfies ToWorker)
      await thread.exited
    },
    async close() {
      clearTimeout(integrityTimer)
      const open = [...threads.values()]
      for (const thread of open) thread.worker.postMessage({ kind: 'close' } satisfies ToWorker)
      await Promise.all(open.map((thread) => thread.exited))
    },
  }
}

function startThread(setup: WorkerSetup): Thread {
  const worker = new Worker(workerFile(), {
    workerData: setup,
    resourceLimits: { maxOldGenerationSizeMb: heapLimitMb, maxYoungGenerationSizeMb: youngLimitMb[setup.role] },
  })
  const pending = new Map<number, PendingCall>()
  const ready = Promise.withResolvers<'ready' | 'needs-writer'>()
  const exited = Promise.withResolvers<void>()
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'ready' || message.kind === 'needs-writer') ready.resolve(message.kind)
    else if (message.kind === 'failed') {
      ready.reject(new BoanError(message.error.code, message.error.params, message.error.where))
    } else if (message.kind === 'progress') pending.get(message.id)?.options.onProgress?.(message.progress)
    else {
      pending.get(message.id)?.resolve(message.reply)
      pending.delete(message.id)
    }
  })
  const fail = (detail: string): void => {
    const error = {
      code: detail === 'ERR_WORKER_OUT_OF_MEMORY' ? 'app.out-of-memory' : 'app.unexpected',
      params: { detail },
    }
    ready.reject(new BoanError(error.code, error.params))
    for (const call of pending.values()) call.resolve({ ok: false, error })
    pending.clear()
  }
  worker.on('error', (error: Error & { code?: string }) => fail(error.code ?? error.stack ?? error.message))
  worker.on('exit', () => {
    fail('thread ended')
    exited.resolve()
  })
  ready.promise.catch(() => worker.terminate())
  return { worker, ready: ready.promise, pending, exited: exited.promise }
}

/** Beside this file: worker.js in a build, worker.ts when Node runs the sources (tests, benches). */
function workerFile(): string {
  const built = fileURLToPath(new URL('./worker.js', import.meta.url))
  return existsSync(built) ? built : fileURLToPath(new URL('./worker.ts', import.meta.url))
}
