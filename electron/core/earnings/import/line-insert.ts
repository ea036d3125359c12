import type { OrderRow } from '../../../../shared/earnings/statements/rows.ts'
import type { Db } from '../../database/open.ts'

/** What a new line has beside what its row says. */
export interface NewLine {
  id: number
  accountId: number
  line: number
  sessionId: string | null
  occurrence: number
}

export type LineInsert = (row: OrderRow, made: NewLine) => void

type Value = string | number | null
type Take = (row: OrderRow, made: NewLine) => Value

/** Columns that every line has. */
const always: [column: string, take: Take][] = [
  ['id', (_row, made) => made.id],
  ['account_id', (_row, made) => made.accountId],
  ['order_id', (row) => row.orderId],
  ['product_id', (row) => row.productId],
  ['row', (_row, made) => made.line],
  ['status', (row) => row.status],
  ['paid_at_s', (row) => row.paidAtS],
  ['sale_fen', (row) => row.saleFen ?? 0],
]

/** Columns that are NULL for every row of a file without such a field. */
const optional: [field: string, column: string, take: Take][] = [
  ['receivedAt', 'received_at_s', (row) => row.receivedAtS],
  ['settledAt', 'settled_at_s', (row) => row.settledAtS],
  ['refundedAt', 'refunded_at_s', (row) => row.refundedAtS],
  ['refundFen', 'refund_fen', (row) => row.refundFen],
  ['settledBaseFen', 'settled_base_fen', (row) => row.settledBaseFen],
  ['ratePpm', 'rate_ppm', (row) => row.ratePpm],
  ['estimatedCommissionFen', 'estimated_commission_fen', (row) => row.estimatedCommissionFen],
  ['commissionFen', 'commission_fen', (row) => row.commissionFen],
  ['feeFen', 'fee_fen', (row) => row.feeFen],
  ['agencyShareFen', 'agency_share_fen', (row) => row.agencyShareFen],
  ['payoutFen', 'payout_fen', (row) => row.payoutFen],
  ['shopId', 'shop_id', (row) => row.shopId || null],
  ['goodsKind', 'kind', (row) => row.goodsKind || null],
  ['roomId', 'room_id', (row) => row.roomId || null],
]

/**
 * Prepares the insert of new lines for one file: only the columns that its fields fill are bound, since binding is a third
 * of what a row costs.
 */
export function prepareLineInsert(
  db: Db,
  options: {
    fields: ReadonlySet<string>
    statement: number
    seenAtS: number
    hasSessions: boolean
    hasOccurrence: boolean
  },
): LineInsert {
  const columns = [...always]
  for (const [field, column, take] of optional) if (options.fields.has(field)) columns.push([column, take])
  if (options.hasSessions) columns.push(['session_id', (_row, made) => made.sessionId])
  if (options.hasOccurrence) columns.push(['occurrence', (_row, made) => made.occurrence])
  const names = columns.map(([name]) => name)
  const insert = db.prepare(
    `INSERT INTO order_lines (version, statement, seen_at_s, ${names.join(', ')})
     VALUES (1, ${options.statement}, ${options.seenAtS}, ${names.map(() => '?').join(', ')})`,
  )
  const takes = columns.map(([, take]) => take)
  const values: Value[] = takes.map(() => null)
  return (row, made) => {
    for (let index = 0; index < takes.length; index += 1) values[index] = takes[index]?.(row, made) ?? null
    insert.run(...values)
  }
}
