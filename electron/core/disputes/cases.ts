import type { ParsedInput } from '../../../shared/contract.ts'
import type { CallContext } from '../context.ts'
import { getParty } from '../parties/index.ts'
import { getEvidence } from './evidence.ts'
import { writeChoice, writeExhibits } from './exhibits.ts'
import { getCase, insertExport, requireCase, writeCase, writeCaseParty } from './case-store.ts'

type Done = Record<string, never>

/** Notes that a command changes a case: its journal subject and its moment. Throws `disputes.case-not-found`, `disputes.case-voided`. */
export function touchCase(context: CallContext, id: string): void {
  const row = requireCase(context.db, id)
  writeCase(context.db, { ...row, updatedAt: context.now() })
  context.subject(id)
}

/** Changes what the person says about a case. */
export function updateCase(context: CallContext, input: ParsedInput<'disputes.updateCase'>): Done {
  touchCase(context, input.id)
  const row = requireCase(context.db, input.id)
  const changes = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  writeCase(context.db, { ...row, ...changes })
  return {}
}

/** Takes a case out of the list (reason null brings it back). */
export function setCaseVoided(context: CallContext, id: string, reason: string | null): Done {
  const row = getCase(context.db, id)
  const now = context.now()
  writeCase(context.db, { ...row, updatedAt: now, voidedAt: reason === null ? null : now, voidReason: reason })
  context.subject(id)
  return {}
}

/** Puts a party on a side of a case, or takes it out. Throws `parties.not-found`. */
export function setParty(context: CallContext, input: ParsedInput<'disputes.setParty'>): Done {
  touchCase(context, input.caseId)
  getParty(context.db, input.partyId)
  context.subject(input.partyId)
  writeCaseParty(context.db, input.caseId, input.partyId, input.side)
  return {}
}

/** Sets which evidence stands in a case and in which order. Throws `disputes.evidence-not-found`. */
export function setExhibits(context: CallContext, input: ParsedInput<'disputes.setExhibits'>): Done {
  touchCase(context, input.caseId)
  for (const id of input.evidenceIds) getEvidence(context.db, id)
  context.subject(...input.evidenceIds)
  writeExhibits(context.db, input.caseId, input.evidenceIds)
  return {}
}

/** Chooses what of an exhibit goes to an audience. Throws `disputes.exhibit-not-found`. */
export function chooseExhibit(context: CallContext, input: ParsedInput<'disputes.chooseExhibit'>): Done {
  touchCase(context, input.caseId)
  writeChoice(context.db, input.caseId, input.evidenceId, input.audience, input.choice)
  return {}
}

/** Keeps what has left the computer. It is about the case but no change of it: the next export is the same file. */
export function noteExport(context: CallContext, input: ParsedInput<'disputes.noteExport'>): Done {
  const { caseId, ...row } = input
  getCase(context.db, caseId)
  insertExport(context.db, caseId, { ...row, id: context.newId(), madeAt: context.now() })
  context.subject(caseId)
  return {}
}
