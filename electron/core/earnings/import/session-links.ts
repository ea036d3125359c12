import { shanghaiClock } from '../../../../shared/earnings/statements/cells.ts'
import type { Db } from '../../database/open.ts'
import type { LedgerFold } from '../ledger/ledger-fold.ts'
import { LineStore, type StoredLineState } from './line-store.ts'
import { LineView } from './line-view.ts'
import { afterglowS, SessionFinder } from './session-finder.ts'
import { findSessionColumns } from './session-store.ts'

interface CandidateLine {
  lineId: number
  platform: string
  role: LineView['role']
  account: string
}

/**
 * Gives the lines that a session takes, or no longer takes, their session, and tells the ledger. To be called when a session
 * has been made, changed, voided or brought back.
 */
export function linkSession(db: Db, sessionId: string, fold: LedgerFold): void {
  linkSessions(db, [sessionId], fold)
}

/** The same for many sessions at once: their live rooms are looked for in one reading of all lines. */
export function linkSessions(db: Db, sessionIds: readonly string[], fold: LedgerFold): void {
  const store = new LineStore(db)
  const finders = new Map<string, SessionFinder>()
  const setSession = db.prepare('UPDATE order_lines SET session_id = ? WHERE id = ?')
  for (const candidate of findCandidates(db, sessionIds)) {
    const line = store.get(candidate.lineId)
    if (line === undefined) continue
    let finder = finders.get(candidate.platform)
    if (finder === undefined) {
      finder = new SessionFinder(db, candidate.platform)
      finders.set(candidate.platform, finder)
    }
    const { roomId, paidAtS } = line.current.content
    const found = finder.find(candidate.account, roomId, paidAtS)
    if (found === line.sessionId) continue
    setSession.run(found, line.id)
    if (!line.current.isHeld) continue
    const seenOn = shanghaiClock(line.current.seenAtS).slice(0, 10)
    fold.line(viewOf(candidate, line, line.sessionId), viewOf(candidate, line, found), seenOn)
  }
}

/** Lines that may belong to one of the sessions: paid while it was on, of its live room, or linked to it until now. */
function findCandidates(db: Db, sessionIds: readonly string[]): CandidateLine[] {
  const candidates = new Map<number, CandidateLine>()
  const add = (lines: CandidateLine[]): void => {
    for (const line of lines) candidates.set(line.lineId, line)
  }
  const select = `SELECT l.id AS lineId, a.platform, a.role, a.account FROM order_lines l JOIN line_accounts a ON a.id = l.account_id`
  const byTime = db.prepare<[string, string, number, number], CandidateLine>(
    `${select} WHERE a.platform = ? AND a.account = ? AND l.is_held = 1 AND l.paid_at_s BETWEEN ? AND ?`,
  )
  const rooms: string[] = []
  for (const id of sessionIds) {
    const session = findSessionColumns(db, id)
    if (session === undefined) continue
    if (session.roomId !== '') rooms.push(session.roomId)
    const fromS = Date.parse(session.start) / 1000
    add(byTime.all(session.platform, session.account, fromS, Date.parse(session.end) / 1000 + afterglowS))
  }
  add(
    db
      .prepare<[string, string], CandidateLine>(
        `${select} WHERE l.session_id IN (SELECT value FROM json_each(?)) OR l.room_id IN (SELECT value FROM json_each(?))`,
      )
      .all(JSON.stringify(sessionIds), JSON.stringify(rooms)),
  )
  return [...candidates.values()].toSorted((a, b) => a.lineId - b.lineId)
}

function viewOf(
  account: Pick<LineView, 'platform' | 'account' | 'role'>,
  line: StoredLineState,
  sessionId: string | null,
): LineView {
  const view = Object.assign(new LineView(), account)
  view.identity = line
  view.content = line.current.content
  view.sessionId = sessionId
  return view
}
