import type {
  FoldableLine,
  IncomeItem,
  LineRole,
  LineStatus,
  Scope,
  Session,
} from '../../../../shared/earnings/index.ts'
import type { Db } from '../../database/open.ts'

/** Whose statement, on which platform: a row of line_accounts. */
export interface LineAccount {
  id: number
  platform: string
  role: LineRole
  account: string
  /** The name that statements show beside it; '' where none did. */
  name: string
}

const SHANGHAI_OFFSET_S = 28_800
const DAY_S = 86_400

/** The Shanghai day number of a moment in seconds since 1970 UTC. */
export function dayOfSeconds(seconds: number): number {
  return Math.floor((seconds + SHANGHAI_OFFSET_S) / DAY_S)
}

/** A moment in seconds since 1970 UTC as text. */
export function momentOfSeconds(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}

/** Every account that imported statements brought, in the order of their coming. */
export function listLineAccounts(db: Db): LineAccount[] {
  return db.prepare<[], LineAccount>('SELECT id, platform, role, account, name FROM line_accounts ORDER BY id').all()
}

/** Accounts whose lines a scope may take; shops and products are looked at line by line. */
export function accountsInScope(db: Db, scope: Scope | null | undefined): LineAccount[] {
  return listLineAccounts(db).filter(
    (account) =>
      (scope?.platforms?.includes(account.platform) ?? true) &&
      (scope?.accounts?.includes(account.account) ?? true) &&
      (scope?.roles?.includes(account.role) ?? true),
  )
}

/** Columns of a line as the folds read them, in the order of `LineColumns`. */
export const foldColumns = `id, order_id, product_id, occurrence, shop_id, kind, session_id, paid_at_s, settled_at_s,
  refunded_at_s, status, sale_fen, refund_fen, settled_base_fen, estimated_commission_fen, commission_fen, fee_fen`

export type LineColumns = [
  id: number,
  orderId: string,
  productId: string,
  occurrence: number,
  shopId: string | null,
  kind: 'goods' | 'service' | null,
  sessionId: string | null,
  paidAtS: number,
  settledAtS: number | null,
  refundedAtS: number | null,
  status: LineStatus,
  saleFen: number,
  refundFen: number | null,
  settledBaseFen: number | null,
  estimatedCommissionFen: number | null,
  commissionFen: number | null,
  feeFen: number | null,
]

/** A current line as it is kept: with its exact moments beside the days that the folds read. */
export interface StoredLine extends FoldableLine {
  paidAtS: number
  settledAtS: number | null
}

/** A line from its columns. */
export function toStoredLine(account: LineAccount, columns: LineColumns): StoredLine {
  const [id, orderId, productId, occurrence, shopId, kind, sessionId, paidAtS, settledAtS, refundedAtS, status] =
    columns
  return {
    id: String(id),
    platform: account.platform,
    account: account.account,
    role: account.role,
    orderId,
    productId,
    occurrence,
    shopId,
    kind,
    sessionId,
    paidDay: dayOfSeconds(paidAtS),
    settledDay: settledAtS === null ? null : dayOfSeconds(settledAtS),
    refundedDay: refundedAtS === null ? null : dayOfSeconds(refundedAtS),
    paidAtS,
    settledAtS,
    status,
    saleFen: columns[11],
    refundFen: columns[12],
    settledBaseFen: columns[13],
    estimatedCommissionFen: columns[14],
    commissionFen: columns[15],
    feeFen: columns[16],
  }
}

/** Every current line that a scope may take, account by account in the order of payment. Not for use across writes. */
export function* iterateLines(db: Db, scope: Scope | null | undefined): Generator<StoredLine> {
  const statement = db
    .prepare<[number], LineColumns>(
      `SELECT ${foldColumns} FROM order_lines WHERE account_id = ? AND is_held = 1 ORDER BY paid_at_s, id`,
    )
    .raw()
  for (const account of accountsInScope(db, scope)) {
    for (const columns of statement.iterate(account.id)) yield toStoredLine(account, columns)
  }
}

/** One line by its id; undefined when it is not there or (unless `evenUnheld`) all its files are voided. */
export function findLine(db: Db, lineId: number, evenUnheld = false): StoredLine | undefined {
  const row = db
    .prepare<[number], { accountId: number; held: number }>(
      'SELECT account_id AS accountId, is_held AS held FROM order_lines WHERE id = ?',
    )
    .get(lineId)
  if (row === undefined || (row.held === 0 && !evenUnheld)) return undefined
  const account = db
    .prepare<[number], LineAccount>('SELECT id, platform, role, account FROM line_accounts WHERE id = ?')
    .get(row.accountId)
  const columns = db
    .prepare<[number], LineColumns>(`SELECT ${foldColumns} FROM order_lines WHERE id = ?`)
    .raw()
    .get(lineId)
  return account === undefined || columns === undefined ? undefined : toStoredLine(account, columns)
}

interface SessionRow extends Omit<Session, 'productIds'> {
  productIds: string
}

function toSession({ productIds, ...row }: SessionRow): Session {
  return { ...row, productIds: JSON.parse(productIds) as string[] }
}

const sessionSql = `SELECT id, platform, account, start_at AS start, end_at AS "end", product_ids AS productIds
  FROM sessions WHERE voided_at IS NULL`

/** Every session that counts, by start, then id. */
export function listSessions(db: Db): Session[] {
  return db.prepare<[], SessionRow>(`${sessionSql} ORDER BY start_at, id`).all().map(toSession)
}

/** Sessions that a scope takes; whether their day is in force the folds look at themselves. */
export function sessionsInScope(db: Db, scope: Scope | null | undefined): Session[] {
  return listSessions(db).filter(
    (session) =>
      (scope?.platforms?.includes(session.platform) ?? true) && (scope?.accounts?.includes(session.account) ?? true),
  )
}

export function findSession(db: Db, id: string): Session | undefined {
  const row = db.prepare<[string], SessionRow>(`${sessionSql} AND id = ?`).get(id)
  return row === undefined ? undefined : toSession(row)
}

const itemSql = `SELECT id, kind, date, session_id AS sessionId, platform, gross_fen AS grossFen, fee_fen AS feeFen
  FROM income_items WHERE voided_at IS NULL`

/** Every income item that counts, by id. */
export function listIncomeItems(db: Db): IncomeItem[] {
  return db.prepare<[], IncomeItem>(`${itemSql} ORDER BY id`).all()
}

/** The income items that name a session. */
export function incomeItemsOfSession(db: Db, sessionId: string): IncomeItem[] {
  return db.prepare<[string], IncomeItem>(`${itemSql} AND session_id = ? ORDER BY id`).all(sessionId)
}

export function findIncomeItem(db: Db, id: string): IncomeItem | undefined {
  return db.prepare<[string], IncomeItem>(`${itemSql} AND id = ?`).get(id)
}

/** Noon in Shanghai of a day, as a moment. */
export function momentOfDay(dayNumber: number): string {
  return momentOfSeconds(dayNumber * DAY_S - SHANGHAI_OFFSET_S + DAY_S / 2)
}

/** The first second of a Shanghai day. */
export function secondsOfDay(dayNumber: number): number {
  return dayNumber * DAY_S - SHANGHAI_OFFSET_S
}
