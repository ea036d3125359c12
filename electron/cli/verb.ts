import { parseArgs } from 'node:util'
import { BoanError } from '../../shared/errors.ts'

/** How a verb ended: 0 done, 1 a 'no', 2 bad use. */
export type ExitCode = 0 | 1 | 2

/** One word of the command line: what follows it, told as it was typed. */
export type Verb = (args: string[]) => Promise<ExitCode>

export interface VerbArgs<F extends string> {
  positionals: string[]
  values: { [K in F | 'data' | 'lang']?: string }
  flags: Set<string>
}

/**
 * What was typed after a verb. `--data` and `--lang` belong to every verb. Throws `host.bad-use` for an option the verb does
 * not have and for another number of arguments than it takes.
 */
export function readVerbArgs<F extends string>(
  args: string[],
  shape: { values?: readonly F[]; flags?: readonly string[]; min?: number; max?: number },
): VerbArgs<F> {
  const strings = ['data', 'lang', ...(shape.values ?? [])].map((name) => [name, { type: 'string' as const }] as const)
  const booleans = (shape.flags ?? []).map((name) => [name, { type: 'boolean' as const }] as const)
  const { values, positionals } = parse(args, Object.fromEntries([...strings, ...booleans]))
  if (positionals.length < (shape.min ?? 0) || positionals.length > (shape.max ?? 0)) throw badUse(args)
  const texts = Object.entries(values).filter(([, value]) => typeof value === 'string')
  const flags = Object.entries(values).filter(([, value]) => value === true)
  return {
    positionals,
    values: Object.fromEntries(texts) as VerbArgs<F>['values'],
    flags: new Set(flags.map(([name]) => name)),
  }
}

function parse(args: string[], options: Record<string, { type: 'string' | 'boolean' }>) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw badUse(args, error)
  }
}

export function badUse(args: string[], cause?: unknown): BoanError {
  return new BoanError('host.bad-use', { arguments: args.join(' ') }, undefined, { cause })
}
