import type { Statement } from 'better-sqlite3'
import { emptyOrderRow, type OrderRole, type OrderRow } from '../../../../shared/earnings/statements/rows.ts'
import type { LineContent } from '../../../../shared/earnings/statements/versions.ts'
import type { Db } from '../../database/open.ts'
import type { AccountBook, ImportAccount } from './accounts.ts'
import { isNew } from './decisions.ts'
import { lineKey } from './identity.ts'
import type { LedgerFold } from '../ledger/ledger-fold.ts'
import { weighRow, writeVersions } from './line-change.ts'
import { type LineInsert, prepareLineInsert } from './line-insert.ts'
import { contentOfRow, type LineIdentity, LineStore } from './line-store.ts'
import { LineView } from './line-view.ts'
import { SessionFinder } from './session-finder.ts'

/** Keys are written in sorted runs of this many: in key order they cost a third. */
const keyRun = 1 << 18

/**
 * New lines are written account by account, this many rows at a time: neighbours in the table and its indexes are then
 * written together, which saves a quarter, and read together later.
 */
const batchRows = 1 << 15

interface PendingLine {
  row: OrderRow
  account: ImportAccount
  line: number
  occurrence: number
}

export interface LineWriterOptions {
  db: Db
  fold: LedgerFold
  accounts: AccountBook
  role: OrderRole
  statement: number
  seenAtS: number
  /** Civil date of the export moment: adjustments to confirmed cycles are dated by it. */
  exportedOn: string
  /** Fields that the file has columns for; the others need not be written. */
  fields: ReadonlySet<string>
}

/** Writes the rows of one order list as lines and versions. The hot path of an import: prepared statements, one row at a time. */
export class LineWriter {
  readonly #options: LineWriterOptions
  readonly #store: LineStore
  readonly #sessions: SessionFinder
  readonly #insertLine: LineInsert
  readonly #insertOther: LineInsert
  readonly #insertRow: Statement
  readonly #insertKey: Statement
  readonly #setSession: Statement
  readonly #before = new LineView()
  readonly #after = new LineView()
  readonly #keys = new Float64Array(keyRun)
  readonly #keyLines = new Float64Array(keyRun)
  /** Used again for each batch: a million objects would be garbage faster than they are collected. */
  readonly #pool: PendingLine[] = []
  #pendingCount = 0
  #keyCount = 0
  #nextLineId: number

