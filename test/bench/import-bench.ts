import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchFigure } from './report.ts'
import { freshFolder, hasTool, madeStatement, runChild, timeCommand, workFolder } from './tools.ts'

interface ImportRun {
  previewMs: number
  importMs: number
  againMs: number
}

const rows = Number(process.env.BOAN_BENCH_ROWS ?? 1_000_000)

/** Imports of a made statement beside `sqlite3 .import` of the same file into a table with its key and two indexes, same pragmas. */
export function benchImport(): BenchFigure[] {
  const short = measure('utf8', 'short')
  const gb = measure('gb18030', 'short')
  const douyin = measure('utf8', 'douyin')
  if (short === undefined || gb === undefined || douyin === undefined) {
    return [{ name: 'imports', unit: 'ms', missing: '../shared/bench/make-statement.mjs is not beside this checkout' }]
  }
  const name = `import ${rows} rows`
  return [
    {
      name: `${name} (after preview)`,
      unit: 'ms',
      ours: short.run.importMs,
      limit: 1.5,
      ...importBaseline('utf8', 'short'),
    },
    {
      name: `${name} in GB18030`,
      unit: 'ms',
      ours: gb.run.importMs,
      baseline: short.run.importMs,
      baselineName: 'in UTF-8',
      limit: 1.15,
    },
    {
      name: `${name}, --layout douyin`,
      unit: 'ms',
      ours: douyin.run.importMs,
      limit: 1.25,
      ...importBaseline('utf8', 'douyin'),
    },
    { name: 'preview alone', unit: 'ms', ours: short.run.previewMs },
    { name: 'the same file again: recognised', unit: 'ms', ours: short.run.againMs },
    {
      name: 'peak memory of preview and import',
      unit: 'MB',
      ours: Math.max(short.peakMb, gb.peakMb, douyin.peakMb),
      limit: 400,
    },
    ...benchWorkbook(),
  ]
}

function measure(
  encoding: 'utf8' | 'gb18030',
  layout: 'short' | 'douyin',
): { run: ImportRun; peakMb: number } | undefined {
  const file = madeStatement(rows, encoding, layout)
  if (file === undefined) return undefined
  const { value, peakMb } = runImport({
    file,
    dataDir: freshFolder(`import-${encoding}-${layout}`),
  })
  return { run: value, peakMb }
}

function importBaseline(
  encoding: 'utf8',
  layout: 'short' | 'douyin',
): Pick<BenchFigure, 'baseline' | 'baselineName' | 'missing'> {
  const baselineName = 'sqlite3 .import'
  if (!hasTool('sqlite3')) return { baselineName, missing: 'sqlite3 is not on this machine' }
  const file = madeStatement(rows, encoding, layout) ?? ''
  const db = join(workFolder, 'baseline.db')
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${db}${suffix}`, { force: true })
  const columns = layout === 'short' ? 14 : 47
  const paidAt = layout === 'short' ? 6 : 13
  const names = Array.from({ length: columns }, (_, i) => `c${i + 1} TEXT`)
  const script = [
    'PRAGMA journal_mode = WAL;',
    'PRAGMA synchronous = FULL;',
    'PRAGMA cache_size = -65536;',
    'PRAGMA temp_store = MEMORY;',
    `CREATE TABLE lines (${names.join(', ')}, PRIMARY KEY (c1, c2)) STRICT;`,
    `CREATE INDEX lines_by_paid ON lines (c4, c${paidAt});`,
    `CREATE INDEX lines_by_status ON lines (c${layout === 'short' ? 13 : 11}, c${paidAt});`,
    '.mode csv',
    `.import --skip 1 "${file}" lines`,
  ]
  return { baseline: timeCommand('sqlite3', [db], { input: script.join('\n') }), baselineName }
}

/** A workbook of 200 000 rows beside the library's bare reading of it. */
function benchWorkbook(): BenchFigure[] {
  const file = join(workFolder, 'workbook.xlsx')
  runChild('workbook-child.ts', { file, make: true })
  const bare = runChild('workbook-child.ts', { file, make: false }).value as { ms: number }
  const ours = runImport({ file, dataDir: freshFolder('import-workbook') })
  return [
    {
      name: 'import an XLSX of 200 000 rows (after preview)',
      unit: 'ms',
      ours: ours.value.importMs,
      baseline: bare.ms,
      baselineName: 'bare reading',
      limit: 2,
    },
    { name: 'its preview', unit: 'ms', ours: ours.value.previewMs },
    { name: 'its peak memory', unit: 'MB', ours: ours.peakMb, limit: 900 },
  ]
}

function runImport(input: { file: string; dataDir: string }): { value: ImportRun; peakMb: number } {
  const { value, peakMb } = runChild('import-child.ts', input)
  return { value: value as ImportRun, peakMb }
}
