import { z } from 'zod'
import { bundleFileName } from '../../../../shared/bundles/entry-names.ts'
import type { BundleKind } from '../../../../shared/bundles/bag.ts'
import { contentFiles } from '../../../../shared/bundles/contents.ts'
import type { BundleNames } from '../../../../shared/bundles/read-me-frame.ts'
import { canonicalJsonOf } from '../../../../shared/canonical-json.ts'
import type { MadeAnswer } from '../../../../shared/disputes/mediation/mediator-calls.ts'
import type { AnsweredCase } from '../../../../shared/disputes/mediation/shapes.ts'
import { type BundleFile, loadSigningKey, writeBundle } from '../../bundles/index.ts'
import type { CallContext } from '../../context.ts'
import type { MediationRecord } from './mediation-store.ts'

export interface Answer<T> {
  kind: Extract<BundleKind, 'mediation-reply' | 'response'>
  caseNumber: string
  /** Who sends it, as they call themselves. */
  sender: string
  moment: string
  content: T
  schema: z.ZodType<T>
  /** READ-ME-FIRST.html, given the key and the names for its commands. */
  readMe: (names: BundleNames, fingerprint: string) => string
  files: readonly BundleFile[]
  substituted: MadeAnswer['substituted']
}

/** What a reply or a response says of the case file that it answers. */
export function answeredCaseOf({
  file,
  bundleId,
  manifestSha256,
}: Pick<MediationRecord, 'file' | 'bundleId' | 'manifestSha256'>): AnsweredCase {
  const { caseId, caseNumber, exportedAt } = file
  return { caseId, caseNumber, exportedAt, fileSha256: bundleId, manifestSha256 }
}

/** Signs an answer about a case and hands it over as one file (spec/bundle.md); its caller has read one state of the database. */
export function writeAnswer<T>(context: CallContext, answer: Answer<T>): MadeAnswer {
  const { kind, caseNumber, moment, sender } = answer
  const key = loadSigningKey(context.dataDir)
  const name = contentFiles[kind]
  const bagName = `boan-${kind}-${bundleFileName(caseNumber)}`
  const fileName = `BoAn-${caseNumber}-${kind}.boan`
  const draft = context.outgoing(fileName)
  const schemaName = name.replace(/\.json$/, '.schema.json')
  const written = writeBundle({
    kind,
    name: bagName,
    externalId: caseNumber,
    organization: sender,
    moment,
    files: [
      { path: 'READ-ME-FIRST.html', bytes: answer.readMe({ bagName, fileName, content: name }, key.fingerprint) },
      { path: name, bytes: `${canonicalJsonOf(answer.content)}\n` },
      { path: schemaName, bytes: `${JSON.stringify(z.toJSONSchema(answer.schema), null, 2)}\n` },
      ...answer.files,
    ],
    key,
    outFile: draft.path,
    progress: (done, total) => context.progress({ done, total, label: 'mediation:progress.writing' }),
    throwIfCancelled: () => context.throwIfCancelled(),
  })
  return {
    file: draft.finish(),
    manifestSha256: written.manifestSha256,
    fingerprint: written.fingerprint,
    moment,
    payloadFiles: written.payloadFiles,
    substituted: answer.substituted,
  }
}
