import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { compute as computeEarnings } from '../../shared/earnings/index.ts'
import type { ExitCode } from './verb.ts'
import { readVerbArgs } from './verb.ts'

/** How much is gathered before it is written: one write a line would cost more than the computing. */
const writeEveryChars = 65_536

/**
 * `compute`: JSON lines `{case, input}` on stdin, for each a line `{case, output}` (spec/compute.md). Opens no data folder. A line that
 * is no such object gets an `invalid` output, and the command ends with 1.
 */
export async function compute(args: string[]): Promise<ExitCode> {
  readVerbArgs(args, {})
  let allRead = true
  let waiting = ''
  const flush = async (): Promise<void> => {
    if (waiting !== '' && !process.stdout.write(waiting)) await once(process.stdout, 'drain')
    waiting = ''
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    const question = readQuestion(line)
    allRead &&= question !== undefined
    const output = question === undefined ? { error: { code: 'invalid', path: '' } } : computeEarnings(question.input)
    waiting += `${JSON.stringify({ case: question?.case ?? null, output })}\n`
    if (waiting.length > writeEveryChars) await flush()
  }
  await flush()
  return allRead ? 0 : 1
}

function readQuestion(line: string): { case?: unknown; input?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && 'input' in value ? value : undefined
  } catch {
    return undefined // Answered as `invalid`, in its place among the others.
  }
}
