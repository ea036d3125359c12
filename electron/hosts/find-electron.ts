import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The Electron runtime's program where it has been downloaded; undefined where it has not. Found by looking: under plain
 * Node, importing `electron` would start a download.
 */
export function findElectron(root: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folder = join(root, 'node_modules', 'electron')
  const note = join(folder, 'path.txt')
  const override = env['ELECTRON_OVERRIDE_DIST_PATH']
  // The installer writes the note last: without it, what lies in dist/ may be half of a download.
  if (!existsSync(note) && !override) return undefined
  const name = existsSync(note) ? readFileSync(note, 'utf8').trim() : 'electron'
  const program = join(override || join(folder, 'dist'), name)
  return existsSync(program) ? program : undefined
}
