import { shanghaiClock } from '../../../../shared/earnings/statements/cells.ts'
import type { Db } from '../../database/open.ts'
import type { LedgerFold } from '../ledger/ledger-fold.ts'
import { LineStore, type StoredLineState } from './line-store.ts'
import { LineView } from './line-view.ts'
import { afterglowS, SessionFinder } from './session-finder.ts'
import { findSessionColumns } from './session-store.ts'

interface AccountColumns {
  id: number
  role: LineView['role']
}

/**
 * Gives the lines that a session takes, or no longer takes, their session, and tells the ledger. To be called when a session
 * has been made, changed, voided or brought back.
 */
export function linkSession(db: Db, sessionId: string, fold: LedgerFold): void {
  const session = findSessionColumns(db, sessionId)
  if (session === undefined) return
  const finder = new SessionFinder(db, session.platform)
  const store = new LineStore(db)
  const setSession = db.prepare('UPDATE order_lines SET session_id = ? WHERE id = ?')
  const accounts = db
    .prepare<[string, string], AccountColumns>(
      'SELECT id, role FROM line_accounts WHERE platform = ? AND account = ? ORDER BY id',
    )
    .all(session.platform, session.account)
  const candidates = db
    .prepare<[number, number, number, string, string], number>(
      `SELECT id FROM order_lines WHERE account_id = ?
         AND (paid_at_s BETWEEN ? AND ? OR session_id = ? OR (room_id <> '' AND room_id = ?)) ORDER BY id`,
    )
    .pluck()
  const fromS = Date.parse(session.start) / 1000
  const toS = Date.parse(session.end) / 1000 + afterglowS
  for (const account of accounts) {
    const view = { platform: session.platform, account: session.account, role: account.role }
    for (const lineId of candidates.all(account.id, fromS, toS, sessionId, session.roomId)) {
      const line = store.get(lineId)
      if (line === undefined) continue
      const { roomId, paidAtS } = line.current.content
      const found = finder.find(session.account, roomId, paidAtS)
      if (found === line.sessionId) continue
      setSession.run(found, lineId)
      if (!line.current.isHeld) continue
      const seenOn = shanghaiClock(line.current.seenAtS).slice(0, 10)
      fold.line(viewOf(view, line, line.sessionId), viewOf(view, line, found), seenOn)
    }
  }
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
