import type { ParsedInput } from '../../../../shared/contract.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { CallContext } from '../../context.ts'
import type { Db } from '../../database/open.ts'
import { findLedgerAgreement } from './agreements.ts'
import {
  findSingleFact,
  getCycleFact,
  keepFactHistory,
  writeCycleFact,
  type CycleFact,
  type CycleFactKind,
} from './facts-store.ts'
import { openLedgerFold } from './ledger-fold.ts'
import { cycleOf } from './line-selection.ts'
import { checkDate } from './ledger-rows.ts'
import { planFor } from './rebuild.ts'

/** Throws `earnings.evidence-not-found` unless all this evidence is there and counts. */
export function checkEvidence(db: Db, ids: readonly string[]): void {
  const distinct = [...new Set(ids)]
  const found = db
    .prepare<[string], number>(
      'SELECT count(*) FROM evidence WHERE voided_at IS NULL AND id IN (SELECT value FROM json_each(?))',
    )
    .pluck()
    .get(JSON.stringify(distinct))
  if (found !== distinct.length) throw new BoanError('earnings.evidence-not-found')
}

/** Throws `earnings.agreement-not-found` or `earnings.cycle-not-found` unless the agreement counts and has such a cycle. */
export function checkCycle(db: Db, agreementId: string, cycleId: string): void {
  const record = findLedgerAgreement(db, agreementId)
  if (record === undefined) throw new BoanError('earnings.agreement-not-found', { id: agreementId })
  const plan = planFor(db, record)
  const cycle = cycleOf(plan, cycleId)
  if (cycle.to < plan.fromDay) throw new BoanError('earnings.cycle-not-found', { cycle: cycleId })
}

/** What a command says about a fact; the rest of a `CycleFact` is made here. */
interface FactInput {
  id?: string | undefined
  agreementId: string
  cycle: string
  kind: CycleFactKind
  detail?: string
  termId?: string | null
  amountFen?: number | null
  date?: string | null
  reason?: string
  evidenceIds?: string[]
}

/** The fact that a command changes: named by id, or the only one its cycle may have. */
function knownFact(db: Db, input: FactInput): CycleFact | undefined {
  if (input.id === undefined) {
    const isSingle = input.kind === 'acknowledgement' || input.kind === 'cycle-total'
    return isSingle ? findSingleFact(db, { ...input, termId: input.termId ?? null }) : undefined
  }
  const fact = getCycleFact(db, input.id)
  if (fact.kind !== input.kind || fact.agreementId !== input.agreementId) {
    throw new BoanError('earnings.fact-not-found', { id: input.id })
  }
  if (fact.voidedAt !== null) throw new BoanError('earnings.fact-voided')
  return fact
}

/** Writes a fact and brings the figures of its cycle, and of those after it, up to it. Answers its id. */
function saveFact(context: CallContext, input: FactInput): { id: string } {
  const { db } = context
  checkCycle(db, input.agreementId, input.cycle)
  checkEvidence(db, input.evidenceIds ?? [])
  const known = knownFact(db, input)
  const fact: CycleFact = {
    id: known?.id ?? context.newId(),
    agreementId: input.agreementId,
    cycle: input.cycle,
    kind: input.kind,
    detail: input.detail ?? '',
    termId: input.termId ?? null,
    amountFen: input.amountFen ?? null,
    date: input.date ?? null,
    reason: input.reason ?? '',
    evidenceIds: input.evidenceIds ?? [],
    createdAt: known?.createdAt ?? context.now(),
    voidedAt: null,
    voidReason: null,
  }
  if (known !== undefined) keepFactHistory(db, known.id, known, context.now())
  writeCycleFact(db, fact)
  refigure(context, fact.agreementId, [fact.cycle, known?.cycle ?? fact.cycle])
  context.subject(fact.id)
  return { id: fact.id }
}

function refigure(context: CallContext, agreementId: string, cycles: readonly string[]): void {
  const fold = openLedgerFold(context.db, agreementId)
  fold.facts(agreementId, cycles)
  for (const change of fold.finish()) context.changed(change)
  context.subject(agreementId)
}

export function saveDeduction(context: CallContext, input: ParsedInput<'earnings.saveDeduction'>): { id: string } {
  const { deductionTermId, ...rest } = input
  return saveFact(context, { ...rest, kind: 'deduction', termId: deductionTermId })
}

export function saveWithholding(context: CallContext, input: ParsedInput<'earnings.saveWithholding'>): { id: string } {
  const { kind, ...rest } = input
  return saveFact(context, { ...rest, kind: 'withholding', detail: kind })
}

export function saveAcknowledgement(
  context: CallContext,
  input: ParsedInput<'earnings.saveAcknowledgement'>,
): { id: string } {
  return saveFact(context, { ...input, kind: 'acknowledgement' })
}

export function saveCycleTotal(context: CallContext, input: ParsedInput<'earnings.saveCycleTotal'>): { id: string } {
  const { commissionId, ...rest } = input
  return saveFact(context, { ...rest, kind: 'cycle-total', termId: commissionId })
}

export function saveCost(context: CallContext, input: ParsedInput<'earnings.saveCost'>): { id: string } {
  const { costTermId, ...rest } = input
  return saveFact(context, { ...rest, kind: 'cost', termId: costTermId })
}

export function saveCycleEvent(context: CallContext, input: ParsedInput<'earnings.saveCycleEvent'>): { id: string } {
  const { kind, ...rest } = input
  checkDate(input.date)
  return saveFact(context, { ...rest, kind: 'cycle-event', detail: kind })
}

/** Takes a typed fact out of the figures. Voiding what is voided already changes nothing. */
export function voidCycleFact(context: CallContext, id: string, kind: CycleFactKind, reason: string): { id: string } {
  const fact = getCycleFact(context.db, id)
  if (fact.kind !== kind) throw new BoanError('earnings.fact-not-found', { id })
  if (fact.voidedAt === null) {
    writeCycleFact(context.db, { ...fact, voidedAt: context.now(), voidReason: reason })
    refigure(context, fact.agreementId, [fact.cycle])
  }
  context.subject(id)
  return { id }
}

/** Brings a voided fact back. Throws `earnings.fact-replaced` where its cycle has another one by now. */
export function restoreCycleFact(context: CallContext, id: string, kind: CycleFactKind): { id: string } {
  const fact = getCycleFact(context.db, id)
  if (fact.kind !== kind) throw new BoanError('earnings.fact-not-found', { id })
  if (fact.voidedAt !== null) {
    const isSingle = kind === 'acknowledgement' || kind === 'cycle-total'
    if (isSingle && findSingleFact(context.db, fact) !== undefined) throw new BoanError('earnings.fact-replaced')
    writeCycleFact(context.db, { ...fact, voidedAt: null, voidReason: null })
    refigure(context, fact.agreementId, [fact.cycle])
  }
  context.subject(id)
  return { id }
}
