import { isCivilDate } from '../../../shared/calendar.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import type { AgreementDetail } from '../../../shared/contracts/calls.ts'
import { scopeOf, scopeTakesAccount, widenScope } from '../../../shared/contracts/scope.ts'
import { cyclesAgree, firstDayWithoutTerms } from '../../../shared/contracts/versions.ts'
import { BoanError } from '../../../shared/errors.ts'
import type { CallContext, Handlers } from '../context.ts'
import type { Db } from '../database/open.ts'
import { refreshAgreement } from '../earnings/ledger/index.ts'
import { getParty, getSelfPartyId } from '../parties/index.ts'
import { readExampleFigures } from './example-figures.ts'
import { practiceOf } from './practice.ts'
import {
  type AgreementRecord,
  evidenceIdsOf,
  getAgreementDetail,
  getAgreementRecord,
  getVersion,
  insertVersion,
  listAgreementRows,
  listEvidence,
  listVersions,
  markVersion,
  writeAgreement,
} from './store.ts'

type ContractCall =
  | 'contracts.saveAgreement'
  | 'contracts.addVersion'
  | 'contracts.voidVersion'
  | 'contracts.restoreVersion'
  | 'contracts.endAgreement'
  | 'contracts.addScopeAccounts'
  | 'contracts.voidAgreement'
  | 'contracts.restoreAgreement'
  | 'contracts.listAgreements'
  | 'contracts.getAgreement'
  | 'contracts.suggestAgreement'
  | 'contracts.exampleFigures'
  | 'contracts.practice'

type NewVersion = NonNullable<ParsedInput<'contracts.saveAgreement'>['version']>

export const agreementHandlers: Handlers<ContractCall> = {
  'contracts.saveAgreement': saveAgreement,
  'contracts.addVersion': addTerms,
  'contracts.voidVersion': (context, { versionId, reason }) => {
    const { agreementId, version } = getVersion(context.db, versionId)
    const agreement = getLiveAgreement(context.db, agreementId)
    if (version.voidedAt === null) markVersion(context.db, versionId, { at: context.now(), reason })
    context.subject(versionId)
    return finish(context, agreement)
  },
  'contracts.restoreVersion': (context, { versionId }) => {
    const { agreementId } = getVersion(context.db, versionId)
    const agreement = getLiveAgreement(context.db, agreementId)
    markVersion(context.db, versionId, null)
    context.subject(versionId)
    return finish(context, agreement)
  },
  'contracts.endAgreement': endAgreement,
  'contracts.addScopeAccounts': (context, { id, accounts }) => {
    const before = getLiveAgreement(context.db, id)
    const agreement = { ...before, scope: widenScope(before.scope, accounts) }
    storeAgreement(context, agreement)
    return finish(context, agreement)
  },
  'contracts.voidAgreement': (context, { id, reason }) => {
    const before = getAgreementRecord(context.db, id)
    const agreement = before.voidedAt === null ? { ...before, voidedAt: context.now(), voidReason: reason } : before
    writeAgreement(context.db, agreement)
    return finish(context, agreement)
  },
  'contracts.restoreAgreement': (context, { id }) => {
    const agreement = { ...getAgreementRecord(context.db, id), voidedAt: null, voidReason: null }
    storeAgreement(context, agreement)
    return finish(context, agreement)
  },
  'contracts.listAgreements': ({ db }, { onDay, withVoided }) => ({
    agreements: listAgreementRows(db, onDay, withVoided),
  }),
  'contracts.getAgreement': ({ db }, { id }) => getAgreementDetail(db, id),
  'contracts.suggestAgreement': ({ db }, input) => suggestAgreement(db, input),
  'contracts.practice': (context, { agreementId }) => practiceOf(context, agreementId),
  'contracts.exampleFigures': ({ db }, { scope, onDay }) => ({ figures: readExampleFigures(db, scope, onDay) }),
}

/** Throws `contracts.agreement-not-found` and `contracts.agreement-voided`. */
function getLiveAgreement(db: Db, id: string): AgreementRecord {
  const agreement = getAgreementRecord(db, id)
  if (agreement.voidedAt !== null) throw new BoanError('contracts.agreement-voided', { title: agreement.title })
  return agreement
}

/**
 * Adds or changes an agreement. Throws `contracts.agreement-not-found`, `contracts.agreement-voided`,
 * `contracts.agreement-incomplete` and what `storeAgreement`, `addVersion` and `checkTerms` throw.
 */
export function saveAgreement(context: CallContext, input: ParsedInput<'contracts.saveAgreement'>): AgreementDetail {
  const before = input.id === undefined ? newAgreement(context, input) : getLiveAgreement(context.db, input.id)
  const agreement: AgreementRecord = {
    ...before,
    title: input.title ?? before.title,
    payerId: input.payerId ?? before.payerId,
    payeeId: input.payeeId ?? before.payeeId,
    from: input.from ?? before.from,
    to: input.to === undefined ? before.to : input.to,
    scope: input.scope ?? before.scope,
    note: input.note ?? before.note,
  }
  storeAgreement(context, agreement)
  if (input.version !== undefined) addVersion(context, agreement, input.version)
  return finish(context, agreement)
}

