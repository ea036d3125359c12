import type { ParsedInput } from '../../../shared/contract.ts'
import type { CallContext } from '../context.ts'
import { touchCase } from './cases.ts'
import { factsOf, getFact, nextPosition, writeFact } from './fact-store.ts'

/** Adds a fact of the person's own, or puts one in their words. Throws `disputes.fact-not-found`, `disputes.case-voided`. */
export function saveFact(context: CallContext, input: ParsedInput<'disputes.saveFact'>): { id: string } {
  const { db } = context
  touchCase(context, input.caseId)
  const known = input.id === undefined ? undefined : getFact(db, input.caseId, input.id)
  const facts = factsOf(db, input.caseId)
  const row = known ?? {
    id: context.newId(),
    position: nextPosition(facts),
    recordKey: null,
    params: {},
    voidedAt: null,
    voidReason: null,
  }
  const { date, text, code, sourceIds } = input
  writeFact(db, input.caseId, { ...row, date, text, code, sourceIds }, context.now())
  return { id: row.id }
}

/** Moves a fact before another of its day, or to the end of its day when `beforeId` is null or of another day. */
export function moveFact(context: CallContext, input: ParsedInput<'disputes.moveFact'>): Record<string, never> {
  const { db } = context
  touchCase(context, input.caseId)
  const fact = getFact(db, input.caseId, input.id)
  const day = factsOf(db, input.caseId).filter((other) => other.date === fact.date && other.id !== fact.id)
  const before = day.findIndex((other) => other.id === input.beforeId)
  const ordered = day.toSpliced(before < 0 ? day.length : before, 0, fact)
  for (const [index, row] of ordered.entries())
    writeFact(db, input.caseId, { ...row, position: index + 1 }, context.now())
  return {}
}

/** Takes a fact out of the timeline, or (reason null) brings it back. */
export function setFactVoided(
  context: CallContext,
  caseId: string,
  id: string,
  reason: string | null,
): Record<string, never> {
  touchCase(context, caseId)
  const fact = getFact(context.db, caseId, id)
  const voidedAt = reason === null ? null : context.now()
  writeFact(context.db, caseId, { ...fact, voidedAt, voidReason: reason }, context.now())
  return {}
}
