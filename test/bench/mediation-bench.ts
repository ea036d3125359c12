import { randomFillSync } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchFigure } from './report.ts'
import { freshFolder, hasTool, median, runChild, timeCommand, workFolder } from './tools.ts'

const files = 10
const fileBytes = 10_000_000
const lines = 100_000

interface Run {
  openMs: number
  compareMs: number
  file: string
}

/** Opening a case of 100 MB beside `unzip` + `sha256sum -c`, and comparing the order lines of two cases of 100 000 lines. */
export function benchMediation(): BenchFigure[] {
  const folder = makeEvidence()
  const runs = [1, 2, 3].map(() => {
    const { value, peakMb } = runChild('mediation-child.ts', { folder, out: freshFolder('mediation-out'), lines })
    return { ...(value as Run), peakMb }
  })
  const open: BenchFigure = {
    name: 'open a case of 100 MB',
    unit: 'ms',
    ours: median(runs.map((run) => run.openMs)),
    limit: 0.6,
    baselineName: 'unzip + sha256sum -c',
  }
  const compare: BenchFigure = {
    name: 'compare two cases of 100 000 lines',
    unit: 'ms',
    ours: median(runs.map((run) => run.compareMs)),
    limit: 2000,
  }
  const lacking = ['unzip', 'sha256sum'].filter((tool) => !hasTool(tool))
  if (lacking.length > 0) return [{ ...open, missing: `not on this machine: ${lacking.join(', ')}` }, compare]
  return [{ ...open, baseline: stockToolsMs(runs[0]?.file ?? '') }, compare]
}

function stockToolsMs(bundle: string): number {
  const command = `unzip -q "${bundle}" && cd * && sha256sum --quiet -c manifest-sha256.txt`
  return median([1, 2, 3].map(() => timeCommand('sh', ['-c', command], { cwd: freshFolder('mediation-unzipped') })))
}

function makeEvidence(): string {
  const folder = join(workFolder, 'mediation-evidence')
  if (existsSync(folder) && readdirSync(folder).length === files) return folder
  mkdirSync(folder, { recursive: true })
  const bytes = Buffer.alloc(fileBytes)
  for (let i = 0; i < files; i++) {
    randomFillSync(bytes)
    writeFileSync(join(folder, `${String(i).padStart(3, '0')}.jpg`), bytes)
  }
  return folder
}
