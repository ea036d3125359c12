import { shanghaiDate } from '../../../shared/calendar.ts'
import type { ContractDetail, ContractRow } from '../../../shared/contracts/life-shapes.ts'
import { nextActions, standingOf } from '../../../shared/contracts/life.ts'
import type { CallContext } from '../context.ts'
import type { Db } from '../database/open.ts'
import { getSelfPartyId } from '../parties/index.ts'
import {
  type ContractWithLife,
  getContract,
  lifeFacts,
  listAmendments,
  listContracts,
  listEvents,
} from './life-store.ts'
import { listEvidence } from './store.ts'

/** A contract as lists show it, on a civil day. */
function contractRow(contract: ContractWithLife, today: string, self: string | null): ContractRow {
  const { payerId, payeeId, payerName, payeeName } = contract
  return {
    id: contract.id,
    origin: contract.origin,
    state: contract.state,
    standing: standingOf(lifeFacts(contract), today),
    title: contract.title,
    number: contract.number,
    templateId: contract.templateId,
    relation: contract.relation,
    payer: { id: payerId, name: payerName },
    payee: { id: payeeId, name: payeeName },
    self: self === null ? 'none' : self === payerId ? 'payer' : self === payeeId ? 'payee' : 'none',
    from: contract.from,
    to: contract.to,
    endedOn: contract.endedOn,
    agreementId: contract.agreementId,
    batchId: contract.batchId,
    updatedAt: contract.updatedAt,
  }
}

/** All contracts as the register lists them, the latest changed first. */
export function registerRows(
  db: Db,
  today: string,
  filter: { withVoided: boolean; batchId?: string | undefined },
): ContractRow[] {
  const self = getSelfPartyId(db)
  return listContracts(db, filter).map((contract) => contractRow(contract, today, self))
}

/** One contract with everything about it. Throws `register.not-found`. */
export function contractDetail(context: CallContext, id: string): ContractDetail {
  const { db } = context
  const today = shanghaiDate(context.now())
  const contract = getContract(db, id)
  const events = listEvents(db, id)
  const evidenceIds = [...new Set([...contract.evidenceIds, ...events.flatMap((event) => event.evidenceIds)])]
  const facts = lifeFacts(contract)
  return {
    ...contractRow(contract, today, getSelfPartyId(db)),
    templateVersion: contract.templateVersion,
    values: contract.values,
    optionalClauses: contract.optionalClauses,
    scope: contract.scope,
    terms: contract.terms,
    note: contract.note,
    content: contract.content,
    contentSha256: contract.contentSha256,
    issuedAt: contract.issuedAt,
    pages: contract.pages,
    files: paperFiles(contract),
    evidence: listEvidence(db, evidenceIds),
    events,
    actions: nextActions(facts),
    amends: contract.amendsId === null ? null : related(getContract(db, contract.amendsId), today),
    amendedBy: listAmendments(db, id).map((later) => related(later, today)),
    createdAt: contract.createdAt,
    voidedAt: contract.voidedAt,
    voidReason: contract.voidReason,
  }
}

function related(contract: ContractWithLife, today: string): ContractDetail['amendedBy'][number] {
  const { id, number, title } = contract
  return { id, number, title, standing: standingOf(lifeFacts(contract), today) }
}

/** The papers of a contract under the names they are saved as. */
function paperFiles(contract: ContractWithLife): ContractDetail['files'] {
  const name = paperName(contract)
  const { pdfSha256, docxSha256 } = contract
  return [
    ...(pdfSha256 === null ? [] : [{ kind: 'pdf' as const, name: `${name}.pdf`, sha256: pdfSha256 }]),
    ...(docxSha256 === null ? [] : [{ kind: 'docx' as const, name: `${name}.docx`, sha256: docxSha256 }]),
  ]
}

/** What the files of a contract are called: number, title, and who is paid by it. */
export function paperName({
  number,
  title,
  payeeName,
}: Pick<ContractWithLife, 'number' | 'title' | 'payeeName'>): string {
  return [number ?? '', title, payeeName].filter((part) => part !== '').join('-')
}
