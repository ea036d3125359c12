import { z } from 'zod'
import type { CallDefinition } from '../../shared/call.ts'
import { contract } from '../../shared/contract.ts'
import { printJson } from './print.ts'
import { readVerbArgs, type ExitCode } from './verb.ts'

/** `calls`: the whole contract, each call with the JSON Schema of what it takes and what it answers. */
export function calls(args: string[]): Promise<ExitCode> {
  readVerbArgs(args, {})
  const described = Object.entries(contract).map(([name, definition]) => describeCall(name, definition))
  printJson(described)
  return Promise.resolve(0)
}

function describeCall(name: string, { summary, effect, long, input, output }: CallDefinition): Record<string, unknown> {
  return {
    name,
    summary,
    effect,
    long: long === true,
    input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
    output: z.toJSONSchema(output, { unrepresentable: 'any' }),
  }
}
