import { enableCompileCache } from 'node:module'

// Before anything large is loaded; each verb loads only what it needs. Threads take the cache from the environment alone.
const { directory } = enableCompileCache()
if (directory !== undefined) process.env['NODE_COMPILE_CACHE'] = directory
// Whoever read the output has gone (`boan calls | head`): nothing is left to say, and it is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const { runCli } = await import('./cli/run.ts')
process.exitCode = await runCli(process.argv.slice(2))
