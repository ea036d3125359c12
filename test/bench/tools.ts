import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const repository = join(import.meta.dirname, '..', '..')
/** Made files are kept between runs; delete the folder to make them anew. */
export const workFolder = join(tmpdir(), 'boan-bench')
mkdirSync(workFolder, { recursive: true })

/** Whether a stock tool is on this machine. */
export function hasTool(name: string): boolean {
  return spawnSync(process.platform === 'win32' ? 'where' : 'which', [name]).status === 0
}

/** Runs a command to its end; throws with what it said when it fails. Answers its wall time in ms. */
export function timeCommand(command: string, args: string[], options: { cwd?: string; input?: string } = {}): number {
  const started = performance.now()
  const result = spawnSync(command, args, { ...options, encoding: 'utf8', maxBuffer: 1 << 28 })
  const elapsed = performance.now() - started
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${result.stderr}`)
  return elapsed
}

/** The middle of several runs. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** A made statement of `../shared/bench/make-statement.mjs`, from earlier or made now; undefined when the generator is not there. */
export function madeStatement(
  rows: number,
  encoding: 'utf8' | 'gb18030',
  layout: 'short' | 'douyin',
): string | undefined {
  const generator = join(repository, '..', 'shared', 'bench', 'make-statement.mjs')
  if (!existsSync(generator)) return undefined
  const file = join(workFolder, `statement-${rows}-${encoding}-${layout}.csv`)
  if (!existsSync(file)) {
    timeCommand(process.execPath, [
      generator,
      '--rows',
      String(rows),
      '--encoding',
      encoding,
      '--layout',
      layout,
      '--out',
      file,
    ])
  }
  return file
}

/** An empty folder of this name under the work folder. */
export function freshFolder(name: string): string {
  const folder = join(workFolder, name)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Runs a TypeScript file of this folder in a Node of its own and answers the JSON it prints and the most memory it took, in MB. */
export function runChild(script: string, input: unknown): { value: unknown; peakMb: number } {
  const result = spawnSync(process.execPath, [join(import.meta.dirname, script), JSON.stringify(input)], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (result.status !== 0) throw new Error(`${script} failed`)
  return JSON.parse(result.stdout) as { value: unknown; peakMb: number }
}

/** For a child: prints what `runChild` reads. */
export function answerParent(value: unknown): void {
  process.stdout.write(JSON.stringify({ value, peakMb: process.resourceUsage().maxRSS / 1024 }))
}

/** Runs a built script in a Node of its own and answers the most memory it took, in MB. Throws with what it said when it fails. */
export function peakOfNode(args: string[]): number {
  const tell = `process.on('exit', () => process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS / 1024))`
  const onlyMain = `import { isMainThread } from 'node:worker_threads'; if (isMainThread) ${tell}`
  const result = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(onlyMain)}`, ...args],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  )
  const peak = /peak ([\d.]+)$/.exec(result.stderr)?.[1]
  if (result.status !== 0 || peak === undefined) throw new Error(result.stderr)
  return Number(peak)
}
