// Builds everything into out/. With --if-needed only when a source is newer than the last build.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const sources = ['electron', 'renderer', 'shared', 'resources', 'vite.config.ts', 'package.json']

if (process.argv.includes('--if-needed') && newest('out/node/cli.js') > Math.max(...sources.map(newest)))
  process.exit(0)

// Vite takes longer to load than everything that `--if-needed` asks.
const { createBuilder } = await import('vite')
const builder = await createBuilder({
  root: join(root, 'renderer'),
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'warn',
})
await builder.buildApp()

/** The latest change below a path, in ms; 0 when it is not there. */
function newest(path) {
  const full = join(root, path)
  const stats = statSync(full, { throwIfNoEntry: false })
  if (stats === undefined) return 0
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(full).map((name) => newest(join(path, name))))
}