  constructor(options: LineWriterOptions) {
    const { db, accounts, role } = options
    this.#options = options
    this.#store = new LineStore(db)
    this.#sessions = new SessionFinder(db, accounts.platform)
    this.#nextLineId = 1 + Number(db.prepare('SELECT coalesce(max(id), 0) FROM order_lines').pluck().get())
    const columns = { ...options, hasSessions: !this.#sessions.isEmpty }
    this.#insertLine = prepareLineInsert(db, { ...columns, hasOccurrence: false })
    this.#insertOther = prepareLineInsert(db, { ...columns, hasOccurrence: true })
    this.#insertRow = db.prepare(
      `INSERT INTO statement_rows (statement, row, line_id, version) VALUES (${options.statement}, ?, ?, ?)`,
    )
    this.#insertKey = db.prepare('INSERT INTO order_line_keys (key, line_id) VALUES (?, ?)')
    this.#setSession = db.prepare('UPDATE order_lines SET session_id = ? WHERE id = ?')
    for (const view of [this.#before, this.#after]) {
      view.platform = accounts.platform
      view.role = role
    }
  }

  /** A row the plan calls new: written without looking for it first, in a batch with its like. */
  insert(row: OrderRow, account: ImportAccount, line: number, occurrence: number): void {
    const pending = (this.#pool[this.#pendingCount] ??= { row: emptyOrderRow(), account, line, occurrence })
    Object.assign(pending.row, row)
    pending.account = account
    pending.line = line
    pending.occurrence = occurrence
    this.#pendingCount += 1
    if (this.#pendingCount === batchRows) this.#writePending()
  }

  #writePending(): void {
    const { accounts } = this.#options
    const pending = this.#pool.slice(0, this.#pendingCount)
    const ids = new Float64Array(pending.length)
    const accountIds = Float64Array.from(pending, ({ account }) => accounts.idOf(account))
    const order = Uint32Array.from(pending, (_, index) => index)
    order.sort((a, b) => (accountIds[a] ?? 0) - (accountIds[b] ?? 0) || a - b)
    for (const index of order) {
      const next = pending[index]
      if (next !== undefined) ids[index] = this.#writeLine(next, accountIds[index] ?? 0)
    }
    for (const [index, { line }] of pending.entries()) this.#insertRow.run(line, ids[index] ?? 0, 1)
    this.#pendingCount = 0
  }

  #writeLine({ row, account, line, occurrence }: PendingLine, accountId: number): number {
    const id = this.#nextLineId
    this.#nextLineId += 1
    const sessionId = this.#sessions.isEmpty ? null : this.#sessions.find(account.account, row.roomId, row.paidAtS)
    const insert = occurrence === 1 ? this.#insertLine : this.#insertOther
    insert(row, { id, accountId, line, sessionId, occurrence })
    this.#noteKey(lineKey(account.seed, row.orderId, row.productId), id)
    if (!this.#isWanted(account)) return id
    const after = this.#after
    after.account = account.account
    after.identity = { id, accountId, orderId: row.orderId, productId: row.productId, occurrence }
    after.content = row
    after.sessionId = sessionId
    this.#options.fold.line(undefined, after, this.#options.exportedOn)
    return id
  }

  #isWanted(account: ImportAccount): boolean {
    const { fold, accounts } = this.#options
    account.isWanted ??= fold.wants(accounts.platform, account.account, this.#after.role)
    return account.isWanted
  }

  /** Any other row: finds its line and does what `weighRow` says. Answers the decision it came to. */
  merge(row: OrderRow, account: ImportAccount, line: number, occurrence: number): number {
    const key = lineKey(account.seed, row.orderId, row.productId)
    const known =
      account.id === undefined ? undefined : this.#store.find(key, account.id, row.orderId, row.productId, occurrence)
    if (known === undefined) {
      this.insert(row, account, line, occurrence)
      return isNew
    }
    const place = { statement: this.#options.statement, row: line }
    const outcome = weighRow(this.#store, known, contentOfRow(row), this.#options.seenAtS, place)
    const version = outcome.versions[outcome.rowVersion]
    this.#insertRow.run(line, known.id, version?.version ?? 1)
    const current = outcome.versions[outcome.current]
    const isSameVersion = current?.version === known.current.version && known.current.isHeld
    if (outcome.versions.length === 1 && isSameVersion && current !== undefined) {
      if (current !== known.current) this.#store.touchCurrent(known.id, current.seenAtS, place)
      return outcome.decision
    }
    writeVersions(this.#store, known, outcome.versions, outcome)
    if (!isSameVersion && current !== undefined) {
      this.#tell(known, account.account, known.current.isHeld ? known.current.content : undefined, current.content)
    }
    return outcome.decision
  }

  /** Hands a change of a line to the ledger; its session may be another one now. */
  #tell(
    line: LineIdentity & { sessionId: string | null },
    account: string,
    before: LineContent | undefined,
    content: LineContent,
  ): void {
    const sessionId = this.#sessions.isEmpty ? null : this.#sessions.find(account, content.roomId, content.paidAtS)
    if (sessionId !== line.sessionId) this.#setSession.run(sessionId, line.id)
    const after = this.#after
    after.account = account
    after.identity = line
    after.content = content
    after.sessionId = sessionId
    let old: LineView | undefined
    if (before !== undefined) {
      old = this.#before
      old.account = account
      old.identity = line
      old.content = before
      old.sessionId = line.sessionId
    }
    this.#options.fold.line(old, after, this.#options.exportedOn)
  }

  #noteKey(key: number, lineId: number): void {
    if (this.#keyCount === keyRun) this.#flushKeys()
    this.#keys[this.#keyCount] = key
    this.#keyLines[this.#keyCount] = lineId
    this.#keyCount += 1
  }

  #flushKeys(): void {
    if (this.#keyCount === 0) return
    const keys = this.#keys
    const order = Uint32Array.from({ length: this.#keyCount }, (_, index) => index)
    order.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
    for (const index of order) this.#insertKey.run(keys[index] ?? 0, this.#keyLines[index] ?? 0)
    this.#keyCount = 0
  }

  finish(): void {
    this.#writePending()
    this.#flushKeys()
    this.#options.accounts.writeNames()
  }
}
