import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJsonOf } from '../../../shared/canonical-json.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import type { ContractFile } from '../../../shared/contracts/hand-over.ts'
import type { ContractAnswer } from '../../../shared/contracts/hand-over-calls.ts'
import type { ContractDetail } from '../../../shared/contracts/life-shapes.ts'
import { buildContract } from '../../../shared/contracts/templates/build.ts'
import type { ContractTemplate, PartySnapshot } from '../../../shared/contracts/templates/template.ts'
import { BoanError } from '../../../shared/errors.ts'
import { normaliseName } from '../../../shared/parties/names.ts'
import { isCivilDate } from '../../../shared/calendar.ts'
import { keepFile, recordAttachment } from '../attachments/store.ts'
import { copyReceivedFile, readReceivedManifest, readWholeContent } from '../bundles/index.ts'
import type { CallContext } from '../context.ts'
import type { Db } from '../database/open.ts'
import { ensureParty, ensureSelf, getParty, getSelfPartyId } from '../parties/index.ts'
import { enforce } from './life-force.ts'
import { contentHash } from './life-issue.ts'
import { blankContract } from './life.ts'
import { addEvent, findByContent, getContract, writeContract } from './life-store.ts'
import { contractDetail } from './life-view.ts'
import { keepBundleAsEvidence } from './hand-over-evidence.ts'
import { readTemplate } from './templates.ts'

/** The newest answer of this computer to a received contract, by the file's hash. */
export function answerTo(db: Db, bundleId: string): (ContractAnswer & { at: string; manifestSha256: string }) | null {
  const row = db
    .prepare<[string], Omit<ContractAnswer, 'remarks'> & { at: string; manifestSha256: string; remarks: string }>(
      `SELECT decision, by_name AS "by", date, at, note, remarks, contract_id AS contractId, manifest_sha256 AS manifestSha256
       FROM contract_answers WHERE bundle_sha256 = ? ORDER BY at DESC, id DESC LIMIT 1`,
    )
    .get(bundleId)
  return row === undefined ? null : { ...row, remarks: JSON.parse(row.remarks) as ContractAnswer['remarks'] }
}

/** What this computer can say about a received contract. Throws what reading a received bundle throws. */
export async function reviewContract(
  context: CallContext,
  { bundleId }: ParsedInput<'contracts.review'>,
): Promise<Output<'contracts.review'>> {
  const { db } = context
  const { data } = await readWholeContent(context, bundleId, 'contract')
  const answered = answerTo(db, bundleId)
  const { amends } = data.content
  return {
    contentOk: isContentOk(data),
    isOwn: findByContent(db, data.contentSha256, 'template') !== undefined,
    differingClauses: differingClauses(data),
    self: sideOfSelf(db, data),
    answer: answered === null ? null : withoutMoment(answered),
    amendsId: amends === null ? null : (findByContent(db, amends.contentSha256, 'received')?.id ?? null),
  }
}

function withoutMoment(answer: NonNullable<ReturnType<typeof answerTo>>): ContractAnswer {
  const { at: _at, manifestSha256: _manifest, ...said } = answer
  return said
}

function isContentOk({ content, contentSha256 }: ContractFile): boolean {
  return contentHash(canonicalJsonOf(content)) === contentSha256
}

/**
 * Clauses whose printed words are not those that this BoAn's own template makes of the same data: someone wrote words of their own
 * beside the terms that are computed. Null when the template, or this version of it, is not known here.
 */
function differingClauses({ content }: ContractFile): string[] | null {
  const template = knownTemplate(content.templateId)
  if (template === undefined || template.version !== content.templateVersion) return null
  const own = buildContract(template, content.values, content.optionalClauses, content.number)
  const ownWords = new Map(own.clauses.map((clause) => [clause.id, wordsOf(clause)]))
  const changed = content.built.clauses
    .filter((clause) => ownWords.get(clause.id) !== wordsOf(clause))
    .map(({ id }) => id)
  const there = new Set(content.built.clauses.map(({ id }) => id))
  return [...changed, ...own.clauses.map(({ id }) => id).filter((id) => !there.has(id))]
}

