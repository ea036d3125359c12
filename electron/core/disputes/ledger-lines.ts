import { fromDayNumber } from '../../../shared/calendar.ts'
import type { Agreement, OrderLine, Plan } from '../../../shared/earnings/index.ts'
import type { Db } from '../database/open.ts'
import { accountsInScope, dayOfSeconds, type LineAccount, momentOfSeconds } from '../earnings/ledger/line-source.ts'
import { listHeldLines } from '../earnings/ledger/views.ts'

/** A line as an agreement sees it, with the place it stands in: statement id, sheet, row. */
export interface LedgerLine {
  line: OrderLine
  place: [string, string, number]
}

interface LineRow extends Omit<OrderLine, 'id' | 'platform' | 'account' | 'role' | 'paidAt' | 'settledAt'> {
  id: number
  paidAtS: number
  settledAtS: number | null
  statementId: string
  sheet: string
  row: number
  isHeld: number
}

const lineSql = `SELECT order_lines.id, order_id AS orderId, product_id AS productId, occurrence, shop_id AS shopId, order_lines.kind,
  session_id AS sessionId, paid_at_s AS paidAtS, settled_at_s AS settledAtS, status, sale_fen AS saleFen, refund_fen AS refundFen,
  settled_base_fen AS settledBaseFen, estimated_commission_fen AS estimatedCommissionFen, commission_fen AS commissionFen,
  fee_fen AS feeFen, is_held AS isHeld, statements.id AS statementId, statements.sheet, row
  FROM order_lines JOIN statements ON statements.number = order_lines.statement`

/**
 * The lines that an agreement takes by its scope and that were paid while it was in force, as they are now or as a confirmed cycle
 * holds them; in order of account, payment and id. Lines of other relations stay out: they are nobody's business.
 */
export function readLedgerLines(db: Db, agreement: Agreement, plan: Plan): LedgerLine[] {
  const held = listHeldLines(db, agreement.id)
  const statement = db.prepare<[number], LineRow>(`${lineSql} WHERE account_id = ? ORDER BY paid_at_s, order_lines.id`)
  const found: LedgerLine[] = []
  for (const account of accountsInScope(db, agreement.scope)) {
    for (const row of statement.iterate(account.id)) {
      const own = held.get(String(row.id))
      if (row.isHeld === 0 && own === undefined) continue
      const line = { ...orderLine(account, row), ...(own === undefined ? {} : heldLine(own, row)) }
      const paidDay = own?.paidDay ?? dayOfSeconds(row.paidAtS)
      const counts = plan.matchesLine(line) && (plan.isInForce(paidDay) || plan.kind === 'session')
      if (counts) found.push({ line, place: [row.statementId, row.sheet, row.row] })
    }
  }
  return found
}

function orderLine(account: LineAccount, row: LineRow): OrderLine {
  const { id, paidAtS, settledAtS, statementId: _statement, sheet: _sheet, row: _row, isHeld: _held, ...rest } = row
  return {
    ...rest,
    id: String(id),
    platform: account.platform,
    account: account.account,
    role: account.role,
    paidAt: momentOfSeconds(paidAtS),
    settledAt: settledAtS === null ? null : momentOfSeconds(settledAtS),
  }
}

type Held = NonNullable<ReturnType<ReturnType<typeof listHeldLines>['get']>>

/** A confirmed cycle holds days, not moments: the moment stays where the day is still its day, else it is noon of the held one. */
function heldLine({ paidDay, settledDay, ...amounts }: Held, row: LineRow): Partial<OrderLine> {
  return {
    ...amounts,
    paidAt: momentOn(paidDay, row.paidAtS),
    settledAt: settledDay === null ? null : momentOn(settledDay, row.settledAtS),
  }
}

function momentOn(day: number, seconds: number | null): string {
  if (seconds !== null && dayOfSeconds(seconds) === day) return momentOfSeconds(seconds)
  return `${fromDayNumber(day)}T04:00:00.000Z`
}
