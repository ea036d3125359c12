import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJsonOf } from '../../../shared/canonical-json.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import type { ContractContent } from '../../../shared/contracts/life-shapes.ts'
import { contractNumber } from '../../../shared/contracts/life.ts'
import { buildContract } from '../../../shared/contracts/templates/build.ts'
import { contractFaults } from '../../../shared/contracts/templates/faults.ts'
import { contractPaper } from '../../../shared/contracts/templates/paper.ts'
import type { ContractValues, PartySnapshot } from '../../../shared/contracts/templates/template.ts'
import { contractFacts, partyValue } from '../../../shared/contracts/templates/values.ts'
import { BoanError } from '../../../shared/errors.ts'
import { attachmentPath, createAttachmentWriter, type KeptFile, recordAttachment } from '../attachments/store.ts'
import type { CallContext } from '../context.ts'
import { drawPaper } from '../documents/index.ts'
import { ensureParty } from '../parties/index.ts'
import { contractFor, todayOf } from './life.ts'
import {
  addEvent,
  changeContract,
  type ContractWithLife,
  contentTextOf,
  getContract,
  lastNumberOfYear,
  writeContract,
} from './life-store.ts'
import { paperName } from './life-view.ts'
import { readTemplate } from './templates.ts'

/**
 * Numbers and freezes drafts, all or none. Throws `register.not-ready` with the first fault of a draft, `register.cannot-<action>` and
 * what the templates throw.
 */
export function issueContracts(context: CallContext, ids: readonly string[]): Output<'contracts.issue'> {
  const { db } = context
  const year = todayOf(context).slice(0, 4)
  let last = lastNumberOfYear(db, year)
  const contracts = ids.map((id) => {
    const draft = contractFor(db, id, 'issue')
    const number = draft.number ?? contractNumber(year, ++last)
    freeze(context, draft, number)
    context.subject(id)
    return { id, number }
  })
  return { contracts }
}

function freeze(context: CallContext, draft: ContractWithLife, number: string): void {
  const template = readTemplate(draft.templateId ?? '')
  if (draft.templateVersion !== template.version) {
    const { title, version: current } = template
    throw new BoanError('templates.template-newer', {
      title: title.zh,
      version: draft.templateVersion ?? 0,
      current,
    })
  }
  const [fault] = contractFaults(template, draft.values, { optionalClauses: draft.optionalClauses }).filter(
    ({ severity }) => severity === 'error',
  )
  const { payer, payee, from, to, payTerms } = contractFacts(template, draft.values)
  if (fault !== undefined || payer === undefined || payee === undefined || from === undefined) {
    throw new BoanError('register.not-ready', { title: draft.title, fault: fault?.code ?? 'missing' })
  }
  const payerId = ensureParty(context, payer)
  const payeeId = ensureParty(context, payee)
  if (payerId === payeeId) throw new BoanError('contracts.same-party')
  const issuedAt = context.now()
  const values = withoutIds(draft.values)
  const content: ContractContent = {
    format: 'boan-contract-content',
    version: 1,
    number,
    title: draft.title,
    templateId: template.id,
    templateVersion: template.version,
    relation: template.relation,
    issuedAt,
    values,
    optionalClauses: draft.optionalClauses,
    payer: withoutId(payer),
    payee: withoutId(payee),
    from,
    to: to ?? null,
    scope: draft.scope,
    terms: payTerms ?? null,
    built: buildContract(template, values, draft.optionalClauses, number),
    amends: amendedBy(context, draft),
  }
  const text = canonicalJsonOf(content)
  writeContract(
    context.db,
    {
      ...draft,
      state: 'issuing',
      number,
      templateVersion: template.version,
      payerId,
      payeeId,
      from,
      to: to ?? null,
      terms: payTerms ?? null,
      content,
      contentSha256: contentHash(text),
      issuedAt,
      updatedAt: issuedAt,
    },
    text,
  )
}

/** The hash that names what a contract says: SHA-256 (hex) of the canonical JSON of its content. */
export function contentHash(canonicalText: string): string {
  return createHash('sha256').update(canonicalText, 'utf8').digest('hex')
}

function amendedBy({ db }: CallContext, { amendsId }: ContractWithLife): ContractContent['amends'] {
  if (amendsId === null) return null
  const { number, contentSha256 } = getContract(db, amendsId)
  return number === null || contentSha256 === null ? null : { number, contentSha256 }
}

/** Ids of this computer's records mean nothing to the other side. */
function withoutIds(values: ContractValues): ContractValues {
  const entries = Object.entries(values).map(([name, value]) => {
    const party = partyValue(value)
    return [name, party === undefined ? value : withoutId(party)] as const
  })
  return Object.fromEntries(entries)
}

function withoutId({ id: _id, ...party }: PartySnapshot): PartySnapshot {
  return party
}

interface MadePapers {
  contentSha256: string
  pdf: KeptFile | null
  docx: KeptFile | null
  pages: number | null
}

/** Where the papers of a contract are noted until `finishIssue` takes them over. */
function notePath(dataDir: string, id: string): string {
  return join(dataDir, 'issuing', `${id}.json`)
}

/** The papers made of a contract as it is frozen now, as far as they are. */
function readNote(dataDir: string, { id, contentSha256 }: ContractWithLife): MadePapers {
  const path = notePath(dataDir, id)
  const none = { contentSha256: contentSha256 ?? '', pdf: null, docx: null, pages: null }
  if (!existsSync(path)) return none
  const made = JSON.parse(readFileSync(path, 'utf8')) as MadePapers
  if (made.contentSha256 !== contentSha256) return none
  const ifThere = (file: KeptFile | null): KeptFile | null =>
    file !== null && existsSync(attachmentPath(dataDir, file.sha256)) ? file : null
  return { ...made, pdf: ifThere(made.pdf), docx: ifThere(made.docx) }
}

