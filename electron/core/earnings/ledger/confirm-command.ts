import type { ParsedInput } from '../../../../shared/contract.ts'
import { isLineConfirmed, type FoldableLine } from '../../../../shared/earnings/index.ts'
import type { CallContext } from '../../context.ts'
import { findLedgerAgreement, type LedgerAgreement } from './agreements.ts'
import { checkCycle } from './fact-commands.ts'
import { rebuildAgreement } from './ledger-fold.ts'
import { iterateViews, planFor } from './rebuild.ts'
import { dropHeldLine, listConfirmations, listHeldLines, voidAdjustments } from './views.ts'

/**
 * Confirms a cycle (对账完成) or opens it again. Confirming changes no figure: only what changes afterwards becomes an
 * adjustment. Opening lets go of what no other confirmed cycle holds, and the agreement is folded anew.
 */
export function confirmCycle(context: CallContext, input: ParsedInput<'earnings.confirmCycle'>): { id: string } {
  const { db } = context
  const { agreementId, cycle } = input
  checkCycle(db, agreementId, cycle)
  context.subject(agreementId)
  if (input.confirmed) {
    db.prepare(
      'INSERT INTO cycle_confirmations (agreement_id, cycle, confirmed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    ).run(agreementId, cycle, context.now())
    return { id: agreementId }
  }
  db.prepare('DELETE FROM cycle_confirmations WHERE agreement_id = ? AND cycle = ?').run(agreementId, cycle)
  const record = findLedgerAgreement(db, agreementId)
  if (record !== undefined && letGo(context, record)) {
    for (const change of rebuildAgreement(db, agreementId)) context.changed(change)
  }
  return { id: agreementId }
}

/** Lines that no confirmed cycle holds any more follow their newest version again; their adjustments end. */
function letGo(context: CallContext, record: LedgerAgreement): boolean {
  const { db } = context
  const held = listHeldLines(db, record.id)
  if (held.size === 0) return false
  const plan = planFor(db, record)
  const confirmed = listConfirmations(db, record.id)
  const views: FoldableLine[] = []
  for (const line of iterateViews(db, record)) if (held.has(line.id)) views.push({ ...line })
  const free = views.filter((line) => !isLineConfirmed(plan, line, (cycleId) => confirmed.has(cycleId)))
  for (const { id } of free) {
    dropHeldLine(db, record.id, id)
    voidAdjustments(db, record.id, id, context.now(), 'cycle-opened')
  }
  return free.length > 0
}