function knownTemplate(id: string): ContractTemplate | undefined {
  try {
    return readTemplate(id)
  } catch (error) {
    if (error instanceof BoanError && error.code === 'templates.template-not-found') return undefined
    throw error
  }
}

function wordsOf({ heading, paragraphs }: ContractFile['content']['built']['clauses'][number]): string {
  return canonicalJsonOf([heading, paragraphs])
}

/** The side that the person is, as far as their number or name says. */
function sideOfSelf(db: Db, { content }: ContractFile): 'payer' | 'payee' | null {
  const selfId = getSelfPartyId(db)
  if (selfId === null) return null
  const self = getParty(db, selfId)
  const isSelf = (party: PartySnapshot): boolean =>
    (self.idCard !== null && party.idCard === self.idCard) ||
    (self.creditCode !== null && party.creditCode === self.creditCode) ||
    [self.name, ...self.alsoKnownAs].some((name) => normaliseName(name) === normaliseName(party.name))
  const sides = (['payer', 'payee'] as const).filter((side) => isSelf(content[side]))
  return sides.length === 1 ? (sides[0] ?? null) : null
}

/**
 * Accepts a received contract: only what it says comes in, under names that the person sees before. Throws `handover.content-differs`,
 * `handover.own-contract`, `handover.already-accepted`, `handover.other-person` and what saving an agreement throws.
 */
export async function acceptReceived(
  context: CallContext,
  input: ParsedInput<'contracts.acceptReceived'>,
): Promise<ContractDetail> {
  const { db } = context
  const data = await readAnswerable(context, input)
  const { content } = data
  const own = ownParty(context, content[input.self])
  const other = ensureParty(context, content[input.self === 'payer' ? 'payee' : 'payer'])
  if (own === other) throw new BoanError('contracts.same-party')
  const [payerId, payeeId] = input.self === 'payer' ? [own, other] : [other, own]
  const papers = await keepPapers(context, input.bundleId, data)
  const bundleEvidenceId = await keepBundleAsEvidence(context, input.bundleId, {
    title: `${content.number} ${content.title}`,
    source: content[input.self === 'payer' ? 'payee' : 'payer'].name,
  })
  const amended = content.amends === null ? undefined : findByContent(db, content.amends.contentSha256, 'received')
  const contract = blankContract(context, {
    origin: 'received',
    state: 'accepted',
    title: content.title,
    relation: content.relation,
    number: content.number,
    templateId: content.templateId,
    templateVersion: content.templateVersion,
    values: content.values,
    optionalClauses: content.optionalClauses,
    scope: input.scope ?? content.scope,
    terms: content.terms,
    payerId,
    payeeId,
    payerName: content.payer.name,
    payeeName: content.payee.name,
    from: content.from,
    to: content.to,
    content,
    contentSha256: data.contentSha256,
    issuedAt: content.issuedAt,
    amendsId: amended?.id ?? null,
    evidenceIds: [bundleEvidenceId],
    ...papers,
  })
  writeContract(db, contract, canonicalJsonOf(content))
  await noteAnswer(context, input, { data, decision: 'accepted', contractId: contract.id })
  context.subject(contract.id)
  const written = getContract(db, contract.id)
  if (content.terms !== null) await enforce(context, written, written.scope)
  return contractDetail(context, contract.id)
}

type Answering = Pick<ParsedInput<'contracts.acceptReceived'>, 'bundleId' | 'by' | 'date' | 'note' | 'remarks'>

async function readAnswerable(context: CallContext, { bundleId, date }: Answering): Promise<ContractFile> {
  const { data } = await readWholeContent(context, bundleId, 'contract')
  const { content } = data
  if (!isContentOk(data)) throw new BoanError('handover.content-differs', { title: content.title })
  if (!isCivilDate(date)) throw new BoanError('contracts.bad-date', { date })
  if (findByContent(context.db, data.contentSha256, 'template') !== undefined) {
    throw new BoanError('handover.own-contract', { number: content.number })
  }
  if (findByContent(context.db, data.contentSha256, 'received') !== undefined) {
    throw new BoanError('handover.already-accepted', { number: content.number })
  }
  return data
}

