import { join, resolve } from 'node:path'
import { BoanError } from '../../shared/errors.ts'
import { callCore, type Core } from '../core/core.ts'
import { defaultDataDir } from '../hosts/data-folder.ts'
import { exportTo } from './export-case.ts'
import { createProgressPrinter, printJson } from './print.ts'
import { readVerbArgs, type ExitCode } from './verb.ts'
import { withCore } from './with-core.ts'

/** `demo`: fills the sample, which makes its case, exports the case beside it, and prints where both are. */
export async function demo(args: string[]): Promise<ExitCode> {
  const { values } = readVerbArgs(args, {})
  await withCore(values.data, async (core, signal) => {
    const options = { signal, onProgress: createProgressPrinter() }
    const opened = await callCore(core, 'app.openSample', {}, options)
    const caseId = opened.caseId ?? (await newestCase(core))
    const root = values.data === undefined ? defaultDataDir() : resolve(values.data)
    const exported = await exportTo(core, { caseId, audience: 'mediator' }, (name) => join(root, name), options)
    const { path: bundle, ...rest } = exported
    printJson({ data: root, sample: core.dataDir, caseId, bundle, ...rest })
  })
  return 0
}

/** The case of a sample that was filled before. */
async function newestCase(core: Core): Promise<string> {
  const { cases } = await callCore(core, 'disputes.listCases', {})
  const [newest] = cases
  if (newest === undefined) throw new BoanError('host.no-such-case', { case: '' })
  return newest.id
}
