import { text } from 'node:stream/consumers'
import { BoanError } from '../../shared/errors.ts'
import { callCore, type Core } from '../core/core.ts'
import type { CallName } from '../../shared/contract.ts'
import { takeInFiles } from './file-arguments.ts'
import { createProgressPrinter, printJson } from './print.ts'
import { readVerbArgs, type ExitCode } from './verb.ts'
import { withCore } from './with-core.ts'

/**
 * `call NAME [JSON|-] [--out FILE]`: any call of the contract. A file is given as `{"$file": "path"}` where the call wants an intake
 * token; a file that the call makes is saved by `--out`.
 */
export async function call(args: string[]): Promise<ExitCode> {
  const { positionals, values } = readVerbArgs(args, { values: ['out'], min: 1, max: 2 })
  const [name = '', given = '{}'] = positionals
  const input = parseJson(given === '-' ? await text(process.stdin) : given)
  await withCore(values.data, async (core, signal) => {
    const onProgress = createProgressPrinter()
    // The contract checks the name and the input: what is typed here is typed by a person.
    const value = await callCore(core, name as CallName, takeInFiles(core, input) as never, { signal, onProgress })
    if (values.out !== undefined) await saveMadeFile(core, value, values.out)
    printJson(value)
  })
  return 0
}

async function saveMadeFile(core: Core, value: unknown, out: string): Promise<void> {
  const { findOutgoing, saveOutgoing } = await import('./outgoing-files.ts')
  const file = findOutgoing(value)
  if (file === undefined) throw new BoanError('host.no-file-made')
  saveOutgoing(core, file, out)
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new BoanError('host.invalid-json', {}, undefined, { cause: error })
  }
}
