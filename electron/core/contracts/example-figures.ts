import { addDays, dayNumberOf, fromDayNumber, lastDayOfMonth, toDayNumber } from '../../../shared/calendar.ts'
import type { DayFigures, ExampleFigures } from '../../../shared/contracts/example-figures.ts'
import type { AgreementScope } from '../../../shared/contracts/scope.ts'
import { scopeTakesAccount } from '../../../shared/contracts/scope.ts'
import type { LineRole, LineStatus } from '../../../shared/earnings/index.ts'
import type { Db } from '../database/open.ts'

interface AccountRow {
  id: number
  platform: string
  role: LineRole
  account: string
}

interface LineRow {
  orderId: string
  productId: string
  shopId: string | null
  kind: 'goods' | 'service' | null
  sessionId: string | null
  paidAtS: number
  settledAtS: number | null
  status: LineStatus
  saleFen: number
  refundFen: number | null
  settledBaseFen: number | null
  estimatedCommissionFen: number | null
  commissionFen: number | null
  feeFen: number | null
}

const shanghaiOffsetS = 8 * 3600
const daySeconds = 86_400

/** The moment a day begins in Shanghai, in seconds since 1970 UTC. */
function startOfDayS(date: string): number {
  return toDayNumber(date) * daySeconds - shanghaiOffsetS
}

function dateOfSeconds(seconds: number): string {
  return fromDayNumber(Math.floor((seconds + shanghaiOffsetS) / daySeconds))
}

/**
 * The person's figures of the last whole month before `onDay` that has order lines in the scope, and of the month before
 * it, summed by day; null when there is none. Terms are tried out on it as they are written.
 */
export function readExampleFigures(db: Db, scope: AgreementScope, onDay: string): ExampleFigures | null {
  const accounts = accountsIn(db, scope)
  const to = lastMonthWithLines(db, accounts, onDay)
  if (to === undefined) return null
  const from = monthBefore(to)
  return {
    from,
    to,
    days: sumDays(db, accounts, scope, from, to),
    sessions: listSessions(db, scope, from, to),
    incomeItems: listIncome(db, scope, from, to),
  }
}

/** Order lines of a scope between two days, both included, summed by day. */
export function readDayFigures(db: Db, scope: AgreementScope, from: string, to: string): DayFigures[] {
  return sumDays(db, accountsIn(db, scope), scope, from, to)
}

function accountsIn(db: Db, scope: AgreementScope): AccountRow[] {
  return db
    .prepare<[], AccountRow>('SELECT id, platform, role, account FROM line_accounts ORDER BY id')
    .all()
    .filter((account) => scopeTakesAccount(scope, account))
}

function sumDays(
  db: Db,
  accounts: readonly AccountRow[],
  scope: AgreementScope,
  from: string,
  to: string,
): DayFigures[] {
  const groups: Groups = new Map()
  for (const account of accounts) addLines(db, groups, account, scope, from, to)
  return [...groups.values()].map(({ day, orders }) => ({ ...day, orders: orders.size }))
}

/** The last day of the latest month before that of `onDay` in which something was paid or settled. */
function lastMonthWithLines(db: Db, accounts: readonly AccountRow[], onDay: string): string | undefined {
  const before = startOfDayS(`${onDay.slice(0, 8)}01`)
  const newest = db.prepare<[number, number, number, number], { at: number | null }>(
    `SELECT max(at) AS at FROM (
       SELECT max(paid_at_s) AS at FROM order_lines WHERE account_id = ? AND paid_at_s < ?
       UNION ALL
       SELECT max(settled_at_s) FROM order_lines WHERE account_id = ? AND settled_at_s IS NOT NULL AND settled_at_s < ?)`,
  )
  const moments = accounts.flatMap(({ id }) => newest.get(id, before, id, before)?.at ?? [])
  return moments.length === 0 ? undefined : lastDayOfMonth(dateOfSeconds(Math.max(...moments)))
}

function monthBefore(lastDay: string): string {
  const dayBefore = addDays(`${lastDay.slice(0, 8)}01`, -1)
  const [year = 0, month = 1] = dayBefore.split('-').map(Number)
  return fromDayNumber(dayNumberOf(year, month, 1))
}

type Groups = Map<string, { day: DayFigures; orders: Set<string> }>

