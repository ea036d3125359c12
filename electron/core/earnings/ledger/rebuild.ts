import {
  foldAdjustment,
  foldIncomeItem,
  foldLine,
  foldSession,
  makePlan,
  type Plan,
  type Sums,
} from '../../../../shared/earnings/index.ts'
import type { Db } from '../../database/open.ts'
import type { LedgerAgreement } from './agreements.ts'
import {
  findLine,
  iterateLines,
  listIncomeItems,
  listSessions,
  sessionsInScope,
  type StoredLine,
} from './line-source.ts'
import { listAdjustments, listHeldLines } from './views.ts'

/** The plan of an agreement. In session cycles the sessions are its cycles, so they are read for it. */
export function planFor(db: Db, { agreement }: LedgerAgreement): Plan {
  const bySession = agreement.versions[0]?.terms.cycle === 'session'
  return makePlan(agreement, bySession ? sessionsInScope(db, agreement.scope) : [])
}

/** How an agreement sees every line its scope may take: as it is now, or as a confirmed cycle holds it. */
export function* iterateViews(db: Db, { agreement }: LedgerAgreement): Generator<StoredLine> {
  const held = listHeldLines(db, agreement.id)
  for (const line of iterateLines(db, agreement.scope)) {
    const own = held.get(line.id)
    held.delete(line.id)
    yield own === undefined ? line : { ...line, ...own }
  }
  // What a confirmed cycle holds stays in it, also when no file has the line any more.
  for (const [lineId, own] of held) {
    const line = findLine(db, Number(lineId), true)
    if (line !== undefined) yield { ...line, ...own }
  }
}

/** The first fold over everything the database holds for an agreement: what kept sums must always equal. */
export function foldEverything(db: Db, record: LedgerAgreement, plan: Plan): Sums {
  const sums: Sums = new Map()
  const sessions = new Map(listSessions(db).map((session) => [session.id, session]))
  for (const session of sessions.values()) foldSession(plan, sums, session, 1)
  const adjustments = Map.groupBy(listAdjustments(db, record.id), (adjustment) => adjustment.lineId)
  for (const line of iterateViews(db, record)) {
    foldLine(plan, sums, line, 1)
    for (const adjustment of adjustments.get(line.id) ?? []) foldAdjustment(plan, sums, adjustment, line, 1)
  }
  for (const item of listIncomeItems(db)) {
    foldIncomeItem(plan, sums, item, sessions.get(item.sessionId ?? '')?.platform, 1)
  }
  return sums
}
