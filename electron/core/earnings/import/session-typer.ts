import type { RowProblem, SessionRow } from '../../../../shared/earnings/statements/rows.ts'
import { NOTHING } from './byte-values.ts'
import type { CellReader } from './cell-reader.ts'
import type { BoundField } from './columns.ts'
import { problemAt } from './problems.ts'

/** A stream of more than two days is a wrong date, not a stream. */
const longestSessionS = 48 * 3_600

/** Types rows of a list of live sessions (直播场次). */
export class SessionTyper {
  readonly row: SessionRow = { kind: 'sessions', roomId: '', account: '', accountName: '', startAtS: 0, endAtS: 0 }
  readonly #fields: Map<string, BoundField>

  constructor(fields: readonly BoundField[]) {
    this.#fields = new Map(fields.map((field) => [field.field, field]))
  }

  read(reader: CellReader): RowProblem | undefined {
    const row = this.row
    for (const [field, key] of [
      ['startAt', 'startAtS'],
      ['endAt', 'endAtS'],
    ] as const) {
      const source = this.#fields.get(field)?.sources[0]
      const seconds = source === undefined ? NOTHING : reader.moment(source.index)
      if (Number.isNaN(seconds)) return problemAt(reader, source, reader.fault)
      if (seconds === NOTHING) return problemAt(reader, source, 'date-missing')
      row[key] = seconds
    }
    if (row.endAtS < row.startAtS || row.endAtS - row.startAtS > longestSessionS) {
      return problemAt(reader, this.#fields.get('endAt')?.sources[0], 'session-times')
    }
    const room = this.#fields.get('roomId')?.sources[0]
    const roomId = room === undefined ? '' : reader.id(room.index)
    if (roomId === undefined) return problemAt(reader, room, reader.fault)
    row.roomId = roomId
    row.account = this.#word(reader, 'account')
    row.accountName = this.#word(reader, 'accountName')
    return undefined
  }

  #word(reader: CellReader, field: 'account' | 'accountName'): string {
    for (const source of this.#fields.get(field)?.sources ?? []) {
      const word = reader.word(source.index)
      if (word !== '') return word
    }
    return ''
  }
}
