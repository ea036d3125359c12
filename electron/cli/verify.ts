import { resolve } from 'node:path'
import type { BundleVerification } from '../../shared/bundles/verification.ts'
import { createI18n } from '../../shared/i18n/index.ts'
import { checkReadable } from '../core/attachments/store.ts'
import { verifyBundle } from '../core/bundles/index.ts'
import { chooseLanguage } from '../hosts/language.ts'
import { printJson, printSentence } from './print.ts'
import { readVerbArgs, type ExitCode } from './verb.ts'

/**
 * `verify FILE [--json]`: the six answers about a bundle, every 'no' first; a sentence each on stderr unless `--json`. Needs no data
 * folder and writes nothing, so it knows no sender's earlier key. Ends with 1 when any answer is 'no'.
 */
export async function verify(args: string[]): Promise<ExitCode> {
  const { positionals, values, flags } = readVerbArgs(args, { flags: ['json'], min: 1, max: 1 })
  const path = resolve(positionals[0] ?? '')
  checkReadable(path)
  const verification = await verifyBundle(path, { knownKeys: [] })
  if (!flags.has('json')) for (const sentence of renderAnswers(verification, values.lang)) printSentence(sentence)
  printJson(verification)
  return verification.ok ? 0 : 1
}

function renderAnswers({ answers }: BundleVerification, language: string | undefined): string[] {
  const { t } = createI18n(chooseLanguage(language))
  return answers.flatMap(({ ok, code, params, files }) => [
    `${ok ? '✓' : '✗'} ${t(`bundles:answers.${code}`, params)}`,
    ...files.map(({ path, fault }) => `  ${path}  ${t(`bundles:faults.${fault}`)}`),
  ])
}
