import { spawnSync } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchFigure } from './report.ts'
import { freshFolder, madeStatement, median, repository, runChild, workFolder } from './tools.ts'

interface LedgerRun {
  ledger: number
  months: number
  page: number
  nextPage: number
  payment: { ms: number; flushMs: number }
  duringImport: { worst: number; typical: number; asked: number }
  agreements: number
}

/** The ledger of 1 000 agreements × 24 months over the rows of the import bench, and the start of the command line on it. */
export function benchLedger(): BenchFigure[] {
  const imported = join(workFolder, 'import-utf8-short')
  const second = madeStatement(200_000, 'utf8', 'short')
  if (!existsSync(join(imported, 'boan.db')) || second === undefined) {
    return [{ name: 'ledger', unit: 'ms', missing: 'run the import part first: it makes the data folder' }]
  }
  const dataDir = freshFolder('ledger')
  cpSync(imported, dataDir, { recursive: true })
  const value = runChild('ledger-child.ts', { dataDir, secondFile: second }).value as LedgerRun
  return [
    { name: `ledger of ${value.agreements} agreements, all figures`, unit: 'ms', ours: value.ledger, limit: 50 },
    { name: 'its months', unit: 'ms', ours: value.months, limit: 50 },
    { name: 'a page of lines', unit: 'ms', ours: Math.max(value.page, value.nextPage), limit: 20 },
    {
      name: 'a payment added and the ledger right again, less the flush',
      unit: 'ms',
      ours: value.payment.ms - value.payment.flushMs,
      limit: 20,
    },
    { name: 'slowest query during an import', unit: 'ms', ours: value.duringImport.worst, limit: 50 },
    {
      name: `typical of ${value.duringImport.asked} queries during an import`,
      unit: 'ms',
      ours: value.duringImport.typical,
    },
    ...benchStart(dataDir),
  ]
}

/** From process start to the reply of the first ledger page, beside `node -e 0` and beside an empty folder. */
function benchStart(dataDir: string): BenchFigure[] {
  const cli = join(repository, 'out', 'node', 'cli.js')
  if (!existsSync(cli)) return [{ name: 'start of the command line', unit: 'ms', missing: 'npm run build first' }]
  const ask = (folder: string): string[] => [cli, 'call', 'earnings.ledger', '{"asOf":"2026-11-24"}', '--data', folder]
  const empty = freshFolder('empty')
  timeNode(ask(empty))
  const times = { bare: [] as number[], full: [] as number[], empty: [] as number[] }
  for (let i = 0; i < 9; i++) {
    times.bare.push(timeNode(['-e', '0']))
    times.full.push(timeNode(ask(dataDir)))
    times.empty.push(timeNode(ask(empty)))
  }
  const full = median(times.full)
  return [
    {
      name: 'start to first ledger page',
      unit: 'ms',
      ours: full,
      baseline: median(times.bare),
      baselineName: 'node -e 0',
      limit: 6,
    },
    {
      name: 'the same beside an empty folder',
      unit: 'ms',
      ours: full,
      baseline: median(times.empty),
      baselineName: 'empty folder',
      limit: 1.2,
    },
  ]
}

function timeNode(args: string[]): number {
  const started = performance.now()
  const result = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (result.status !== 0) throw new Error(result.stderr)
  return performance.now() - started
}
