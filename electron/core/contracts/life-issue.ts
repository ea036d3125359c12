import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJsonOf } from '../../../shared/canonical-json.ts'
import type { Output } from '../../../shared/contract.ts'
import type { ContractContent } from '../../../shared/contracts/life-shapes.ts'
import { contractNumber } from '../../../shared/contracts/life.ts'
import { buildContract } from '../../../shared/contracts/templates/build.ts'
import { contractFaults } from '../../../shared/contracts/templates/faults.ts'
import { contractPaper } from '../../../shared/contracts/templates/paper.ts'
import type { ContractValues, PartySnapshot } from '../../../shared/contracts/templates/template.ts'
import { contractFacts, partyValue } from '../../../shared/contracts/templates/values.ts'
import { BoanError } from '../../../shared/errors.ts'
import { appRoot } from '../../app-root.ts'
import { attachmentPath, createAttachmentWriter, type KeptFile, recordAttachment } from '../attachments/store.ts'
import type { CallContext } from '../context.ts'
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
  pdf: KeptFile
  docx: KeptFile
  pages: number
}

const fontsDir = join(appRoot, 'resources', 'fonts')

/** Where the papers of a contract being issued are noted until `finishIssue` takes them over. */
function notePath(dataDir: string, id: string): string {
  return join(dataDir, 'issuing', `${id}.json`)
}

/** The papers made of a contract as it is frozen now, if they are. */
function readNote(dataDir: string, id: string, contentSha256: string | null): MadePapers | undefined {
  const path = notePath(dataDir, id)
  if (!existsSync(path)) return undefined
  const made = JSON.parse(readFileSync(path, 'utf8')) as MadePapers
  const isThere = [made.pdf, made.docx].every(({ sha256 }) => existsSync(attachmentPath(dataDir, sha256)))
  return isThere && made.contentSha256 === contentSha256 ? made : undefined
}

/**
 * Makes the papers of contracts that are being issued. A stop keeps what was made: begun again, only the rest is made. The same
 * contract gives the same bytes.
 */
export async function makePapers(
  context: CallContext,
  ids: readonly string[],
): Promise<Output<'contracts.makePapers'>> {
  const substituted: Output<'contracts.makePapers'>['substituted'] = []
  let made = 0
  for (const [index, id] of ids.entries()) {
    context.throwIfCancelled()
    context.progress({ done: index, total: ids.length, label: 'register:progress.papers' })
    const contract = getContract(context.db, id)
    if (contract.state !== 'issuing' || contract.content === null || contract.issuedAt === null) continue
    made += 1
    if (readNote(context.dataDir, id, contract.contentSha256) !== undefined) continue
    const papers = await drawPapers(context.dataDir, contract.content, contract.contentSha256 ?? '')
    substituted.push(...papers.substituted.map((item) => ({ id, ...item })))
    writeNote(context.dataDir, id, papers.made)
    // Hands the thread to other calls: a preview need not wait for two hundred contracts.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { made, total: ids.length, substituted }
}

async function drawPapers(
  dataDir: string,
  content: ContractContent,
  contentSha256: string,
): Promise<{ made: MadePapers; substituted: { codePoint: string; where: string }[] }> {
  const { renderDocx, renderPdf } = await import('../documents/index.ts')
  const paper = contractPaper(content.built, { contentSha256 })
  const { pdf, pages, substituted } = await renderPdf(paper, content.issuedAt, fontsDir)
  const { docx } = await renderDocx(paper, content.issuedAt)
  return {
    made: { contentSha256, pdf: keepBytes(dataDir, pdf), docx: keepBytes(dataDir, docx), pages },
    substituted: substituted.map(({ codePoint, where }) => ({ codePoint, where })),
  }
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

/** Issues the contracts whose papers are made. Throws `register.not-found`. */
export function finishIssue(context: CallContext, ids: readonly string[]): Output<'contracts.finishIssue'> {
  const issued: string[] = []
  const waiting: string[] = []
  for (const id of ids) {
    const contract = getContract(context.db, id)
    const made = contract.state === 'issuing' ? readNote(context.dataDir, id, contract.contentSha256) : undefined
    if (made !== undefined) takePapers(context, contract, made)
    if (made !== undefined) issued.push(id)
    else if (contract.state === 'issuing') waiting.push(id)
  }
  context.subject(...issued)
  for (const id of issued) rmSync(notePath(context.dataDir, id), { force: true })
  return { issued, waiting }
}

function takePapers(context: CallContext, contract: ContractWithLife, made: MadePapers): void {
  const { db } = context
  const name = paperName(contract)
  recordAttachment(db, made.pdf, `${name}.pdf`, context.now())
  recordAttachment(db, made.docx, `${name}.docx`, context.now())
  context.tookIn(made.pdf.sha256)
  context.tookIn(made.docx.sha256)
  if (contentHash(contentTextOf(db, contract.id) ?? '') !== contract.contentSha256)
    throw new BoanError('register.content-changed', { title: contract.title })
  changeContract(db, contract, {
    state: 'issued',
    pdfSha256: made.pdf.sha256,
    docxSha256: made.docx.sha256,
    pages: made.pages,
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
