import type { Output } from '../../shared/contract.ts'
import { callCore, type CallOptions, type Core } from '../core/core.ts'
import { describeFailure } from '../core/failure.ts'
import { createProgressPrinter } from './print.ts'
import {
  fileOptions,
  type PlannedFile,
  planFiles,
  type PrintedFile,
  printedPreview,
  printFiles,
} from './statement-files.ts'
import { badUse, readVerbArgs, type ExitCode } from './verb.ts'
import { withCore } from './with-core.ts'

interface ImportChoice {
  keep: 'proposed' | 'income' | 'all'
  agreementId?: string
}

/**
 * `import FILE… [--agreement ID] [--keep income|all]`: imports the files that can be read, all of them or none, and prints the shape of
 * `preview` with the five counts. Ends with 1 when a file could not be read or the import failed.
 */
export async function importFiles(args: string[]): Promise<ExitCode> {
  const given = readVerbArgs(args, { values: [...fileOptions, 'agreement', 'keep'], min: 1, max: Infinity })
  const { keep = 'proposed', agreement } = given.values
  if (keep !== 'proposed' && keep !== 'income' && keep !== 'all') throw badUse(args)
  const choice: ImportChoice = { keep, ...(agreement === undefined ? {} : { agreementId: agreement }) }
  const files = await withCore(given.values.data, async (core, signal) => {
    const options = { signal, onProgress: createProgressPrinter() }
    return importPlanned(core, await planFiles(core, given, options), choice, options)
  })
  return printFiles(files, args)
}

/** The rejected rows are read from the plan, which is gone once it has been carried out. */
async function importPlanned(
  core: Core,
  planned: PlannedFile[],
  choice: ImportChoice,
  options: CallOptions,
): Promise<PrintedFile[]> {
  const described: PrintedFile[] = []
  for (const file of planned) {
    described.push('error' in file ? file : await printedPreview(core, file.file, file.preview))
  }
  const planIds = planned.map((file) => ('error' in file ? undefined : file.preview.planId))
  try {
    const counts = await carryOut(
      core,
      planIds.filter((id) => id !== undefined),
      choice,
      options,
    )
    return described.map((file, index) => ({ ...file, counts: counts.get(planIds[index] ?? '') }))
  } catch (error) {
    const failure = describeFailure(error)
    return described.map((file) => ('error' in file ? file : { file: file.file, error: failure }))
  }
}

type Counts = Output<'earnings.importStatements'>['statements'][number]['counts']

async function carryOut(
  core: Core,
  planIds: string[],
  { keep, agreementId }: ImportChoice,
  options: CallOptions,
): Promise<ReadonlyMap<string, Counts>> {
  if (planIds.length === 0) return new Map()
  const plans = planIds.map((planId) => ({ planId, keep }))
  const chosen = agreementId === undefined ? { plans } : { plans, agreementId }
  const { statements } = await callCore(core, 'earnings.importStatements', chosen, options)
  return new Map(statements.map(({ planId, counts }) => [planId, counts]))
}
