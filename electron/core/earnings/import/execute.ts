import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { BoanError } from '../../../../shared/errors.ts'
import type { Keep } from '../../../../shared/earnings/import-calls.ts'
import type { ImportCounts } from '../../../../shared/earnings/import-shapes.ts'
import { shanghaiClock } from '../../../../shared/earnings/statements/cells.ts'
import type { OrderRow, PaymentRow, SessionRow } from '../../../../shared/earnings/statements/rows.ts'
import {
  attachmentPath,
  createAttachmentWriter,
  keepFile,
  type KeptFile,
  recordAttachment,
} from '../../attachments/store.ts'
import type { CallContext } from '../../context.ts'
import { indexHeader } from '../../../../shared/earnings/statements/header.ts'
import { AccountBook } from './accounts.ts'
import { bindColumns } from './columns.ts'
import { type DecisionList, isIgnored, isNew, isRejected } from './decisions.ts'
import type { NamedFile } from './file.ts'
import type { LedgerFold } from '../ledger/ledger-fold.ts'
import { LineWriter } from './line-writer.ts'
import { PaymentOccurrences, PaymentStore } from './payment-store.ts'
import type { PlanData } from './plan.ts'
import { keepTest } from './plan-payments.ts'
import { scanTable, type ScanResult, type TypedRowSink } from './scan.ts'
import { passwordOf } from './secrets.ts'
import { linkSessions } from './session-links.ts'
import { SessionStore } from './session-store.ts'
import { insertIgnored, insertStatement, nextStatementNumber, takeProblems } from './statements.ts'
import { reopenTable, spoolIn } from './table.ts'

export interface CarryOutOptions {
  planId: string
  plan: PlanData
  decisions: DecisionList
  keep: Keep
  keepFile: boolean
  fold: LedgerFold
  /** A rehearsal inside a preview, taken back afterwards: no file is kept. */
  isRehearsal: boolean
}

export interface CarriedOut {
  statementId: string
  number: number
  counts: ImportCounts
  /** Payments that this list holds now. */
  paymentIds: number[]
  /** Accounts that its orders are of. */
  accounts: string[]
}

/** What one kind of list does with its rows. */
interface RowWork {
  take: TypedRowSink<OrderRow> | TypedRowSink<PaymentRow> | TypedRowSink<SessionRow>
  finish(): void
  paymentIds: number[]
  accounts(): string[]
}

/**
 * Does what a plan says, row by row, in the transaction at hand; the file is copied into the store while it is read.
 * Throws `import.file-changed` when the file is no longer the one that was previewed.
 */
export async function carryOut(context: CallContext, options: CarryOutOptions): Promise<CarriedOut> {
  const { plan, planId } = options
  const { db } = context
  // Rows name their statement, whose own row is written last, with the counts: the keys are checked at the commit.
  db.pragma('defer_foreign_keys = ON')
  const number = nextStatementNumber(db)
  const statementId = context.newId()
  const work = createWork(context, options, number)
  const isKept = (plan.kind !== 'payments' || options.keepFile) && !options.isRehearsal
  const result = await readAndKeep(context, options, isKept, work)
  work.finish()
  const counts = insertStatement(db, plan, {
    number,
    id: statementId,
    isKept,
    decisions: result.decisions.counts(),
    importedAt: context.now(),
  })
  takeProblems(db, number, planId)
  insertIgnored(db, number, result.ignored.runs)
  return { statementId, number, counts, paymentIds: work.paymentIds, accounts: work.accounts() }
}

function createWork(context: CallContext, options: CarryOutOptions, number: number): RowWork {
  const { plan } = options
  if (plan.kind === 'payments') return paymentWork(context, options, number)
  return plan.kind === 'sessions' ? sessionWork(context, options, number) : orderWork(context, options, number)
}

function orderWork({ db }: CallContext, { plan, decisions, fold }: CarryOutOptions, statement: number): RowWork {
  const { preset } = plan.layout
  const role = preset.role ?? 'creator'
  const accounts = new AccountBook(db, preset.platform, role)
  const occurrences = new Map(plan.occurrences)
  const exportedOn = shanghaiClock(plan.exportedAtS).slice(0, 10)
  const { headerCells } = plan.layout
  const fields = new Set(bindColumns(preset, indexHeader(headerCells), headerCells).map(({ field }) => field as string))
  const writer = new LineWriter({ db, fold, accounts, role, statement, seenAtS: plan.exportedAtS, exportedOn, fields })
  const take: TypedRowSink<OrderRow> = (row, line, index) => {
    const account = accounts.of(row.account === '' ? plan.saidAccount : row.account)
    account.rows += 1
    if (row.accountName !== '') account.name = row.accountName
    const planned = decisions.at(index)
    if (planned === isRejected) return isRejected
    const occurrence = occurrences.size === 0 ? 1 : (occurrences.get(index) ?? 1)
    if (planned !== isNew) return writer.merge(row, account, line, occurrence)
    writer.insert(row, account, line, occurrence)
    return isNew
  }
  const used = (): string[] => accounts.used().flatMap(({ account }) => (account === '' ? [] : [account]))
  return { take, finish: () => writer.finish(), paymentIds: [], accounts: used }
}