/** The person's own record; a contract with another identity number is somebody else's. */
function ownParty(context: CallContext, snapshot: PartySnapshot): string {
  const { db } = context
  const selfId = getSelfPartyId(db)
  if (selfId === null) return ensureSelf(context, ensureParty(context, snapshot))
  const self = getParty(db, selfId)
  for (const field of ['idCard', 'creditCode'] as const) {
    const given = snapshot[field]
    if (self[field] !== null && given !== undefined && given !== '' && given !== self[field]) {
      throw new BoanError('handover.other-person', { name: snapshot.name })
    }
  }
  return ensureParty(context, { ...snapshot, id: selfId })
}

/** The papers of a received contract, kept by their hashes. */
async function keepPapers(
  context: CallContext,
  bundleId: string,
  { content, documents }: ContractFile,
): Promise<{ pdfSha256: string | null; docxSha256: string | null; pages: number | null }> {
  const kept: { pdf: string | null; docx: string | null } = { pdf: null, docx: null }
  const folder = join(context.dataDir, 'issuing')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const document of documents) {
    const partial = join(folder, `${context.newId()}.partial`)
    try {
      await copyReceivedFile(context.dataDir, bundleId, document.file, partial)
      const file = await keepFile(context.dataDir, partial)
      recordAttachment(context.db, file, `${content.number}-${content.title}.${document.kind}`, context.now())
      context.tookIn(file.sha256)
      kept[document.kind] = file.sha256
    } finally {
      rmSync(partial, { force: true })
    }
  }
  if (kept.pdf === null) throw new BoanError('handover.no-paper', { title: content.title })
  return {
    pdfSha256: kept.pdf,
    docxSha256: kept.docx,
    pages: documents.find(({ kind }) => kind === 'pdf')?.pages ?? null,
  }
}

async function noteAnswer(
  context: CallContext,
  input: Answering,
  {
    data,
    decision,
    contractId,
  }: { data: ContractFile; decision: ContractAnswer['decision']; contractId: string | null },
): Promise<void> {
  const { db, dataDir } = context
  const manifestSha256 = await readReceivedManifest(dataDir, input.bundleId)
  db.prepare(
    `INSERT INTO contract_answers (id, bundle_sha256, manifest_sha256, content_sha256, number, title, decision, by_name, date, at,
       note, remarks, contract_id)
     VALUES (@id, @bundleId, @manifestSha256, @contentSha256, @number, @title, @decision, @by, @date, @at, @note, @remarks, @contractId)`,
  ).run({
    ...input,
    id: context.newId(),
    manifestSha256,
    contentSha256: data.contentSha256,
    number: data.content.number,
    title: data.content.title,
    decision,
    at: context.now(),
    remarks: JSON.stringify(input.remarks),
    contractId,
  })
  if (contractId !== null) {
    const { by, date, note, remarks } = input
    const event = { kind: decision, date, at: context.now(), by, note, remarks, manifestSha256 }
    addEvent(db, contractId, { id: context.newId(), ...event })
  }
  context.tookIn(input.bundleId)
}

/** Declines a received contract: the answer is kept to be sent, nothing else of it. Throws as `acceptReceived`. */
export async function declineReceived(
  context: CallContext,
  input: ParsedInput<'contracts.declineReceived'>,
): Promise<ContractAnswer> {
  const data = await readAnswerable(context, input)
  if (input.note.trim() === '' && input.remarks.length === 0) throw new BoanError('handover.reason-missing')
  await noteAnswer(context, input, { data, decision: 'declined', contractId: null })
  const { by, date, note, remarks } = input
  return { decision: 'declined', by, date, note, remarks, contractId: null }
}
