import { z } from 'zod'
import { contentFiles } from '../../../shared/bundles/contents.ts'
import { bundleFileName } from '../../../shared/bundles/entry-names.ts'
import { buildPlainReadMe } from '../../../shared/bundles/read-me-plain.ts'
import { canonicalJsonOf } from '../../../shared/canonical-json.ts'
import { shanghaiDate } from '../../../shared/calendar.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import { type ContractFile, contractFileSchema } from '../../../shared/contracts/hand-over.ts'
import { handOverSections } from '../../../shared/contracts/hand-over-read-me.ts'
import type { ContractContent } from '../../../shared/contracts/life-shapes.ts'
import { BoanError } from '../../../shared/errors.ts'
import { createI18n } from '../../../shared/i18n/index.ts'
import { attachmentPath } from '../attachments/store.ts'
import { type BundleFile, loadSigningKey, writeBundle } from '../bundles/index.ts'
import type { CallContext } from '../context.ts'
import { safeFileName } from '../exchange.ts'
import { writeOutgoingZip } from '../outgoing-zip.ts'
import { getParty, getSelfPartyId } from '../parties/index.ts'
import { contractFor, todayOf } from './life.ts'
import { addEvent, changeContract, type ContractWithLife, getContract } from './life-store.ts'
import { paperName } from './life-view.ts'
import { registerWorkbook } from './register.ts'

type HandedOver = Output<'contracts.exportHandOver'>

/**
 * The signed files that hand contracts over. One contract is a `.boan`; several lie in a zip with their papers and the register.
 * The same contracts and moment give the same bundles. Throws `register.cannot-<action>`, `register.not-found`.
 */
export async function exportHandOver(
  context: CallContext,
  input: ParsedInput<'contracts.exportHandOver'>,
): Promise<HandedOver> {
  const moment = input.moment ?? context.now()
  const contracts = input.ids.map((id) => contractFor(context.db, id, 'hand-over'))
  const [only] = contracts
  if (contracts.length === 1 && only !== undefined) {
    const draft = context.outgoing(handOverName(only))
    const bundle = writeHandOver(context, only, moment, draft.path)
    return { file: draft.finish(), ...bundle }
  }
  return exportMany(context, contracts, moment)
}

function handOverName(contract: ContractWithLife): string {
  return safeFileName(`BoAn-${contract.number ?? ''}-${contract.payeeName}.boan`)
}

async function exportMany(context: CallContext, contracts: ContractWithLife[], moment: string): Promise<HandedOver> {
  const { t } = createI18n('zh')
  const fileName = t('handover:many.fileName', { date: shanghaiDate(moment), count: contracts.length })
  const bundles: HandedOver['bundles'] = []
  let fingerprint = ''
  const file = await writeOutgoingZip(context, fileName, async (zip) => {
    const ids = contracts.map(({ id }) => id)
    zip.addBytes(await registerWorkbook(context, ids), t('handover:many.register'))
    for (const [index, contract] of contracts.entries()) {
      context.throwIfCancelled()
      context.progress({ done: index, total: contracts.length, label: 'handover:progress.writing' })
      const place = zip.place()
      const written = writeHandOver(context, contract, moment, place)
      bundles.push(...written.bundles)
      fingerprint = written.fingerprint
      zip.addFile(place, `${t('handover:many.bundles')}/${handOverName(contract)}`)
      const paper = attachmentPath(context.dataDir, contract.pdfSha256 ?? '')
      zip.addFile(paper, `${t('handover:many.papers')}/${safeFileName(`${paperName(contract)}.pdf`)}`)
    }
  })
  return { file, fingerprint, bundles }
}

let schemaText: string | undefined

/** The JSON Schema beside the content, made once: a batch writes it hundreds of times. */
function contractSchemaText(): string {
  schemaText ??= `${JSON.stringify(z.toJSONSchema(contractFileSchema), null, 2)}\n`
  return schemaText
}