function paymentWork({ db }: CallContext, { plan, keep }: CarryOutOptions, statement: number): RowWork {
  const store = new PaymentStore(db, plan.layout.preset.platform)
  const occurrences = new PaymentOccurrences()
  const isKept = keepTest(keep, plan.proposed)
  const paymentIds: number[] = []
  const take: TypedRowSink<PaymentRow> = (row, line) => {
    const occurrence = occurrences.next(row)
    if (!isKept(row, line)) return isIgnored
    const { id, decision } = store.keep(row, occurrence, { statement, row: line, seenAtS: plan.exportedAtS })
    paymentIds.push(id)
    return decision
  }
  return { take, finish: () => {}, paymentIds, accounts: () => [] }
}

function sessionWork(context: CallContext, { plan, fold }: CarryOutOptions, statement: number): RowWork {
  const { db } = context
  const store = new SessionStore(db, plan.layout.preset.platform)
  const insertRow = db.prepare('INSERT INTO session_rows (statement, row, session_id) VALUES (?, ?, ?)')
  const touched: string[] = []
  const take: TypedRowSink<SessionRow> = (row, line) => {
    const account = row.account === '' ? plan.saidAccount : row.account
    const decision = store.weigh(row, account)
    const { id, before, after } = store.put(row, account, context.newId())
    insertRow.run(statement, line, id)
    if (decision !== isNew && before !== undefined && before.end === after.end) return decision
    fold.session(before, after)
    touched.push(id)
    return decision
  }
  const finish = (): void => linkSessions(db, touched, fold)
  return { take, finish, paymentIds: [], accounts: () => [] }
}

/**
 * Reads the rows and, in the same pass, hashes the file and copies it into the store. Workbooks are copied first: the
 * library reads them in its own order.
 */
async function readAndKeep(
  context: CallContext,
  options: CarryOutOptions,
  isKept: boolean,
  work: RowWork,
): Promise<ScanResult> {
  const { plan } = options
  if (isKept && plan.content.path !== plan.named.path) await keepWhole(context, plan.named, plan.sha256)
  if (plan.form.content === 'delimited') return readDelimitedFile(context, options, isKept, work)
  if (isKept) await keepWhole(context, plan.content, plan.contentSha256)
  return scan(context, options, work)
}

async function readDelimitedFile(
  context: CallContext,
  options: CarryOutOptions,
  isKept: boolean,
  work: RowWork,
): Promise<ScanResult> {
  const { plan, isRehearsal } = options
  if (!isKept) {
    const hash = createHash('sha256')
    const result = await scan(context, options, work, (chunk) => void hash.update(chunk))
    if (!isRehearsal) checkSame(plan.content, plan.contentSha256, hash.digest('hex'))
    return result
  }
  const writer = createAttachmentWriter(context.dataDir)
  let result: ScanResult
  try {
    result = await scan(context, options, work, (chunk) => writer.write(chunk))
  } catch (error) {
    writer.abandon()
    throw error
  }
  noteKept(context, plan.content, plan.contentSha256, writer.finish())
  return result
}

async function scan(
  context: CallContext,
  { plan, planId }: CarryOutOptions,
  work: RowWork,
  onChunk?: (chunk: Buffer) => void,
): Promise<ScanResult> {
  const table = await reopenTable(plan.content, plan.form, plan.sheetNames, {
    password: passwordOf(planId),
    spool: spoolIn(join(context.dataDir, 'intake'), plan.contentSha256),
  })
  return scanTable(table, plan.sheet, plan.layout, work.take as TypedRowSink<OrderRow>, {
    onRows: (rows) => {
      context.throwIfCancelled()
      context.progress({ done: rows, total: plan.rows, label: 'import:progress.importing' })
    },
    ...(onChunk === undefined ? {} : { onChunk }),
  })
}

async function keepWhole(context: CallContext, file: NamedFile, sha256: string): Promise<void> {
  noteKept(context, file, sha256, await keepFile(context.dataDir, file.path))
}

/** A file that came into the store leaves it again when the import fails after all. */
function noteKept(context: CallContext, file: NamedFile, sha256: string, kept: KeptFile): void {
  if (kept.isNew) context.onFailure(() => rmSync(attachmentPath(context.dataDir, kept.sha256), { force: true }))
  checkSame(file, sha256, kept.sha256)
  recordAttachment(context.db, kept, file.name, context.now())
  context.tookIn(kept.sha256)
}

function checkSame(file: NamedFile, planned: string, found: string): void {
  if (planned !== found) throw new BoanError('import.file-changed', {}, { file: file.name })
}
