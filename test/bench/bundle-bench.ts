import { createHash, randomFillSync } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchFigure } from './report.ts'
import { freshFolder, hasTool, median, peakOfNode, repository, runChild, timeCommand, workFolder } from './tools.ts'

const files = 50
const fileBytes = 10_000_000

/** A bundle with 500 MB of evidence against the stock tools: writing beside `sha256sum` + `zip -0`, verifying beside `unzip` + `sha256sum -c`. */
export function benchBundle(): BenchFigure[] {
  const folder = makeEvidence()
  const runs = [1, 2, 3].map(() => runBundle(folder))
  const writeMs = median(runs.map((run) => run.writeMs))
  const verifyMs = median(runs.map((run) => run.verifyMs))
  const figures: BenchFigure[] = [
    { name: 'export 500 MB of evidence', unit: 'ms', ours: writeMs, limit: 1, baselineName: 'sha256sum + zip -0' },
    { name: 'verify that bundle', unit: 'ms', ours: verifyMs, limit: 0.6, baselineName: 'unzip + sha256sum -c' },
    { name: 'memory of both', unit: 'MB', ours: Math.max(...runs.map((run) => run.peakMb)), limit: 250 },
    benchVerb(folder),
  ]
  const lacking = ['sha256sum', 'zip', 'unzip'].filter((tool) => !hasTool(tool))
  if (lacking.length > 0)
    return figures.map((figure) =>
      figure.baselineName === undefined ? figure : { ...figure, missing: `not on this machine: ${lacking.join(', ')}` },
    )
  return withBaselines(figures, folder, runs[0]?.file ?? '')
}

function withBaselines([write, verify, ...others]: BenchFigure[], folder: string, bundle: string): BenchFigure[] {
  const writeMs = median(
    [1, 2, 3].map(() => {
      const zip = join(workFolder, 'baseline.zip')
      rmSync(zip, { force: true })
      return timeCommand('sh', ['-c', `sha256sum * > ../baseline.sums && zip -0 -q "${zip}" *`], { cwd: folder })
    }),
  )
  const verifyMs = median(
    [1, 2, 3].map(() => {
      const out = freshFolder('baseline-unzipped')
      return timeCommand('sh', ['-c', `unzip -q "${bundle}" && cd * && sha256sum --quiet -c manifest-sha256.txt`], {
        cwd: out,
      })
    }),
  )
  return [
    { ...(write as BenchFigure), baseline: writeMs },
    { ...(verify as BenchFigure), baseline: verifyMs },
    ...others,
  ]
}

/** `boan export-case` of a whole case with that evidence: papers drawn, tables, journal, bundle, note in the journal. */
function benchVerb(folder: string): BenchFigure {
  const name = 'memory of boan export-case, whole'
  const cli = join(repository, 'out', 'node', 'cli.js')
  if (!existsSync(cli)) return { name, unit: 'MB', missing: 'npm run build first' }
  const dataDir = freshFolder('bundle-case')
  const { caseId } = runChild('case-child.ts', { folder, dataDir }).value as { caseId: string }
  const out = join(freshFolder('bundle-verb-out'), 'verb.boan')
  const ask = [cli, 'export-case', caseId, '--out', out, '--data', dataDir]
  return { name, unit: 'MB', ours: median([1, 2, 3].map(() => peakOfNode(ask))), limit: 250 }
}

function makeEvidence(): string {
  const folder = join(workFolder, 'evidence')
  if (existsSync(folder) && readdirSync(folder).length === files) return folder
  mkdirSync(folder, { recursive: true })
  const bytes = Buffer.alloc(fileBytes)
  for (let i = 0; i < files; i++) {
    randomFillSync(bytes)
    writeFileSync(
      join(
        folder,
        `${String(i).padStart(3, '0')}-${createHash('sha256').update(String(i)).digest('hex').slice(0, 8)}.jpg`,
      ),
      bytes,
    )
  }
  return folder
}

interface BundleRun {
  writeMs: number
  verifyMs: number
  file: string
  peakMb: number
}

function runBundle(folder: string): BundleRun {
  const { value, peakMb } = runChild('bundle-child.ts', { folder, out: freshFolder('bundle-out') })
  return { ...(value as Omit<BundleRun, 'peakMb'>), peakMb }
}
