import type { Input, Output } from '../../shared/contract.ts'
import type { ErrorData } from '../../shared/errors.ts'
import { callCore, type CallOptions, type Core } from '../core/core.ts'
import { describeFailure } from '../core/failure.ts'
import { takeInPath } from './file-arguments.ts'
import { printError, printJson } from './print.ts'
import type { ExitCode, VerbArgs } from './verb.ts'

/** The options that `preview` and `import` share: what a person says about the files. */
export const fileOptions = ['preset', 'password', 'account', 'exported-at'] as const

type Preview = Extract<Output<'earnings.previewStatements'>['files'][number], { ok: true }>['preview']
type FileChoice = Input<'earnings.previewStatements'>['files'][number]

/** A file as it was typed, with its plan or with the reason why there is none. */
export type PlannedFile = { file: string; preview: Preview } | FailedFile

/** What is printed for a file: the fields that the issue names, or what is wrong with it. */
export type PrintedFile = { file: string; sha256: string; rows: number } | FailedFile

export interface FailedFile {
  file: string
  error: ErrorData
}

/** Prints the files as one array, and each thing that is wrong once, as a sentence; 1 when anything is. */
export async function printFiles(files: PrintedFile[], args: string[]): Promise<ExitCode> {
  const errors = new Map(
    files.flatMap((file) => ('error' in file ? [[JSON.stringify(file.error), file.error] as const] : [])),
  )
  for (const error of errors.values()) await printError(error, args)
  printJson(files)
  return errors.size === 0 ? 0 : 1
}

/** Plans the import of files, in the order typed; one that cannot be read does not keep the others from being planned. */
export async function planFiles(
  core: Core,
  { positionals, values }: VerbArgs<(typeof fileOptions)[number]>,
  options: CallOptions,
): Promise<PlannedFile[]> {
  const said: Omit<FileChoice, 'file'> = {
    ...(values.preset === undefined ? {} : { preset: values.preset }),
    ...(values.password === undefined ? {} : { password: values.password }),
    ...(values.account === undefined ? {} : { account: values.account }),
    ...(values['exported-at'] === undefined ? {} : { exportedAt: values['exported-at'] }),
  }
  const taken = positionals.map((file) => ({ file, token: takeIn(core, file) }))
  const tokens = taken.flatMap(({ token }) => (typeof token === 'string' ? [token] : []))
  const files = tokens.map((file) => ({ ...said, file }))
  const outcomes =
    files.length === 0 ? [] : (await callCore(core, 'earnings.previewStatements', { files }, options)).files
  const byToken = new Map(tokens.map((token, index) => [token, outcomes[index]]))
  return taken.map(({ file, token }): PlannedFile => {
    if (typeof token !== 'string') return { file, error: token }
    const outcome = byToken.get(token)
    if (outcome === undefined) throw new Error('a file was given and not answered')
    return outcome.ok ? { file, preview: outcome.preview } : { file, error: outcome.failure.error as ErrorData }
  })
}

/** An intake token, or why the file cannot be taken in. */
function takeIn(core: Core, file: string): string | ErrorData {
  try {
    return takeInPath(core, file)
  } catch (error) {
    return describeFailure(error)
  }
}

/** What the issue asks to print of a preview; every rejected row, also beyond the first thousand that the call gives. */
export async function printedPreview(core: Core, file: string, preview: Preview) {
  const { sha256, kind, preset, role, encoding, sheet, headerRow, rows, decisions, sums } = preview
  const rejected = await allRejected(core, preview)
  return { file, sha256, kind, preset, role, encoding, sheet, headerRow, rows, decisions, sums, rejected }
}

async function allRejected(core: Core, { planId, rejected, decisions }: Preview): Promise<Preview['rejected']> {
  const rows = [...rejected]
  let afterRow = rows.at(-1)?.row
  while (rows.length < decisions.rejected && afterRow !== undefined) {
    const page = await callCore(core, 'earnings.rejectedRows', { planId, afterRow })
    rows.push(...page.rows)
    if (page.next === null) break
    afterRow = page.next
  }
  return rows
}
