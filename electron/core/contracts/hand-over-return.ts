import { z } from 'zod'
import { contentFiles } from '../../../shared/bundles/contents.ts'
import { buildPlainReadMe } from '../../../shared/bundles/read-me-plain.ts'
import { canonicalJsonOf } from '../../../shared/canonical-json.ts'
import { shanghaiDate } from '../../../shared/calendar.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import { type AcceptanceFile, acceptanceFileSchema } from '../../../shared/contracts/hand-over.ts'
import { acceptanceSections } from '../../../shared/contracts/hand-over-read-me.ts'
import { mayTake, standingOf } from '../../../shared/contracts/life.ts'
import type { ContractDetail } from '../../../shared/contracts/life-shapes.ts'
import { BoanError } from '../../../shared/errors.ts'
import { createI18n } from '../../../shared/i18n/index.ts'
import { loadSigningKey, readWholeContent, writeBundle } from '../bundles/index.ts'
import type { CallContext } from '../context.ts'
import type { Db } from '../database/open.ts'
import { answerTo } from './hand-over-answer.ts'
import { keepBundleAsEvidence } from './hand-over-evidence.ts'
import { todayOf } from './life.ts'
import {
  addEvent,
  changeContract,
  type ContractWithLife,
  findByContent,
  lifeFacts,
  wasHandedOver,
} from './life-store.ts'
import { contractDetail } from './life-view.ts'

/**
 * The signed answer to a received contract, dated by the answer: exported again it is the same file. Throws `handover.no-answer` before
 * there is one.
 */
export async function exportAcceptance(
  context: CallContext,
  { bundleId }: ParsedInput<'contracts.exportAcceptance'>,
): Promise<Output<'contracts.exportAcceptance'>> {
  const answer = answerTo(context.db, bundleId)
  if (answer === null) throw new BoanError('handover.no-answer')
  const { data } = await readWholeContent(context, bundleId, 'contract')
  const { content } = data
  const file: AcceptanceFile = {
    format: 'boan-contract-acceptance',
    version: 1,
    appVersion: context.appVersion,
    title: content.title,
    number: content.number,
    contentSha256: data.contentSha256,
    manifestSha256: answer.manifestSha256,
    decision: answer.decision,
    by: answer.by,
    date: answer.date,
    decidedAt: answer.at,
    note: answer.note,
    remarks: answer.remarks,
  }
  const { t } = createI18n('zh')
  const fileName = t(`handover:answerName.${answer.decision}`, { number: content.number, by: answer.by })
  const draft = context.outgoing(fileName)
  const key = loadSigningKey(context.dataDir)
  const bagName = `boan-contract-acceptance-${content.number}`
  const headings = new Map(content.built.clauses.map((clause) => [clause.id, clause.heading]))
  const params = {
    sender: answer.by,
    date: shanghaiDate(answer.at),
    version: context.appVersion,
    number: content.number,
  }
  const readMe = buildPlainReadMe({
    kind: 'contract-acceptance',
    title: `${content.title} ${content.number}`,
    made: t(`handover:readMe.made-${answer.decision}`, params),
    madeInEnglish: createI18n('en').t(`handover:readMe.made-${answer.decision}`, params),
    sections: acceptanceSections(file, headings),
    files: [],
    fingerprint: key.fingerprint,
    bagName,
    fileName,
  })
  const { fingerprint } = writeBundle({
    kind: 'contract-acceptance',
    name: bagName,
    externalId: content.number,
    organization: answer.by,
    moment: answer.at,
    files: [
      { path: contentFiles['contract-acceptance'], bytes: `${canonicalJsonOf(file)}\n` },
      { path: 'acceptance.schema.json', bytes: `${JSON.stringify(z.toJSONSchema(acceptanceFileSchema), null, 2)}\n` },
      { path: 'READ-ME-FIRST.html', bytes: readMe },
    ],
    key,
    outFile: draft.path,
  })
  return { file: draft.finish(), fingerprint }
}

interface Found {
  outcome: Output<'contracts.reviewAcceptance'>['outcome']
  contract: ContractWithLife | undefined
}

/** The contract that an answer is about: the one with the same text, and only as it was handed over from here. */
function findAnswered(db: Db, { contentSha256, manifestSha256, decision }: AcceptanceFile): Found {
  const contract = findByContent(db, contentSha256, 'template')
  if (contract === undefined) return { outcome: 'other-contract', contract }
  if (!wasHandedOver(db, contract.id, manifestSha256)) return { outcome: 'other-bundle', contract }
  const isTaken =
    !mayTake('join-acceptance', lifeFacts(contract)) || (decision === 'declined' && contract.lastAnswer === 'declined')
  return { outcome: isTaken ? 'joined' : 'fits', contract }
}

/** Which contract of the register a received answer is about. Throws what reading a received bundle throws. */
export async function reviewAcceptance(
  context: CallContext,
  { bundleId }: ParsedInput<'contracts.reviewAcceptance'>,
): Promise<Output<'contracts.reviewAcceptance'>> {
  const { data } = await readWholeContent(context, bundleId, 'contract-acceptance')
  const { outcome, contract } = findAnswered(context.db, data)
  if (contract === undefined) return { outcome, contract: null }
  const { id, number, title } = contract
  return { outcome, contract: { id, number, title, standing: standingOf(lifeFacts(contract), todayOf(context)) } }
}

/**
 * Takes a received answer into the register. Throws `handover.other-contract`, `handover.other-bundle`, `handover.joined` and what
 * reading a received bundle throws.
 */
export async function joinAcceptance(
  context: CallContext,
  { bundleId }: ParsedInput<'contracts.joinAcceptance'>,
): Promise<ContractDetail> {
  const { db } = context
  const { data } = await readWholeContent(context, bundleId, 'contract-acceptance')
  const { outcome, contract } = findAnswered(db, data)
  if (outcome !== 'fits' || contract === undefined) throw new BoanError(`handover.${outcome}`, { number: data.number })
  const evidenceId = await keepBundleAsEvidence(context, bundleId, {
    title: `${data.number} ${data.title}`,
    source: data.by,
  })
  const { by, date, note, remarks, decision } = data
  addEvent(db, contract.id, {
    id: context.newId(),
    kind: decision,
    date,
    at: context.now(),
    by,
    note,
    remarks,
    evidenceIds: [evidenceId],
  })
  changeContract(db, contract, {
    state: decision === 'accepted' ? 'accepted' : contract.state,
    updatedAt: context.now(),
  })
  context.subject(contract.id)
  return contractDetail(context, contract.id)
}