function addLines(db: Db, groups: Groups, account: AccountRow, scope: AgreementScope, from: string, to: string): void {
  const fromS = startOfDayS(from)
  const endS = startOfDayS(addDays(to, 1))
  const columns = `order_id AS orderId, product_id AS productId, shop_id AS shopId, kind, session_id AS sessionId,
    paid_at_s AS paidAtS, settled_at_s AS settledAtS, status, sale_fen AS saleFen, refund_fen AS refundFen,
    settled_base_fen AS settledBaseFen, estimated_commission_fen AS estimatedCommissionFen,
    commission_fen AS commissionFen, fee_fen AS feeFen`
  for (const when of ['paid', 'settled'] as const) {
    const statuses = when === 'paid' ? "status IN ('paid', 'received', 'settled')" : "status = 'settled'"
    const lines = db
      .prepare<[number, number, number], LineRow>(
        `SELECT ${columns} FROM order_lines
         WHERE account_id = ? AND ${when}_at_s >= ? AND ${when}_at_s < ? AND is_held = 1 AND ${statuses}`,
      )
      .iterate(account.id, fromS, endS)
    for (const line of lines) if (isInScope(scope, line)) addLine(groups, account, when, line)
  }
}

function isInScope(scope: AgreementScope, line: LineRow): boolean {
  return (
    (scope.shops === undefined || (line.shopId !== null && scope.shops.includes(line.shopId))) &&
    (scope.productIds?.includes(line.productId) ?? true)
  )
}

function addLine(groups: Groups, { platform }: AccountRow, when: 'paid' | 'settled', line: LineRow): void {
  const date = dateOfSeconds(when === 'paid' ? line.paidAtS : (line.settledAtS ?? line.paidAtS))
  const { kind, sessionId } = line
  const key = [when, date, platform, kind ?? '', sessionId ?? ''].join('|')
  let group = groups.get(key)
  if (group === undefined) {
    const sums = {
      lines: 0,
      orders: 0,
      saleFen: 0,
      netSaleFen: 0,
      platformCommissionFen: 0,
      netPlatformCommissionFen: 0,
    }
    group = { day: { date, when, platform, kind, sessionId, ...sums }, orders: new Set() }
    groups.set(key, group)
  }
  const { day, orders } = group
  const commissionFen = (when === 'paid' ? line.estimatedCommissionFen : null) ?? line.commissionFen
  orders.add(line.orderId)
  day.lines += 1
  day.saleFen += line.saleFen
  // As in the first fold, a line that lacks an amount counts 0 there (spec/compute.md C8).
  day.netSaleFen += line.settledBaseFen ?? (line.refundFen === null ? 0 : line.saleFen - line.refundFen)
  day.platformCommissionFen += commissionFen ?? 0
  day.netPlatformCommissionFen += commissionFen === null || line.feeFen === null ? 0 : commissionFen - line.feeFen
}

function listSessions(db: Db, scope: AgreementScope, from: string, to: string): ExampleFigures['sessions'] {
  return db
    .prepare<
      [string, string],
      { id: string; platform: string; account: string; start: string; end: string; productIds: string }
    >(
      `SELECT id, platform, account, start_at AS start, end_at AS "end", product_ids AS productIds FROM sessions
       WHERE voided_at IS NULL AND start_at >= ? AND start_at < ? ORDER BY start_at, id`,
    )
    .all(momentOf(from), momentOf(addDays(to, 1)))
    .filter((session) => scopeTakesAccount(scope, session))
    .map((session) => ({ ...session, productIds: JSON.parse(session.productIds) as string[] }))
}

function momentOf(date: string): string {
  return new Date(startOfDayS(date) * 1000).toISOString()
}

function listIncome(db: Db, scope: AgreementScope, from: string, to: string): ExampleFigures['incomeItems'] {
  return db
    .prepare<[string, string], ExampleFigures['incomeItems'][number]>(
      `SELECT id, kind, date, session_id AS sessionId, platform, gross_fen AS grossFen, fee_fen AS feeFen
       FROM income_items WHERE voided_at IS NULL AND date >= ? AND date <= ? ORDER BY date, id`,
    )
    .all(from, to)
    .filter(({ platform }) => platform === null || (scope.platforms?.includes(platform) ?? true))
}
