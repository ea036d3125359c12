import type { CallDefinition, CallProgress } from '../../shared/call.ts'
import type { Reply } from '../../shared/contract.ts'
import { BoanError } from '../../shared/errors.ts'
import { appendJournal } from './audit/journal.ts'
import type { CallContext } from './context.ts'
import type { Db } from './database/open.ts'
import { describeFailure } from './failure.ts'
import { createOutgoing, resolveIntake } from './exchange.ts'
import { loadCall } from './handlers.ts'

/** What a thread brings to every call it runs. */
export interface DispatchEnvironment {
  db: Db
  dataDir: string
  appVersion: string
  deviceId: string
  isSample: boolean
  now(): string
  newId(): string
}

export interface CallSignals {
  progress(progress: CallProgress): void
  cancelled(): boolean
}

interface JournalNotes {
  subjects: string[]
  files: string[]
  changes: unknown[]
  undo: (() => void)[]
}

/**
 * The only door to the core: checks the input, runs the handler (a command in one transaction, with its journal entry in it),
 * checks the answer, and turns every failure into a typed error. Never throws.
 */
export async function dispatch(
  environment: DispatchEnvironment,
  name: string,
  input: unknown,
  signals: CallSignals,
): Promise<Reply<unknown>> {
  try {
    const { definition, handler } = await loadCall(name)
    const parsed = parseInput(definition, name, input)
    const notes: JournalNotes = { subjects: [], files: [], changes: [], undo: [] }
    const context = createContext(environment, signals, notes)
    const run = async () => checkOutput(definition, name, await handler(context, parsed))
    const value = definition.effect === 'write' ? await runCommand(environment, name, parsed, notes, run) : await run()
    return { ok: true, value }
  } catch (error) {
    return { ok: false, error: describeFailure(error) }
  }
}

function parseInput(definition: CallDefinition, name: string, input: unknown): unknown {
  const result = definition.input.safeParse(input)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const path = issue?.path.map(String).join('.') ?? ''
  throw new BoanError('app.invalid-input', {
    call: name,
    path,
    reason: issue?.code ?? '',
    detail: issue?.message ?? '',
  })
}

function checkOutput(definition: CallDefinition, name: string, output: unknown): unknown {
  const result = definition.output.safeParse(output)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new Error(
    `${name} answered something its contract does not allow: ${issue?.path.map(String).join('.')} ${issue?.message}`,
  )
}

async function runCommand(
  environment: DispatchEnvironment,
  name: string,
  input: unknown,
  notes: JournalNotes,
  run: () => Promise<unknown>,
): Promise<unknown> {
  const { db } = environment
  db.exec('BEGIN IMMEDIATE')
  try {
    const value = await run()
    appendJournal(db, {
      moment: environment.now(),
      appVersion: environment.appVersion,
      deviceId: environment.deviceId,
      call: name,
      subjectIds: notes.subjects,
      input,
      filesSha256: notes.files,
      change: { answer: value, changes: notes.changes },
    })
    db.exec('COMMIT')
    return value
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    for (const undo of notes.undo.toReversed()) undo()
    throw error
  }
}

function createContext(environment: DispatchEnvironment, signals: CallSignals, notes: JournalNotes): CallContext {
  const { dataDir } = environment
  return {
    ...environment,
    progress: (progress) => signals.progress(progress),
    throwIfCancelled: () => {
      if (signals.cancelled()) throw new BoanError('app.cancelled')
    },
    intake: (token) => resolveIntake(dataDir, token),
    outgoing: (name) => createOutgoing(dataDir, environment.newId(), name),
    subject: (...ids) => notes.subjects.push(...ids),
    tookIn: (sha256) => notes.files.push(sha256),
    changed: (what) => notes.changes.push(what),
    onFailure: (undo) => notes.undo.push(undo),
  }
}
