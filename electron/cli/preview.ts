import { createProgressPrinter } from './print.ts'
import { fileOptions, planFiles, type PrintedFile, printedPreview, printFiles } from './statement-files.ts'
import { readVerbArgs, type ExitCode } from './verb.ts'
import { withCore } from './with-core.ts'

/** `preview FILE…`: what each file is and what importing it would do. Ends with 1 when one cannot be read. */
export async function preview(args: string[]): Promise<ExitCode> {
  const given = readVerbArgs(args, { values: fileOptions, min: 1, max: Infinity })
  const files = await withCore(given.values.data, async (core, signal) => {
    const planned = await planFiles(core, given, { signal, onProgress: createProgressPrinter() })
    const printed: PrintedFile[] = []
    for (const file of planned)
      printed.push('error' in file ? file : await printedPreview(core, file.file, file.preview))
    return printed
  })
  return printFiles(files, args)
}
