import { basename, resolve } from 'node:path'
import { checkReadable } from '../core/attachments/store.ts'
import type { Core } from '../core/core.ts'

/**
 * The input of a call with every `{"$file": "path"}` replaced by an intake token for that file, which stays where it is.
 * Throws `app.file-vanished` and `app.file-is-folder`.
 */
export function takeInFiles(core: Core, input: unknown): unknown {
  if (Array.isArray(input)) return input.map((item) => takeInFiles(core, item))
  if (typeof input !== 'object' || input === null) return input
  const entries = Object.entries(input)
  const [first] = entries
  if (entries.length === 1 && first?.[0] === '$file' && typeof first[1] === 'string') return takeInPath(core, first[1])
  return Object.fromEntries(entries.map(([key, value]) => [key, takeInFiles(core, value)]))
}

/** An intake token for a file of the person's own. */
export function takeInPath(core: Core, path: string): string {
  const full = resolve(path)
  checkReadable(full)
  return core.takeIn({ path: full, name: basename(full) })
}
