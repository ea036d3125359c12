import type { BenchFigure } from './report.ts'
import { freshFolder, runChild } from './tools.ts'

const contracts = 200

interface Measured {
  issueMs: number
  wordMs: number
  longestAnswerMs: number
  handOverMs: number
  oneMs: number
  bareMs: number
}

/** Two hundred contracts from a roster: issued as PDF while queries are answered, their DOCX after that, and one beside the bare Typst compile. */
export function benchContracts(): BenchFigure[] {
  const { value, peakMb } = runChild('contracts-child.ts', { folder: freshFolder('contracts'), contracts })
  const { issueMs, wordMs, longestAnswerMs, handOverMs, oneMs, bareMs } = value as Measured
  return [
    { name: `issue ${contracts} contracts as PDF, from the roster on`, unit: 'ms', ours: issueMs, limit: 30_000 },
    { name: 'their DOCX after that', unit: 'ms', ours: wordMs, limit: 30_000 },
    { name: 'longest answer to a query meanwhile', unit: 'ms', ours: longestAnswerMs, limit: 500 },
    { name: `hand over ${contracts} contracts in a zip`, unit: 'ms', ours: handOverMs, limit: 30_000 },
    { name: 'one contract as PDF', unit: 'ms', ours: oneMs, baseline: bareMs, baselineName: 'Typst alone', limit: 1.5 },
    { name: 'memory of all that', unit: 'MB', ours: peakMb, limit: 1200 },
  ]
}
