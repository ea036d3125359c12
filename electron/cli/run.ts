import { BoanError } from '../../shared/errors.ts'
import type { ExitCode, Verb } from './verb.ts'

/** Every verb of `boan`; each in a file of its own that is loaded only when it is used. */
const verbs: Record<string, () => Promise<Verb>> = {
  calls: async () => (await import('./calls.ts')).calls,
  call: async () => (await import('./call.ts')).call,
  compute: async () => (await import('./compute.ts')).compute,
  preview: async () => (await import('./preview.ts')).preview,
  import: async () => (await import('./import.ts')).importFiles,
  demo: async () => (await import('./demo.ts')).demo,
  'export-case': async () => (await import('./export-case.ts')).exportCase,
  verify: async () => (await import('./verify.ts')).verify,
}

/** Errors that mean the command was written wrongly, not that the answer is 'no'. */
const badUseCodes = new Set([
  'host.bad-use',
  'host.unknown-verb',
  'host.invalid-json',
  'app.unknown-call',
  'app.invalid-input',
])

/** Runs one command line. Sentences go to stderr, one JSON value to stdout; a failure's is `{"error": {code, params, where}}`. */
export async function runCli(args: string[]): Promise<ExitCode> {
  try {
    const [name = '', ...rest] = args
    const load = Object.hasOwn(verbs, name) ? verbs[name] : undefined
    if (load === undefined)
      throw new BoanError('host.unknown-verb', { verb: name, verbs: Object.keys(verbs).join(' · ') })
    const verb = await load()
    return await verb(rest)
  } catch (error) {
    return reportFailure(error, args)
  }
}

async function reportFailure(error: unknown, args: string[]): Promise<ExitCode> {
  const { describeFailure } = await import('../core/failure.ts')
  const { printJson, printError } = await import('./print.ts')
  const data = describeFailure(error)
  await printError(data, args)
  if (badUseCodes.has(data.code)) return 2
  printJson({ error: data })
  return 1
}
