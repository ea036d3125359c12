import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OutgoingFile } from '../../shared/call.ts'
import { BoanError } from '../../shared/errors.ts'
import { mimeOf } from './attachments/store.ts'

/** A file that waits in the intake: where its bytes are and the name the person knows it by. */
export interface IntakeFile {
  path: string
  name: string
}

const tokenPattern = /^[0-9a-f-]{36}$/

/** Notes a file under a token. Hosts call this after streaming a body to `path`, the command line with a path of the person's own. */
export function registerIntake(dataDir: string, token: string, file: IntakeFile): void {
  const folder = join(dataDir, 'intake')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, `${token}.json`), JSON.stringify(file), { mode: 0o600 })
}

/** The file behind a token. Throws `app.intake-unknown` for a token that was never given or whose file was taken. */
export function resolveIntake(dataDir: string, token: string): IntakeFile {
  const note = join(dataDir, 'intake', `${token}.json`)
  if (!tokenPattern.test(token) || !existsSync(note)) throw new BoanError('app.intake-unknown', { token })
  return JSON.parse(readFileSync(note, 'utf8')) as IntakeFile
}

/** Forgets what waited in intake and outgoing when the app last ended. Files a person pointed at by path are not touched. */
export function clearExchange(dataDir: string): void {
  for (const name of ['intake', 'outgoing']) rmSync(join(dataDir, name), { recursive: true, force: true })
}

export interface OutgoingDraft {
  path: string
  finish(): OutgoingFile
}

/** A place for a file that a call makes; `finish` once it is written. The name is what the person saves it as. */
export function createOutgoing(dataDir: string, token: string, name: string): OutgoingDraft {
  const folder = join(dataDir, 'outgoing', token)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, safeFileName(name))
  return {
    path,
    finish: () => ({ token, name: safeFileName(name), mime: mimeOf(name), sizeBytes: statSync(path).size }),
  }
}

/** The made file behind a token. Throws `app.outgoing-unknown`. */
export function resolveOutgoing(dataDir: string, token: string): IntakeFile {
  const folder = join(dataDir, 'outgoing', token)
  const name = tokenPattern.test(token) && existsSync(folder) ? readdirSync(folder)[0] : undefined
  if (name === undefined) throw new BoanError('app.outgoing-unknown', { token })
  return { path: join(folder, name), name }
}

/** A name that every file system takes: no separators, control characters or reserved names, at most 120 characters. */
export function safeFileName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out here
    .replaceAll(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, '_')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
    .slice(-120)
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(cleaned) || cleaned === '' ? `_${cleaned}` : cleaned
}
