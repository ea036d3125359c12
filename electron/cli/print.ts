import type { CallProgress } from '../../shared/call.ts'
import type { ErrorData } from '../../shared/errors.ts'

/** The one JSON value of a command. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

/** A sentence for the person, or for whoever reads the log. */
export function printSentence(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

/** The sentence of an error, in the language of `--lang` or of the system. The words are loaded only now. */
export async function printError(error: ErrorData, args: string[]): Promise<void> {
  const { chooseLanguage, renderError } = await import('../hosts/language.ts')
  printSentence(renderError(chooseLanguage(readLanguage(args)), error))
}

function readLanguage(args: string[]): string | undefined {
  const at = args.indexOf('--lang')
  return at >= 0 ? args[at + 1] : args.find((argument) => argument.startsWith('--lang='))?.slice('--lang='.length)
}

const progressEveryMs = 1_000

/** Tells on stderr how far a long call is, at most once a second, where the call knows how much there is. */
export function createProgressPrinter(): (progress: CallProgress) => void {
  let lastAt = performance.now()
  return ({ done, total }) => {
    if (total <= 0 || performance.now() - lastAt < progressEveryMs) return
    lastAt = performance.now()
    printSentence(`${Math.floor((Math.min(done, total) / total) * 100)}%`)
  }
}
