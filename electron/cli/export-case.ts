import type { Output } from '../../shared/contract.ts'
import { BoanError } from '../../shared/errors.ts'
import { callCore, type CallOptions, type Core } from '../core/core.ts'
import { saveOutgoing } from './outgoing-files.ts'
import { createProgressPrinter, printJson } from './print.ts'
import { badUse, readVerbArgs, type ExitCode } from './verb.ts'
import { withCore } from './with-core.ts'

type Exported = Output<'disputes.exportCase'>

const audiences = ['mediator', 'court', 'other-side', 'hotline'] as const
type Audience = (typeof audiences)[number]

/** `export-case ID --out FILE [--moment ISO] [--audience WHO]`: the case, by its id or its number, as the one file that proves itself. */
export async function exportCase(args: string[]): Promise<ExitCode> {
  const { positionals, values } = readVerbArgs(args, { values: ['out', 'moment', 'audience'], min: 1, max: 1 })
  const { out, moment } = values
  const audience = audiences.find((name) => name === (values.audience ?? 'mediator'))
  if (out === undefined || audience === undefined) throw badUse(args)
  await withCore(values.data, async (core, signal) => {
    const caseId = await findCase(core, positionals[0] ?? '')
    const options = { signal, onProgress: createProgressPrinter() }
    printJson(
      await exportTo(core, { caseId, audience, ...(moment === undefined ? {} : { moment }) }, () => out, options),
    )
  })
  return 0
}

/** Exports a case to where `chooseOut` says, and notes in the journal that it left. */
export async function exportTo(
  core: Core,
  input: { caseId: string; audience: Audience; moment?: string },
  chooseOut: (fileName: string) => string,
  options: CallOptions,
): Promise<Omit<Exported, 'file'> & { path: string; sizeBytes: number }> {
  const { file, ...exported } = await callCore(core, 'disputes.exportCase', input, options)
  // What typesetting holds would lie beside the thread that notes the export.
  await core.rest('documents')
  const path = saveOutgoing(core, file, chooseOut(file.name))
  const { moment, manifestSha256, fingerprint } = exported
  const { caseId, audience } = input
  await callCore(core, 'disputes.noteExport', {
    caseId,
    audience,
    moment,
    fileName: file.name,
    manifestSha256,
    fingerprint,
  })
  return { path, sizeBytes: file.sizeBytes, ...exported }
}

/**
 * The id of a case from its id or from the number that papers carry. What looks like an id is left to the export to find: a
 * list would start a thread whose memory lies beside half a gigabyte of evidence. Throws `host.no-such-case`.
 */
async function findCase(core: Core, wanted: string): Promise<string> {
  if (/^[\da-f-]{36}$/.test(wanted)) return wanted
  const { cases } = await callCore(core, 'disputes.listCases', {})
  await core.rest('reader')
  const found = cases.find(({ number }) => number === wanted)
  if (found === undefined) throw new BoanError('host.no-such-case', { case: wanted })
  return found.id
}
