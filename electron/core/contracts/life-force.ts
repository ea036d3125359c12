import { isCivilDate } from '../../../shared/calendar.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import type { ContractDetail } from '../../../shared/contracts/life-shapes.ts'
import type { AgreementScope } from '../../../shared/contracts/scope.ts'
import { BoanError } from '../../../shared/errors.ts'
import { createI18n } from '../../../shared/i18n/index.ts'
import type { CallContext } from '../context.ts'
import { addTerms, endAgreement, saveAgreement } from './handlers.ts'
import { checkEvidence, contractFor, todayOf } from './life.ts'
import { addEvent, changeContract, type ContractWithLife, getContract, listEvents } from './life-store.ts'
import { contractDetail, paperName } from './life-view.ts'

/**
 * Lets the ledger compute by contracts, each from its first day. Throws `register.cannot-<action>`, `register.scope-of-one` and what
 * saving an agreement throws.
 */
export async function putInForce(
  context: CallContext,
  { ids, scope }: ParsedInput<'contracts.putInForce'>,
): Promise<Output<'contracts.putInForce'>> {
  if (scope !== undefined && ids.length > 1) throw new BoanError('register.scope-of-one')
  const agreements: Output<'contracts.putInForce'>['agreements'] = []
  for (const id of ids) {
    const contract = contractFor(context.db, id, 'put-in-force')
    agreements.push({ id, agreementId: await enforce(context, contract, scope ?? contract.scope) })
  }
  return { agreements }
}

/** Makes the agreement of a contract, or gives the amended one its next version. Answers the agreement's id. */
export async function enforce(
  context: CallContext,
  contract: ContractWithLife,
  scope: AgreementScope,
): Promise<string> {
  const { db } = context
  const { payerId, payeeId, from } = contract
  if (payerId === null || payeeId === null || from === null) {
    throw new BoanError('register.not-ready', { title: contract.title, fault: 'missing' })
  }
  const evidenceIds = await evidenceOf(context, contract)
  const amended = contract.amendsId === null ? undefined : getContract(db, contract.amendsId)
  const agreementId =
    amended === undefined || amended.agreementId === null
      ? makeAgreement(context, { ...contract, payerId, payeeId, from }, { scope, evidenceIds })
      : amendAgreement(context, { ...contract, from }, amended.agreementId, evidenceIds)
  changeContract(db, contract, { agreementId, scope, updatedAt: context.now() })
  const event = { date: from, at: context.now() }
  addEvent(db, contract.id, { ...event, id: context.newId(), kind: 'in-force' })
  if (amended !== undefined)
    addEvent(db, amended.id, { ...event, id: context.newId(), kind: 'amended', note: contract.number ?? '' })
  context.subject(contract.id)
  return agreementId
}

type Enforced = ContractWithLife & { from: string }

function makeAgreement(
  context: CallContext,
  contract: Enforced & { payerId: string; payeeId: string },
  { scope, evidenceIds }: { scope: AgreementScope; evidenceIds: string[] },
): string {
  const { payerId, payeeId, from, to, terms } = contract
  const version = terms === null ? {} : { version: { from, to: null, terms, evidenceIds, note: noteOf(contract) } }
  return saveAgreement(context, { payerId, payeeId, from, to, scope, note: noteOf(contract), ...version }).id
}

function amendAgreement(context: CallContext, contract: Enforced, agreementId: string, evidenceIds: string[]): string {
  const { from, to, terms } = contract
  // The end first: terms may begin where the agreement would have been over.
  endAgreement(context, { id: agreementId, to })
  if (terms !== null) addTerms(context, { agreementId, from, to: null, terms, evidenceIds, note: noteOf(contract) })
  return agreementId
}

function noteOf({ number, title }: ContractWithLife): string {
  return [number, title].filter((part) => part !== null && part !== '').join(' ')
}

/** What the agreement rests on: the contract's paper and files, and what was signed. */
async function evidenceOf(context: CallContext, contract: ContractWithLife): Promise<string[]> {
  const signed = listEvents(context.db, contract.id).flatMap((event) => event.evidenceIds)
  const paper = contract.pdfSha256 === null ? [] : [await paperAsEvidence(context, contract, contract.pdfSha256)]
  return [...new Set([...paper, ...contract.evidenceIds, ...signed])]
}

/** The contract's PDF as a piece of evidence, made when it is not there yet. */
async function paperAsEvidence(context: CallContext, contract: ContractWithLife, sha256: string): Promise<string> {
  const { findEvidenceOfFile, insertEvidence } = await import('../disputes/index.ts')
  const known = findEvidenceOfFile(context.db, sha256)
  if (known !== undefined) return known.id
  const { t } = createI18n('zh')
  const id = context.newId()
  insertEvidence(context.db, {
    id,
    sha256,
    title: paperName(contract).slice(0, 200),
    kind: 'contract',
    source: t(`register:evidence.source.${contract.origin}`),
    takenBy: '',
    takenAt: todayOf(context),
    purpose: t('register:evidence.purpose'),
    originalPlace: '',
    originalHolder: 'me',
    redactedOf: null,
    redaction: '',
    pages: contract.pages,
    createdAt: context.now(),
  })
  context.subject(id)
  return id
}

/** Ends a contract in force, and its agreement with it. Throws `register.cannot-<action>` and what ending an agreement throws. */
export function endContract(context: CallContext, input: ParsedInput<'contracts.end'>): ContractDetail {
  const { db } = context
  const contract = contractFor(db, input.id, 'end')
  checkEvidence(db, input.evidenceIds)
  if (!isCivilDate(input.date)) throw new BoanError('contracts.bad-date', { date: input.date })
  if (contract.agreementId !== null) endAgreement(context, { id: contract.agreementId, to: input.date })
  changeContract(db, contract, { state: 'ended', endedOn: input.date, updatedAt: context.now() })
  addEvent(db, contract.id, {
    id: context.newId(),
    kind: 'ended',
    date: input.date,
    at: context.now(),
    note: input.reason,
    evidenceIds: input.evidenceIds,
  })
  context.subject(contract.id, ...input.evidenceIds)
  return contractDetail(context, contract.id)
}
