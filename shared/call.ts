import { z } from 'zod'

/** Which thread of the core runs a call: the only connection that writes, the read-only one, or the one for papers and bundles. `supervisor` calls switch folders and belong to no thread. */
export type CallWorker = 'writer' | 'reader' | 'documents' | 'supervisor'

/** One call between a window (or command line) and the core. `summary` is for people who read `boan calls`. */
export interface CallDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  summary: string
  /** A write is one transaction and leaves an entry in the audit journal; a read changes nothing. */
  effect: 'read' | 'write'
  worker: CallWorker
  /** Reports progress and can be cancelled. */
  long?: true
  input: I
  output: O
}

/** Keeps the schemas' types. Every call of a domain is declared through this, in `shared/<domain>/…calls.ts`. */
export function defineCall<I extends z.ZodType, O extends z.ZodType>(
  definition: CallDefinition<I, O>,
): CallDefinition<I, O> {
  return definition
}

export interface CallProgress {
  done: number
  total: number
  /** i18n key of what is being done, such as `earnings:progress.reading`. */
  label: string
}

/** Common shapes, written once. */
export const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
export const civilDateSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
export const momentSchema = z.iso.datetime({ offset: true, precision: 3 }).or(z.iso.datetime({ offset: true }))
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)
/** Integer fen; any sign, below 2^53. */
export const fenSchema = z.int()
export const positiveFenSchema = z.int().positive()
/** A file that came in through the intake and waits for the call that takes it. */
export const intakeTokenSchema = z.string().min(1).max(200)

/** A file made by a call, waiting to be fetched through the host's stream (`fileUrl` in the window, `--out` on the command line). */
export const outgoingFileSchema = z.strictObject({
  token: z.string(),
  name: z.string(),
  mime: z.string(),
  sizeBytes: z.int(),
})
export type OutgoingFile = z.infer<typeof outgoingFileSchema>
