import type { Db } from '../../database/open.ts'

interface KnownSession {
  id: string
  startAtS: number
  endAtS: number
}

/** Orders are still paid for a while after the stream has ended: those belong to it when no other stream is on. */
export const afterglowS = 2 * 3_600

/** Finds the live session an order line belongs to: by its live room, else by account and time of payment. */
export class SessionFinder {
  readonly #byRoom = new Map<string, KnownSession[]>()
  readonly #byAccount = new Map<string, KnownSession[]>()
  readonly isEmpty: boolean

  constructor(db: Db, platform: string) {
    const sessions = db
      .prepare<[string], { id: string; account: string; roomId: string; startAt: string; endAt: string }>(
        `SELECT id, account, room_id AS roomId, start_at AS startAt, end_at AS endAt FROM sessions
         WHERE platform = ? AND voided_at IS NULL ORDER BY start_at, id`,
      )
      .all(platform)
    this.isEmpty = sessions.length === 0
    for (const { id, account, roomId, startAt, endAt } of sessions) {
      const known = { id, startAtS: Date.parse(startAt) / 1000, endAtS: Date.parse(endAt) / 1000 }
      if (roomId !== '') append(this.#byRoom, roomId, known)
      append(this.#byAccount, account, known)
    }
  }

  find(account: string, roomId: string, paidAtS: number): string | null {
    const rooms = roomId === '' ? undefined : this.#byRoom.get(roomId)
    if (rooms !== undefined) return (sessionAt(rooms, paidAtS) ?? rooms[0])?.id ?? null
    const sessions = this.#byAccount.get(account)
    return sessions === undefined ? null : (sessionAt(sessions, paidAtS)?.id ?? null)
  }
}

function append(map: Map<string, KnownSession[]>, key: string, session: KnownSession): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [session])
  else known.push(session)
}

/** The last session that had begun at that moment, if it was still on or had just ended. */
function sessionAt(sessions: readonly KnownSession[], atS: number): KnownSession | undefined {
  let low = 0
  let high = sessions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sessions[middle]?.startAtS ?? 0) <= atS) low = middle + 1
    else high = middle
  }
  const candidate = sessions[low - 1]
  return candidate !== undefined && atS <= candidate.endAtS + afterglowS ? candidate : undefined
}