/** Sets the last day of an agreement; null leaves its end open again. Throws what `storeAgreement` and `checkTerms` throw. */
export function endAgreement(context: CallContext, { id, to }: ParsedInput<'contracts.endAgreement'>): AgreementDetail {
  const agreement = { ...getLiveAgreement(context.db, id), to }
  storeAgreement(context, agreement)
  return finish(context, agreement)
}

/** Gives an agreement terms from a day on. Throws what `addVersion` and `checkTerms` throw. */
export function addTerms(
  context: CallContext,
  { agreementId, ...version }: ParsedInput<'contracts.addVersion'>,
): AgreementDetail {
  const agreement = getLiveAgreement(context.db, agreementId)
  addVersion(context, agreement, version)
  return finish(context, agreement)
}

function newAgreement(context: CallContext, input: ParsedInput<'contracts.saveAgreement'>): AgreementRecord {
  const { payerId, payeeId, from } = input
  if (payerId === undefined || payeeId === undefined || from === undefined) {
    throw new BoanError('contracts.agreement-incomplete')
  }
  const otherSide = getSelfPartyId(context.db) === payerId ? payeeId : payerId
  return {
    id: context.newId(),
    title: getParty(context.db, otherSide).name,
    payerId,
    payeeId,
    from,
    to: null,
    scope: {},
    note: '',
    createdAt: context.now(),
    voidedAt: null,
    voidReason: null,
  }
}

/**
 * Checks and writes an agreement without its versions. Throws `contracts.same-party`, `contracts.bad-date`,
 * `contracts.ends-before-start`, `parties.not-found` and `parties.voided`.
 */
function storeAgreement({ db }: CallContext, agreement: AgreementRecord): void {
  if (agreement.payerId === agreement.payeeId) throw new BoanError('contracts.same-party')
  checkSpan(agreement)
  for (const id of [agreement.payerId, agreement.payeeId]) {
    const party = getParty(db, id)
    if (party.voidedAt !== null) throw new BoanError('parties.voided', { name: party.name })
  }
  writeAgreement(db, agreement)
}

function checkSpan({ from, to }: { from: string; to: string | null }): void {
  for (const date of [from, to]) {
    if (date !== null && !isCivilDate(date)) throw new BoanError('contracts.bad-date', { date })
  }
  if (to !== null && to < from) throw new BoanError('contracts.ends-before-start', { from, to })
}

/** Throws `contracts.bad-date`, `contracts.ends-before-start`, `contracts.evidence-not-found`, `contracts.version-not-found`. */
function addVersion(context: CallContext, agreement: AgreementRecord, input: NewVersion): void {
  const { db } = context
  const { replaces, ...version } = input
  checkSpan(version)
  const evidenceIds = evidenceIdsOf(version)
  if (listEvidence(db, evidenceIds).length < evidenceIds.length) throw new BoanError('contracts.evidence-not-found')
  if (replaces !== undefined) {
    if (getVersion(db, replaces.versionId).agreementId !== agreement.id) {
      throw new BoanError('contracts.version-not-found', { id: replaces.versionId })
    }
    markVersion(db, replaces.versionId, { at: context.now(), reason: replaces.reason })
    context.subject(replaces.versionId)
  }
  const id = context.newId()
  insertVersion(db, agreement.id, { ...version, id, createdAt: context.now() })
  context.subject(id)
}

/** After any change: the terms must still fit the agreement, the ledger follows, and the answer is the agreement as it is now. */
function finish(context: CallContext, agreement: AgreementRecord): AgreementDetail {
  const { db } = context
  if (agreement.voidedAt === null) checkTerms(db, agreement)
  context.subject(agreement.id)
  context.changed(refreshAgreement(db, agreement.id))
  return getAgreementDetail(db, agreement.id)
}

/** Throws `contracts.terms-gap` and `contracts.cycle-changed`. */
function checkTerms(db: Db, agreement: AgreementRecord): void {
  const versions = listVersions(db, agreement.id).filter((version) => version.voidedAt === null)
  const gap = firstDayWithoutTerms(versions, agreement.from, agreement.to)
  if (gap !== undefined) throw new BoanError('contracts.terms-gap', { date: gap })
  if (!cyclesAgree(versions.map((version) => version.terms))) throw new BoanError('contracts.cycle-changed')
}

function suggestAgreement(
  db: Db,
  { accounts }: ParsedInput<'contracts.suggestAgreement'>,
): Output<'contracts.suggestAgreement'> {
  // The day plays no part here: only scopes and payers are looked at.
  const agreements = listAgreementRows(db, '9999-12-31', false)
  const answered = accounts.map((account) => ({
    ...account,
    agreements: agreements
      .filter(({ scope }) => scopeTakesAccount(scope, account))
      .map(({ id, title }) => ({ id, title })),
  }))
  const free = answered.filter((account) => account.agreements.length === 0)
  const platforms = new Set(free.map((account) => account.platform))
  const sharesPlatform = (row: (typeof agreements)[number]) =>
    row.scope.platforms?.some((platform) => platforms.has(platform)) === true ? 0 : 1
  const payers = agreements.toSorted((a, b) => sharesPlatform(a) - sharesPlatform(b)).map((row) => row.payer)
  const distinct = new Map(payers.map((payer) => [payer.id, payer]))
  return { accounts: answered, scope: scopeOf(free), payers: [...distinct.values()], payeeId: getSelfPartyId(db) }
}
