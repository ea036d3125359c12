import type { ParsedInput } from '../../../../shared/contract.ts'
import type { IncomeItem, Session } from '../../../../shared/earnings/index.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { CallContext } from '../../context.ts'
import type { Db } from '../../database/open.ts'
import { linkSession } from '../import/index.ts'
import { keepFactHistory } from './facts-store.ts'
import { openLedgerFold, type LedgerFold } from './ledger-fold.ts'
import { checkDate } from './ledger-rows.ts'
import { findIncomeItem, findSession, incomeItemsOfSession } from './line-source.ts'

function isThere(db: Db, table: 'sessions' | 'income_items', id: string): boolean {
  return db.prepare<[string], number>(`SELECT 1 FROM ${table} WHERE id = ?`).pluck().get(id) !== undefined
}

/** Tells the figures and the lines of a session that it is another one from now on, or gone, or back. */
function changeSession(
  context: CallContext,
  id: string,
  before: Session | undefined,
  write: () => void,
): { id: string } {
  const { db } = context
  const fold = openLedgerFold(db)
  const items = incomeItemsOfSession(db, id)
  for (const item of items) fold.incomeItem(item, undefined)
  write()
  fold.session(before, findSession(db, id))
  linkSession(db, id, fold)
  for (const item of items) fold.incomeItem(undefined, item)
  return finish(context, fold, id)
}

function finish(context: CallContext, fold: LedgerFold, id: string): { id: string } {
  for (const change of fold.finish()) {
    context.changed(change)
    context.subject(change.agreementId)
  }
  context.subject(id)
  return { id }
}

/** Records a live session or changes one. Throws `earnings.session-ends-early` and `earnings.fact-not-found`. */
export function saveSession(context: CallContext, input: ParsedInput<'earnings.saveSession'>): { id: string } {
  const { db } = context
  const start = new Date(input.start).toISOString()
  const end = new Date(input.end).toISOString()
  if (end < start) throw new BoanError('earnings.session-ends-early')
  const before = input.id === undefined ? undefined : findSession(db, input.id)
  if (input.id !== undefined && before === undefined) throw new BoanError('earnings.fact-not-found', { id: input.id })
  const id = before?.id ?? context.newId()
  return changeSession(context, id, before, () => {
    if (before !== undefined) keepFactHistory(db, id, before, context.now())
    db.prepare(
      `INSERT INTO sessions (id, platform, account, start_at, end_at, product_ids) VALUES (@id, @platform, @account, @start, @end, @productIds)
       ON CONFLICT (id) DO UPDATE SET platform = excluded.platform, account = excluded.account, start_at = excluded.start_at,
         end_at = excluded.end_at, product_ids = excluded.product_ids`,
    ).run({
      id,
      platform: input.platform,
      account: input.account,
      start,
      end,
      productIds: JSON.stringify(input.productIds),
    })
  })
}

/** Voids a session (with when and why) or brings it back (null). */
export function markSession(context: CallContext, id: string, reason: string | null): { id: string } {
  const { db } = context
  if (!isThere(db, 'sessions', id)) throw new BoanError('earnings.fact-not-found', { id })
  return changeSession(context, id, findSession(db, id), () => mark(context, 'sessions', id, reason))
}

function mark(context: CallContext, table: 'sessions' | 'income_items', id: string, reason: string | null): void {
  const at = reason === null ? null : context.now()
  context.db.prepare(`UPDATE ${table} SET voided_at = ?, void_reason = ? WHERE id = ?`).run(at, reason, id)
}

/** Records a gift, an ad or other income, or changes one. Throws `earnings.bad-date` and `earnings.fact-not-found`. */
export function saveIncomeItem(context: CallContext, input: ParsedInput<'earnings.saveIncomeItem'>): { id: string } {
  const { db } = context
  checkDate(input.date)
  const before = input.id === undefined ? undefined : findIncomeItem(db, input.id)
  if (input.id !== undefined && before === undefined) throw new BoanError('earnings.fact-not-found', { id: input.id })
  if (input.sessionId !== null && findSession(db, input.sessionId) === undefined) {
    throw new BoanError('earnings.fact-not-found', { id: input.sessionId })
  }
  const { kind, date, sessionId, platform, grossFen, feeFen } = input
  const after: IncomeItem = { id: before?.id ?? context.newId(), kind, date, sessionId, platform, grossFen, feeFen }
  if (before !== undefined) keepFactHistory(db, before.id, before, context.now())
  db.prepare(
    `INSERT INTO income_items (id, kind, date, session_id, platform, gross_fen, fee_fen)
     VALUES (@id, @kind, @date, @sessionId, @platform, @grossFen, @feeFen)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, date = excluded.date, session_id = excluded.session_id,
       platform = excluded.platform, gross_fen = excluded.gross_fen, fee_fen = excluded.fee_fen`,
  ).run(after)
  const fold = openLedgerFold(db)
  fold.incomeItem(before, after)
  return finish(context, fold, after.id)
}

/** Voids an income item (with when and why) or brings it back (null). */
export function markIncomeItem(context: CallContext, id: string, reason: string | null): { id: string } {
  const { db } = context
  if (!isThere(db, 'income_items', id)) throw new BoanError('earnings.fact-not-found', { id })
  const before = findIncomeItem(db, id)
  mark(context, 'income_items', id, reason)
  const fold = openLedgerFold(db)
  fold.incomeItem(before, findIncomeItem(db, id))
  return finish(context, fold, id)
}
