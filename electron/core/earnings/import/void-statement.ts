import { BoanError } from '../../../../shared/errors.ts'
import type { OrderRole } from '../../../../shared/earnings/statements/rows.ts'
import { shanghaiClock } from '../../../../shared/earnings/statements/cells.ts'
import { findStanding } from '../../../../shared/earnings/statements/versions.ts'
import type { CallContext } from '../../context.ts'
import type { Db } from '../../database/open.ts'
import { type LedgerFold, openLedgerFold } from '../ledger/ledger-fold.ts'
import type { FigureChange } from './import-handlers.ts'
import { restorePaymentsOf, voidPaymentsOf } from './ledger-payments.ts'
import { writeVersions } from './line-change.ts'
import { type LineVersion, LineStore, type StoredLineState } from './line-store.ts'
import { LineView } from './line-view.ts'
import { restandPayment } from './payment-store.ts'
import { advanceState } from './plan.ts'
import { linkSessions } from './session-links.ts'
import { findSessionColumns, sessionOf } from './session-store.ts'
import { getStatement, type StoredStatement } from './statements.ts'

/** Takes an import back. Its rows stay on record; those no other file holds stop counting. Throws `import.statement-voided`. */
export function voidStatement(context: CallContext, statementId: string, reason: string): FigureChange[] {
  const statement = getStatement(context.db, statementId)
  if (statement.voidedAt !== null) throw new BoanError('import.statement-voided', {}, { file: statement.file })
  const at = context.now()
  context.db
    .prepare('UPDATE statements SET voided_at = ?, void_reason = ? WHERE number = ?')
    .run(at, reason, statement.number)
  return settle(context, statement, (paymentIds) => voidPaymentsOf(context, paymentIds, at, reason), { at, reason })
}

/** Brings an import back. Throws `import.statement-not-voided`. */
export function restoreStatement(context: CallContext, statementId: string): FigureChange[] {
  const statement = getStatement(context.db, statementId)
  const { voidedAt } = statement
  if (voidedAt === null) throw new BoanError('import.statement-not-voided', {}, { file: statement.file })
  context.db
    .prepare('UPDATE statements SET voided_at = NULL, void_reason = NULL WHERE number = ?')
    .run(statement.number)
  return settle(context, statement, (paymentIds) => restorePaymentsOf(context, paymentIds, voidedAt), null)
}

type Voided = { at: string; reason: string } | null

/** Finds anew what counts of everything the statement holds. */
function settle(
  context: CallContext,
  statement: StoredStatement,
  settlePayments: (paymentIds: number[]) => void,
  voided: Voided,
): FigureChange[] {
  const { db } = context
  const fold = openLedgerFold(db)
  if (statement.kind === 'orders') resettleLines(context, statement, fold)
  else if (statement.kind === 'sessions') resettleSessions(db, statement, fold, voided)
  else settlePayments(resettlePayments(db, statement, voided))
  context.subject(statement.id)
  advanceState(db, context.newId())
  return fold.finish()
}

/** Payments of a list whose standing changed: those no list holds now, or those that are held again. */
function resettlePayments(db: Db, statement: StoredStatement, voided: Voided): number[] {
  return db
    .prepare<[number], number>('SELECT DISTINCT payment_id FROM payment_rows WHERE statement = ? ORDER BY payment_id')
    .pluck()
    .all(statement.number)
    .filter((id) => restandPayment(db, id) === (voided === null))
}

function resettleSessions(db: Db, statement: StoredStatement, fold: LedgerFold, voided: Voided): void {
  const ids = db
    .prepare<[number], string>('SELECT DISTINCT session_id FROM session_rows WHERE statement = ? ORDER BY session_id')
    .pluck()
    .all(statement.number)
  const heldElsewhere = db
    .prepare<[string], number>(
      `SELECT count(*) FROM session_rows r JOIN statements s ON s.number = r.statement AND s.voided_at IS NULL
       WHERE r.session_id = ?`,
    )
    .pluck()
  const changed: string[] = []
  const mark = db.prepare('UPDATE sessions SET voided_at = ?, void_reason = ? WHERE id = ?')
  for (const id of ids) {
    const columns = findSessionColumns(db, id)
    const isHeld = Number(heldElsewhere.get(id)) > (voided === null ? 1 : 0)
    if (columns === undefined || isHeld) continue
    mark.run(voided?.at ?? null, voided?.reason ?? null, id)
    if (voided === null) fold.session(undefined, sessionOf(columns))
    else fold.session(sessionOf(columns), undefined)
    changed.push(id)
  }
  linkSessions(db, changed, fold)
}

interface HeldPlace {
  seenAtS: number
  statement: number
  row: number
}