function writeHandOver(
  context: CallContext,
  contract: ContractWithLife,
  moment: string,
  outFile: string,
): Pick<HandedOver, 'bundles' | 'fingerprint'> {
  const { content, contentSha256, number } = contract
  if (content === null || contentSha256 === null || number === null) {
    throw new BoanError('register.not-ready', { title: contract.title, fault: 'missing' })
  }
  const key = loadSigningKey(context.dataDir)
  const papers = papersOf(context, contract)
  const file: ContractFile = {
    format: 'boan-contract',
    version: 1,
    appVersion: context.appVersion,
    exportedAt: moment,
    title: contract.title,
    contentSha256,
    content,
    documents: papers.map(({ document }) => document),
  }
  const sender = senderOf(context, content)
  const bagName = `boan-contract-${number}`
  const written = writeBundle({
    kind: 'contract',
    name: bagName,
    externalId: number,
    organization: sender,
    moment,
    files: [
      { path: contentFiles.contract, bytes: `${canonicalJsonOf(file)}\n` },
      { path: 'contract.schema.json', bytes: contractSchemaText() },
      ...papers.map(({ bundleFile }) => bundleFile),
      {
        path: 'READ-ME-FIRST.html',
        bytes: readMe(file, { sender, bagName, fileName: handOverName(contract), fingerprint: key.fingerprint }),
      },
    ],
    key,
    outFile,
    throwIfCancelled: () => context.throwIfCancelled(),
  })
  return {
    bundles: [{ id: contract.id, manifestSha256: written.manifestSha256 }],
    fingerprint: written.fingerprint,
  }
}

function papersOf(
  { dataDir }: CallContext,
  contract: ContractWithLife,
): { document: ContractFile['documents'][number]; bundleFile: BundleFile }[] {
  const { pdfSha256, docxSha256, pages } = contract
  const name = bundleFileName(`${contract.number ?? ''}-${contract.title}`)
  const papers = [
    { kind: 'pdf' as const, sha256: pdfSha256, pages },
    { kind: 'docx' as const, sha256: docxSha256, pages: null },
  ]
  return papers.flatMap(({ kind, sha256, pages: count }) => {
    if (sha256 === null) return []
    const path = `documents/${name}.${kind}`
    return [
      {
        document: { kind, file: path, sha256, pages: count },
        bundleFile: { path, sourcePath: attachmentPath(dataDir, sha256), sha256 },
      },
    ]
  })
}

/** Who hands it over: the person's own side, else the one that pays. */
function senderOf({ db }: CallContext, content: ContractContent): string {
  const self = getSelfPartyId(db)
  return self === null ? content.payer.name : getParty(db, self).name
}

interface ReadMeNames {
  sender: string
  bagName: string
  fileName: string
  fingerprint: string
}

function readMe(file: ContractFile, { sender, ...names }: ReadMeNames): string {
  const params = { sender, date: shanghaiDate(file.exportedAt), version: file.appVersion, number: file.content.number }
  return buildPlainReadMe({
    kind: 'contract',
    title: `${file.title} ${file.content.number}`,
    made: createI18n('zh').t('handover:readMe.made', params),
    madeInEnglish: createI18n('en').t('handover:readMe.made', params),
    sections: handOverSections(file),
    files: file.documents.map((document) => document.file),
    ...names,
  })
}

/** Notes what left, so that the answer to it is known again. */
export function noteHandOver(
  context: CallContext,
  { bundles }: ParsedInput<'contracts.noteHandOver'>,
): Record<string, never> {
  for (const { id, manifestSha256 } of bundles) {
    const contract = getContract(context.db, id)
    changeContract(context.db, contract, { updatedAt: context.now() })
    addEvent(context.db, id, {
      id: context.newId(),
      kind: 'handed-over',
      date: todayOf(context),
      at: context.now(),
      manifestSha256,
    })
    context.subject(id)
  }
  return {}
}
