import { shanghaiDate } from '../../../shared/calendar.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import { recordFacts } from '../../../shared/disputes/timeline.ts'
import { BoanError } from '../../../shared/errors.ts'
import type { CallContext } from '../context.ts'
import { evidenceIdsOf, listVersions } from '../contracts/index.ts'
import { claimedCycles, computeAgreement, computeCase, type ComputedAgreement, recordsOf } from './case-computation.ts'
import {
  type CaseRow,
  insertCase,
  nextCaseNumber,
  requireCase,
  writeCaseParty,
  writeClaimedCycles,
} from './case-store.ts'
import { touchCase } from './cases.ts'
import { appendExhibit } from './exhibits.ts'
import { applyRecords } from './fact-store.ts'
import { keepStatementAsEvidence } from './statement-evidence.ts'

/**
 * Opens a case from cycles of an agreement with everything in place (spec/disputes.md 'A case'): parties, relation, claims,
 * timeline, and what it rests on as evidence. Without cycles it takes all that are overdue. Throws `disputes.nothing-owed`,
 * `disputes.cycle-not-found`, `disputes.cycle-in-case`, `disputes.cannot-compute`, `contracts.agreement-not-found`.
 */
export async function openCase(
  context: CallContext,
  input: ParsedInput<'disputes.openCase'>,
): Promise<Output<'disputes.openCase'>> {
  const { db } = context
  const asOf = input.asOf ?? shanghaiDate(context.now())
  const computed = computeAgreement(db, input.agreementId, input.cycles ?? [], undefined, asOf)
  if (computed.agreement.voidedAt !== null)
    throw new BoanError('disputes.agreement-voided', { agreement: computed.agreement.title })
  const cycles = chooseCycles(computed, input.cycles)
  refuseClaimedTwice(context, input.agreementId, cycles)
  const row = await newCase(context, computed, asOf)
  insertCase(db, row)
  writeClaimedCycles(db, row.id, input.agreementId, cycles)
  writeCaseParty(db, row.id, computed.agreement.payeeId, 'applicant')
  writeCaseParty(db, row.id, computed.agreement.payerId, 'respondent')
  context.subject(row.id, input.agreementId, computed.agreement.payeeId, computed.agreement.payerId)
  await takeInRecords(context, row.id)
  return { id: row.id, number: row.number }
}

function chooseCycles(computed: ComputedAgreement, asked: readonly string[] | undefined): string[] {
  const known = new Map(computed.output.cycles.map((cycle) => [cycle.cycle, cycle]))
  const missing = asked?.find((cycle) => !known.has(cycle))
  if (missing !== undefined) throw new BoanError('disputes.cycle-not-found', { cycle: missing })
  const overdue = computed.output.cycles.filter(({ status }) => status === 'overdue').map(({ cycle }) => cycle)
  const cycles = [...(asked ?? overdue)]
  const owed = cycles.some(
    (cycle) => (known.get(cycle)?.outstandingFen ?? 0) > 0 || (known.get(cycle)?.interestFen ?? 0) > 0,
  )
  if (!owed) throw new BoanError('disputes.nothing-owed', { agreement: computed.agreement.title })
  return cycles
}

/** A cycle stands in one case at a time: two files that claim the same money would hurt both. */
function refuseClaimedTwice(context: CallContext, agreementId: string, cycles: readonly string[], caseId = ''): void {
  const found = context.db
    .prepare<[string, string, string], { number: string; cycle: string; id: string }>(
      `SELECT number, cycle, cases.id FROM case_cycles JOIN cases ON cases.id = case_id
       WHERE agreement_id = ? AND voided_at IS NULL AND case_id <> ?
         AND cycle IN (SELECT value FROM json_each(?)) ORDER BY number LIMIT 1`,
    )
    .get(agreementId, caseId, JSON.stringify(cycles))
  if (found !== undefined) throw new BoanError('disputes.cycle-in-case', found)
}

