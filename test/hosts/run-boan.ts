import { spawn } from 'node:child_process'
import { join } from 'node:path'

export interface BoanRun {
  code: number | null
  stdout: string
  stderr: string
}

const cli = join(import.meta.dirname, '../../electron/cli.ts')

/** Runs the command line as a process of its own, from the sources, in Chinese unless the arguments say otherwise. */
export function runBoan(args: string[], input = ''): Promise<BoanRun> {
  return runNode([cli, ...args], input)
}

/** Runs Node with these arguments. */
export function runNode(args: string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<BoanRun> {
  const child = spawn(process.execPath, args, { env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '', ...env } })
  const run: BoanRun = { code: null, stdout: '', stderr: '' }
  child.stdout.on('data', (bytes: Buffer) => (run.stdout += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (run.stderr += bytes.toString()))
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ ...run, code }))
  })
}
