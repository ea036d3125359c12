import type { CallProgress } from '../../shared/call.ts'
import type { CallName, Output, ParsedInput } from '../../shared/contract.ts'
import type { Db } from './database/open.ts'
import type { IntakeFile, OutgoingDraft } from './exchange.ts'

/** What a handler is given beside its input. */
export interface CallContext {
  db: Db
  dataDir: string
  appVersion: string
  deviceId: string
  /** The sample, not the person's own data. */
  isSample: boolean
  /** UTC moment with milliseconds; fixed in tests. */
  now(): string
  /** A new UUIDv7. */
  newId(): string
  /** Tells how far a long call is; cheap enough to call for every thousand rows. */
  progress(progress: CallProgress): void
  /** Throws `app.cancelled` once the person has asked to stop. Long work calls it often. */
  throwIfCancelled(): void
  /** The file behind an intake token. */
  intake(token: string): IntakeFile
  /** A place for a file this call makes. */
  outgoing(name: string): OutgoingDraft
  /** For the journal: what the command is about, the files it took in, what it changed beyond its answer. */
  subject(...ids: string[]): void
  tookIn(sha256: string): void
  changed(what: unknown): void
  /** Something to undo if the command fails after all, such as a file it wrote; run in reverse order. */
  onFailure(undo: () => void): void
}

export type Handler<N extends CallName> = (
  context: CallContext,
  input: ParsedInput<N>,
) => Output<N> | Promise<Output<N>>

/** Handlers of some calls, by name; each domain exports one of these. */
export type Handlers<N extends CallName> = { [K in N]: Handler<K> }
