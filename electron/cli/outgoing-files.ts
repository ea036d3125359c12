import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type OutgoingFile, outgoingFileSchema } from '../../shared/call.ts'
import type { Core } from '../core/core.ts'

/** The first file that a call's answer holds; undefined when it made none. */
export function findOutgoing(value: unknown): OutgoingFile | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const parsed = outgoingFileSchema.safeParse(value)
  if (parsed.success) return parsed.data
  for (const part of Object.values(value)) {
    const found = findOutgoing(part)
    if (found !== undefined) return found
  }
  return undefined
}

/** Puts a made file where the person wants it. Answers the full path; a file that cannot be written whole is not left behind. */
export function saveOutgoing(core: Core, file: OutgoingFile, out: string): string {
  const path = resolve(out)
  mkdirSync(dirname(path), { recursive: true })
  try {
    copyFileSync(core.outgoing(file.token).path, path)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
  return path
}
