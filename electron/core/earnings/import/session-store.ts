import type { Statement } from 'better-sqlite3'
import type { Session } from '../../../../shared/earnings/facts.ts'
import type { SessionRow } from '../../../../shared/earnings/statements/rows.ts'
import type { Db } from '../../database/open.ts'
import { isNew, isRepeated, isSuperseding } from './decisions.ts'
import { momentOf } from './line-view.ts'

interface SessionColumns {
  id: string
  platform: string
  account: string
  roomId: string
  start: string
  end: string
  productIds: string
}

/** Sessions of one platform, found by account and start. */
export class SessionStore {
  readonly #db: Db
  readonly #platform: string
  readonly #find: Statement<[string, string, string], SessionColumns>

  constructor(db: Db, platform: string) {
    this.#db = db
    this.#platform = platform
    this.#find = db.prepare(
      `SELECT id, platform, account, room_id AS roomId, start_at AS start, end_at AS "end", product_ids AS productIds
       FROM sessions WHERE platform = ? AND account = ? AND start_at = ? AND voided_at IS NULL`,
    )
  }

  /** What importing this row would do: lists that differ in the end of a stream come to the later one, in any order. */
  weigh(row: SessionRow, account: string): number {
    const known = this.#find.get(this.#platform, account, momentOf(row.startAtS))
    if (known === undefined) return isNew
    const saysMore = Date.parse(known.end) / 1000 < row.endAtS || (known.roomId === '' && row.roomId !== '')
    return saysMore ? isSuperseding : isRepeated
  }

  /** Writes the row; answers the session before and after. */
  put(row: SessionRow, account: string, newId: string): { id: string; before: Session | undefined; after: Session } {
    const known = this.#find.get(this.#platform, account, momentOf(row.startAtS))
    if (known === undefined) {
      const made: SessionColumns = {
        id: newId,
        platform: this.#platform,
        account,
        roomId: row.roomId,
        start: momentOf(row.startAtS),
        end: momentOf(row.endAtS),
        productIds: '[]',
      }
      this.#db
        .prepare('INSERT INTO sessions (id, platform, account, room_id, start_at, end_at) VALUES (?, ?, ?, ?, ?, ?)')
        .run(made.id, made.platform, made.account, made.roomId, made.start, made.end)
      return { id: newId, before: undefined, after: sessionOf(made) }
    }
    const next = {
      ...known,
      end: Date.parse(known.end) / 1000 < row.endAtS ? momentOf(row.endAtS) : known.end,
      roomId: known.roomId === '' ? row.roomId : known.roomId,
    }
    this.#db.prepare('UPDATE sessions SET end_at = ?, room_id = ? WHERE id = ?').run(next.end, next.roomId, known.id)
    return { id: known.id, before: sessionOf(known), after: sessionOf(next) }
  }
}

export function sessionOf(columns: SessionColumns): Session {
  const { id, platform, account, start, end, productIds } = columns
  return { id, platform, account, start, end, productIds: JSON.parse(productIds) as string[] }
}

export function findSessionColumns(db: Db, id: string): SessionColumns | undefined {
  return db
    .prepare<[string], SessionColumns>(
      `SELECT id, platform, account, room_id AS roomId, start_at AS start, end_at AS "end", product_ids AS productIds
       FROM sessions WHERE id = ?`,
    )
    .get(id)
}