/**
 * Makes the papers of contracts that are numbered. A stop keeps what was made: begun again, only the rest is made. The same contract
 * gives the same bytes.
 */
export async function makePapers(
  context: CallContext,
  { ids, formats }: ParsedInput<'contracts.makePapers'>,
): Promise<Output<'contracts.makePapers'>> {
  const { dataDir } = context
  const substituted: Output<'contracts.makePapers'>['substituted'] = []
  const label = formats.includes('pdf') ? 'register:progress.papers' : 'register:progress.words'
  let made = 0
  for (const [index, id] of ids.entries()) {
    context.throwIfCancelled()
    context.progress({ done: index, total: ids.length, label })
    const contract = getContract(context.db, id)
    const note = readNote(dataDir, contract)
    const lacking = formats.filter((format) =>
      format === 'pdf' ? contract.pdfSha256 === null : contract.docxSha256 === null,
    )
    if (contract.content === null || contract.origin !== 'template' || lacking.length === 0) continue
    made += 1
    const wanted = lacking.filter((format) => note[format] === null)
    if (wanted.length === 0) continue
    const drawn = await drawPapers(dataDir, contract.content, { note, wanted })
    substituted.push(...drawn.substituted.map((item) => ({ id, ...item })))
    writeNote(dataDir, id, drawn.made)
    // Hands the thread to other calls: a preview need not wait for two hundred contracts.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { made, total: ids.length, substituted }
}

async function drawPapers(
  dataDir: string,
  content: ContractContent,
  { note, wanted }: { note: MadePapers; wanted: readonly ('pdf' | 'docx')[] },
): Promise<{ made: MadePapers; substituted: { codePoint: string; where: string }[] }> {
  const paper = contractPaper(content.built, { contentSha256: note.contentSha256 })
  const made = { ...note }
  let substituted: { codePoint: string; where: string }[] = []
  if (wanted.includes('pdf')) {
    const drawn = await drawPaper(paper, 'pdf', content.issuedAt)
    made.pdf = keepBytes(dataDir, drawn.bytes)
    made.pages = drawn.pages
    substituted = drawn.substituted.map(({ codePoint, where }) => ({ codePoint, where }))
  }
  if (wanted.includes('docx')) made.docx = keepBytes(dataDir, (await drawPaper(paper, 'docx', content.issuedAt)).bytes)
  return { made, substituted }
}

function keepBytes(dataDir: string, bytes: Uint8Array): KeptFile {
  const writer = createAttachmentWriter(dataDir)
  try {
    writer.write(bytes)
  } catch (error) {
    writer.abandon()
    throw error
  }
  return writer.finish()
}

function writeNote(dataDir: string, id: string, made: MadePapers): void {
  mkdirSync(join(dataDir, 'issuing'), { recursive: true, mode: 0o700 })
  writeFileSync(notePath(dataDir, id), JSON.stringify(made), { mode: 0o600 })
}

/** Issues the contracts whose PDF is made, and takes over Word files made since. Throws `register.not-found`. */
export function finishIssue(context: CallContext, ids: readonly string[]): Output<'contracts.finishIssue'> {
  const issued: string[] = []
  const waiting: string[] = []
  const taken: string[] = []
  for (const id of ids) {
    const contract = getContract(context.db, id)
    const made = readNote(context.dataDir, contract)
    const isIssuing = contract.state === 'issuing'
    if (isIssuing && made.pdf === null) {
      waiting.push(id)
      continue
    }
    if (!isIssuing && (made.docx === null || contract.docxSha256 !== null)) continue
    takePapers(context, contract, made)
    taken.push(id)
    if (isIssuing) issued.push(id)
  }
  context.subject(...taken)
  for (const id of taken) rmSync(notePath(context.dataDir, id), { force: true })
  return { issued, waiting }
}

function takePapers(context: CallContext, contract: ContractWithLife, { pdf, docx, pages }: MadePapers): void {
  const { db } = context
  const name = paperName(contract)
  for (const [file, extension] of [[pdf, 'pdf'] as const, [docx, 'docx'] as const]) {
    if (file === null) continue
    recordAttachment(db, file, `${name}.${extension}`, context.now())
    context.tookIn(file.sha256)
  }
  if (contentHash(contentTextOf(db, contract.id) ?? '') !== contract.contentSha256)
    throw new BoanError('register.content-changed', { title: contract.title })
  const docxSha256 = docx?.sha256 ?? contract.docxSha256
  if (contract.state !== 'issuing') {
    changeContract(db, contract, { docxSha256, updatedAt: context.now() })
    return
  }
  changeContract(db, contract, {
    state: 'issued',
    pdfSha256: pdf?.sha256 ?? null,
    docxSha256,
    pages,
    updatedAt: context.now(),
  })
  addEvent(db, contract.id, { id: context.newId(), kind: 'issued', date: todayOf(context), at: context.now() })
}

/** Makes contracts whose papers were never finished drafts again; their numbers stay theirs. */
export function takeBackIssue(context: CallContext, ids: readonly string[]): Output<'contracts.takeBackIssue'> {
  for (const id of ids) {
    const contract = contractFor(context.db, id, 'take-back-issue')
    const changes = {
      state: 'draft',
      content: null,
      contentSha256: null,
      issuedAt: null,
      updatedAt: context.now(),
    } as const
    writeContract(context.db, { ...contract, ...changes }, null)
    rmSync(notePath(context.dataDir, id), { force: true })
    context.subject(id)
  }
  return {}
}