async function newCase(
  context: CallContext,
  computed: ComputedAgreement,
  asOf: string,
): Promise<Omit<CaseRow, 'voidedAt' | 'voidReason'>> {
  const now = context.now()
  const relation = computed.input.agreement.versions.at(-1)?.terms.relation ?? 'undetermined'
  // Words are loaded when a case is opened, not when the thread starts.
  const { createI18n } = await import('../../../shared/i18n/index.ts')
  // Papers are in Chinese, and so is the first title of a case; the person can change it.
  const title = createI18n('zh').t(`disputes:caseTitle.${relation === 'labour' ? 'labour' : 'pay'}`, {
    payee: computed.payeeName,
    payer: computed.payerName,
  })
  return {
    id: context.newId(),
    number: nextCaseNumber(context.db, shanghaiDate(now).slice(0, 4)),
    title: title.slice(0, 200),
    relation,
    procedure: relation === 'labour' ? 'labour-mediation' : 'people-mediation',
    addressee: '',
    statement: '',
    asOf,
    openedAt: now,
    updatedAt: now,
  }
}

/** Sets which cycles of an agreement a case claims. Throws `disputes.cycle-not-found`, `disputes.cycle-in-case`. */
export async function setCycles(
  context: CallContext,
  input: ParsedInput<'disputes.setCycles'>,
): Promise<Record<string, never>> {
  touchCase(context, input.caseId)
  const row = requireCase(context.db, input.caseId)
  const computed = computeAgreement(context.db, input.agreementId, input.cycles, row.relation, row.asOf)
  const known = new Set(computed.output.cycles.map(({ cycle }) => cycle))
  const missing = input.cycles.find((cycle) => !known.has(cycle))
  if (missing !== undefined) throw new BoanError('disputes.cycle-not-found', { cycle: missing })
  refuseClaimedTwice(context, input.agreementId, input.cycles, input.caseId)
  context.subject(input.agreementId)
  writeClaimedCycles(context.db, input.caseId, input.agreementId, input.cycles)
  await takeInRecords(context, input.caseId)
  return {}
}

/** Brings timeline and evidence up to the records; what the person wrote stays. */
export async function refreshCase(context: CallContext, id: string): Promise<Output<'disputes.refreshCase'>> {
  touchCase(context, id)
  return takeInRecords(context, id)
}

/** Evidence first: facts name it as their source. */
async function takeInRecords(context: CallContext, caseId: string): Promise<Output<'disputes.refreshCase'>> {
  const { db } = context
  const row = requireCase(db, caseId)
  const agreements = computeCase(db, row)
  for (const one of agreements) await takeInEvidence(context, caseId, one)
  return applyRecords(db, caseId, recordFacts(recordsOf(db, agreements)), context)
}

/** In the order in which one tells it: what was agreed, what was earned, what was said and taken, what was paid. */
async function takeInEvidence(context: CallContext, caseId: string, one: ComputedAgreement): Promise<void> {
  const { db } = context
  const statements: string[] = []
  for (const statement of one.ledger.statements)
    statements.push(await keepStatementAsEvidence(context, statement, one.payeeName))
  const wanted = new Set(one.claimed)
  const { cycleTotals, costs, withholdings, deductions } = one.input
  const facts = [cycleTotals, costs, withholdings, deductions].flatMap((list) => [...(list ?? [])])
  const payments = claimedCycles(one).flatMap((cycle) => cycle.payments.map((part) => part.paymentId))
  const ids = [
    ...listVersions(db, one.agreement.id)
      .filter((version) => version.voidedAt === null)
      .flatMap(evidenceIdsOf),
    ...statements,
    ...facts.filter(({ cycle }) => wanted.has(cycle)).flatMap(({ evidenceIds }) => [...evidenceIds]),
    ...one.claimed.flatMap((cycle) => one.ledger.evidenceOfAcknowledgements.get(cycle) ?? []),
    ...payments.flatMap((id) => one.ledger.evidenceOfPayments.get(id) ?? []),
  ]
  const known = db.prepare<[string], { id: string }>('SELECT id FROM evidence WHERE id = ? AND voided_at IS NULL')
  for (const id of new Set(ids)) {
    if (known.get(id) === undefined) continue
    appendExhibit(db, caseId, id)
    context.subject(id)
  }
}