/** For each line of the statement: which of its versions other files still hold, and which of those counts. */
function resettleLines(context: CallContext, statement: StoredStatement, fold: LedgerFold): void {
  const { db } = context
  const store = new LineStore(db)
  const newestHolder = gatherHolders(db, statement.number)
  const accounts = accountNames(db)
  const exportedOn = shanghaiClock(statement.exportedAtS).slice(0, 10)
  const lineIds = db
    .prepare<[number], number>('SELECT DISTINCT line_id FROM statement_rows WHERE statement = ? ORDER BY line_id')
    .pluck()
    .all(statement.number)
  for (const [done, lineId] of lineIds.entries()) {
    if (done % 4_096 === 0) {
      context.throwIfCancelled()
      context.progress({ done, total: lineIds.length, label: 'import:progress.settling' })
    }
    const line = store.get(lineId)
    if (line === undefined) continue
    const versions = store.versionsOf(line).map((version): LineVersion => {
      const holder = newestHolder(lineId, version.version)
      return holder === undefined ? { ...version, isHeld: false } : { ...version, isHeld: true, ...holder }
    })
    resettleLine(store, line, versions, accounts, exportedOn, fold)
  }
  db.exec('DROP TABLE holders')
}

/** One reading of all rows of all files finds who holds the statement's lines; answers the newest holder of a version. */
function gatherHolders(db: Db, statement: number): (lineId: number, version: number) => HeldPlace | undefined {
  db.exec(
    `CREATE TEMP TABLE holders (line_id INTEGER NOT NULL, version INTEGER NOT NULL, seen_at_s INTEGER NOT NULL,
       statement INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (line_id, version, seen_at_s, statement, row)) STRICT, WITHOUT ROWID`,
  )
  db.prepare(
    `INSERT INTO holders SELECT r.line_id, r.version, s.exported_at_s, r.statement, r.row FROM statement_rows r
     JOIN statements s ON s.number = r.statement AND s.voided_at IS NULL
     WHERE r.line_id IN (SELECT line_id FROM statement_rows WHERE statement = ?)`,
  ).run(statement)
  const newest = db.prepare<[number, number], HeldPlace>(
    `SELECT seen_at_s AS seenAtS, statement, row FROM holders WHERE line_id = ? AND version = ?
     ORDER BY seen_at_s DESC, statement, row LIMIT 1`,
  )
  return (lineId, version) => newest.get(lineId, version)
}

function resettleLine(
  store: LineStore,
  line: StoredLineState,
  versions: LineVersion[],
  accounts: Map<number, AccountName>,
  exportedOn: string,
  fold: LedgerFold,
): void {
  const standing = findStanding(versions)
  writeVersions(store, line, versions, standing)
  const before = line.current.isHeld ? line.current : undefined
  const after = versions[standing.current]
  if (before?.version === after?.version) return
  const account = accounts.get(line.accountId)
  if (account === undefined) throw new Error(`line ${line.id} has no account`)
  const view = (version: LineVersion | undefined): LineView | undefined => {
    if (version === undefined) return undefined
    const made = Object.assign(new LineView(), account)
    made.identity = line
    made.content = version.content
    made.sessionId = line.sessionId
    return made
  }
  fold.line(view(before), view(after), exportedOn)
}

interface AccountName {
  platform: string
  role: OrderRole
  account: string
}

function accountNames(db: Db): Map<number, AccountName> {
  const rows = db
    .prepare<[], AccountName & { id: number }>('SELECT id, platform, role, account FROM line_accounts')
    .all()
  return new Map(rows.map(({ id, ...account }) => [id, account]))
}

/** The person says which versions count. Throws `import.conflict-unknown` for a line or version that is not there. */
export function decideConflicts(
  context: CallContext,
  choices: readonly { lineId: string; version: number }[],
): FigureChange[] {
  const { db } = context
  const store = new LineStore(db)
  const fold = openLedgerFold(db)
  const accounts = accountNames(db)
  for (const { lineId, version } of choices) {
    const line = store.get(Number(lineId))
    const versions = line === undefined ? [] : store.versionsOf(line)
    if (line === undefined || !versions.some((known) => known.version === version && known.isHeld)) {
      throw new BoanError('import.conflict-unknown', { lineId })
    }
    const chosen = versions.map((known) => ({ ...known, isChosen: known.version === version }))
    // The choice is kept for every version, so that an earlier one of this line is taken back.
    for (const known of chosen) store.putVersion(line.id, known)
    resettleLine(store, line, chosen, accounts, shanghaiClock(line.current.seenAtS).slice(0, 10), fold)
    context.subject(lineId)
  }
  advanceState(db, context.newId())
  return fold.finish()
}
