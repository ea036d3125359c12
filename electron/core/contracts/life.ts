import { isCivilDate, shanghaiDate } from '../../../shared/calendar.ts'
import type { ParsedInput } from '../../../shared/contract.ts'
import type { ContractDetail } from '../../../shared/contracts/life-shapes.ts'
import { type ContractAction, mayTake } from '../../../shared/contracts/life.ts'
import { contractFacts } from '../../../shared/contracts/templates/values.ts'
import { BoanError } from '../../../shared/errors.ts'
import type { CallContext } from '../context.ts'
import type { Db } from '../database/open.ts'
import { getParty, getSelfPartyId } from '../parties/index.ts'
import {
  addEvent,
  changeContract,
  type ContractRecord,
  type ContractWithLife,
  getContract,
  lifeFacts,
  writeContract,
} from './life-store.ts'
import { contractDetail } from './life-view.ts'
import { listEvidence } from './store.ts'
import { readTemplate } from './templates.ts'

/** A contract on which an action is about to be taken. Throws `register.not-found` and `register.cannot-<action>`. */
export function contractFor(db: Db, id: string, action: ContractAction): ContractWithLife {
  const contract = getContract(db, id)
  if (!mayTake(action, lifeFacts(contract))) {
    throw new BoanError(`register.cannot-${action}`, { title: contract.title })
  }
  return contract
}

/** A new contract with nothing in it; what is given comes on top. */
export function blankContract(
  context: CallContext,
  given: Pick<ContractRecord, 'origin' | 'state' | 'title' | 'relation'> & Partial<ContractRecord>,
): ContractRecord {
  return {
    id: context.newId(),
    number: null,
    templateId: null,
    templateVersion: null,
    values: {},
    optionalClauses: [],
    scope: {},
    terms: null,
    payerId: null,
    payeeId: null,
    payerName: '',
    payeeName: '',
    from: null,
    to: null,
    endedOn: null,
    content: null,
    contentSha256: null,
    issuedAt: null,
    pdfSha256: null,
    docxSha256: null,
    pages: null,
    amendsId: null,
    agreementId: null,
    batchId: null,
    batchRow: null,
    evidenceIds: [],
    note: '',
    createdAt: context.now(),
    updatedAt: context.now(),
    voidedAt: null,
    voidReason: null,
    ...given,
  }
}

/**
 * Adds or changes a draft; what is filled in is kept as it is, complete or not. Throws `register.cannot-<action>` once it is issued, and
 * what the templates throw.
 */
export function saveDraft(context: CallContext, input: ParsedInput<'contracts.saveDraft'>): ContractDetail {
  const { db } = context
  const template = readTemplate(input.templateId)
  const before =
    input.id === undefined
      ? blankContract(context, { origin: 'template', state: 'draft', title: input.title, relation: template.relation })
      : contractFor(db, input.id, 'edit')
  const facts = contractFacts(template, input.values)
  const amended = input.amends === undefined ? undefined : contractFor(db, input.amends, 'amend')
  writeContract(
    db,
    {
      ...before,
      title: input.title,
      templateId: template.id,
      templateVersion: input.templateVersion,
      relation: facts.relation,
      values: input.values,
      optionalClauses: input.optionalClauses,
      scope: input.scope ?? amended?.scope ?? before.scope,
      terms: facts.payTerms ?? null,
      payerName: facts.payer?.name ?? '',
      payeeName: facts.payee?.name ?? '',
      from: civilOrNull(facts.from),
      to: civilOrNull(facts.to),
      note: input.note ?? before.note,
      amendsId: amended?.id ?? before.amendsId,
      updatedAt: context.now(),
    },
    null,
  )
  context.subject(before.id)
  return contractDetail(context, before.id)
}

function civilOrNull(date: string | undefined): string | null {
  return date !== undefined && isCivilDate(date) ? date : null
}

/**
 * Records a contract that was made elsewhere or never written down. Throws `register.file-missing`, `register.source-missing`,
 * `register.evidence-not-found`, `contracts.bad-date`, `contracts.ends-before-start` and `contracts.same-party`.
 */
export function saveKept(context: CallContext, input: ParsedInput<'contracts.saveKept'>): ContractDetail {
  const { db } = context
  if (input.origin === 'elsewhere' && input.evidenceIds.length === 0) throw new BoanError('register.file-missing')
  if (input.payerId === input.payeeId) throw new BoanError('contracts.same-party')
  if (input.to !== null && input.to < input.from) {
    throw new BoanError('contracts.ends-before-start', { from: input.from, to: input.to })
  }
  for (const date of [input.from, input.to]) {
    if (date !== null && !isCivilDate(date)) throw new BoanError('contracts.bad-date', { date })
  }
  checkEvidence(db, input.evidenceIds)
  const { id, number, ...rest } = input
  const said = { ...rest, title: rest.title ?? otherSideName(db, rest) }
  const before =
    id === undefined
      ? blankContract(context, { origin: said.origin, state: 'kept', title: said.title, relation: said.relation })
      : contractFor(db, id, 'edit')
  writeContract(
    db,
    {
      ...before,
      ...said,
      number: number === '' ? null : number,
      payerName: getParty(db, said.payerId).name,
      payeeName: getParty(db, said.payeeId).name,
      updatedAt: context.now(),
    },
    null,
  )
  context.subject(before.id)
  return contractDetail(context, before.id)
}

function otherSideName(db: Db, { payerId, payeeId }: { payerId: string; payeeId: string }): string {
  return getParty(db, getSelfPartyId(db) === payerId ? payeeId : payerId).name
}

/** Throws `register.evidence-not-found`. */
export function checkEvidence(db: Db, ids: readonly string[]): void {
  const distinct = [...new Set(ids)]
  if (listEvidence(db, distinct).length < distinct.length) throw new BoanError('register.evidence-not-found')
}

/** Notes a signature: only with the scan of the signed paper or the outside platform's file. Throws `register.cannot-<action>`. */
export function signContract(context: CallContext, input: ParsedInput<'contracts.sign'>): ContractDetail {
  const { db } = context
  const contract = contractFor(db, input.id, 'sign')
  checkEvidence(db, input.evidenceIds)
  if (!isCivilDate(input.date)) throw new BoanError('contracts.bad-date', { date: input.date })
  changeContract(db, contract, { state: 'signed', updatedAt: context.now() })
  const { id: _id, ...said } = input
  addEvent(db, contract.id, { ...said, id: context.newId(), kind: 'signed', at: context.now() })
  context.subject(contract.id, ...input.evidenceIds)
  return contractDetail(context, contract.id)
}

/** Takes a contract out of the register (`reason` null brings it back). Throws `register.cannot-<action>` once the ledger computes by it. */
export function setContractVoided(context: CallContext, id: string, reason: string | null): ContractDetail {
  const contract = reason === null ? getContract(context.db, id) : contractFor(context.db, id, 'void')
  const now = context.now()
  changeContract(context.db, contract, {
    voidedAt: reason === null ? null : now,
    voidReason: reason,
    updatedAt: now,
  })
  context.subject(id)
  return contractDetail(context, id)
}

/** The civil day on which a command happens. */
export function todayOf(context: CallContext): string {
  return shanghaiDate(context.now())
}
