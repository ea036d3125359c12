import type { Statement } from 'better-sqlite3'
import { fromDayNumber } from '../../../../shared/calendar.ts'
import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import type { Plan, PlanCycle } from '../../../../shared/earnings/index.ts'
import type { LedgerLine } from '../../../../shared/earnings/ledger-shapes.ts'
import { readMeta } from '../../database/meta.ts'
import type { Db } from '../../database/open.ts'
import type { LedgerAgreement } from './agreements.ts'
import {
  dayOfSeconds,
  foldColumns,
  momentOfSeconds,
  toStoredLine,
  type LineAccount,
  type LineColumns,
  type StoredLine,
} from './line-source.ts'
import { monthEndS, selectCycle, selectLines, type Clock, type LineSelection } from './line-selection.ts'
import { stateOf } from './ledger-view.ts'

const PAGE_LINES = 200

type PageColumns = [...LineColumns, ratePpm: number | null, statement: number, row: number]

/** A line on a page, with where it stands. */
interface PagedLine {
  line: StoredLine
  ratePpm: number | null
  statement: number
  row: number
  clockS: number
}

const clockColumn: Record<Clock, string> = { paid: 'paid_at_s', settled: 'settled_at_s' }

interface Position {
  clockS: number
  id: number
}

type FetchLines = (position: Position) => PagedLine[]

/** Lines from a position backwards, read a few at a time. */
class LineCursor {
  readonly #fetch: FetchLines
  #position: Position
  #buffer: PagedLine[] = []
  #isDone = false

  constructor(start: Position, fetch: FetchLines) {
    this.#position = start
    this.#fetch = fetch
  }

  /** The newest line that was not taken yet. */
  peek(): PagedLine | undefined {
    if (this.#buffer.length === 0 && !this.#isDone) {
      this.#buffer = this.#fetch(this.#position)
      const last = this.#buffer.at(-1)
      if (last === undefined) this.#isDone = true
      else this.#position = { clockS: last.clockS, id: Number(last.line.id) }
      this.#buffer.reverse()
    }
    return this.#buffer.at(-1)
  }

  take(): void {
    this.#buffer.pop()
  }
}

function toPagedLine(account: LineAccount, columns: PageColumns, clock: Clock): PagedLine {
  const [ratePpm, statement, row] = columns.slice(-3) as [number | null, number, number]
  const line = toStoredLine(account, columns.slice(0, -3) as LineColumns)
  return { line, ratePpm, statement, row, clockS: (clock === 'paid' ? line.paidAtS : line.settledAtS) ?? 0 }
}

function isLater(a: PagedLine, b: PagedLine): boolean {
  return a.clockS === b.clockS ? Number(a.line.id) > Number(b.line.id) : a.clockS > b.clockS
}

/** So many lines of a search are put in order in memory; a search that finds more is no search. */
const mostFound = 5_000
const foundIds = new WeakMap<Db, Kept<number[] | null>>()

/**
 * Lines whose order id holds a text, by one reading of the table in the order in which it lies; null when they are too many
 * for that. By the index on time every line would be looked up by itself.
 */
function findByOrderId(db: Db, orderId: string): number[] | null {
  return keep(foundIds, db, readMeta(db, 'imports_state') ?? '', orderId, () => {
    const ids = db
      .prepare<[string, number], number>(
        'SELECT id FROM order_lines WHERE is_held = 1 AND instr(order_id, ?) > 0 LIMIT ?',
      )
      .pluck()
      .all(orderId, mostFound + 1)
    return ids.length > mostFound ? null : ids
  })
}

/** The one cursor over lines that a search has found. */
function openFound(
  db: Db,
  { accounts, clock, fromS }: LineSelection,
  ids: readonly number[],
  start: Position,
): LineCursor {
  const column = clockColumn[clock]
  const accountOf = new Map(accounts.map((account) => [account.id, account]))
  const statement = db
    .prepare<[string, number, number, number], [number, ...PageColumns]>(
      `SELECT account_id, ${foldColumns}, rate_ppm, statement, row FROM order_lines
       WHERE id IN (SELECT value FROM json_each(?)) AND ${column} >= ? AND (${column}, id) < (?, ?)
       ORDER BY ${column} DESC, id DESC`,
    )
    .raw()
  return new LineCursor(start, ({ clockS, id }) =>
    statement.all(JSON.stringify(ids), fromS, clockS, id).flatMap(([accountId, ...columns]) => {
      const account = accountOf.get(accountId)
      return account === undefined ? [] : [toPagedLine(account, columns, clock)]
    }),
  )
}

/** One cursor over all accounts by the index on time, or one for each account that is asked about. */
function openCursors(db: Db, selection: LineSelection, start: Position): LineCursor[] {
  const { accounts, clock, fromS, orderId, isEveryAccount } = selection
  const found = orderId === '' ? null : findByOrderId(db, orderId)
  if (found !== null) return [openFound(db, selection, found, start)]
  const column = clockColumn[clock]
  const perFetch = isEveryAccount
    ? 2 * PAGE_LINES
    : Math.max(4, Math.ceil((2 * PAGE_LINES) / Math.max(1, accounts.length)))
  const statement = db
    .prepare<(string | number)[], [number, ...PageColumns]>(
      `SELECT account_id, ${foldColumns}, rate_ppm, statement, row FROM order_lines
       WHERE ${isEveryAccount ? '' : 'account_id = ? AND'} is_held = 1 AND ${column} >= ? AND (${column}, id) < (?, ?)
         AND ${column} IS NOT NULL ${orderId === '' ? '' : 'AND instr(order_id, ?) > 0'}
       ORDER BY ${column} DESC, id DESC LIMIT ${perFetch}`,
    )
    .raw()
  const accountOf = new Map(accounts.map((account) => [account.id, account]))
  const extra = orderId === '' ? [] : [orderId]
  const fetch = (ids: number[], { clockS, id }: Position): PagedLine[] =>
    statement.all(...ids, fromS, clockS, id, ...extra).flatMap(([accountId, ...columns]) => {
      const account = accountOf.get(accountId)
      return account === undefined ? [] : [toPagedLine(account, columns, clock)]
    })
  if (isEveryAccount) return [new LineCursor(start, (position) => fetch([], position))]
  return accounts.map(({ id }) => new LineCursor(start, (position) => fetch([id], position)))
}

/** Lines of a selection, the newest first, merged over its accounts without sorting any of them. */
function* newestFirst(db: Db, selection: LineSelection, start: Position): Generator<PagedLine> {
  const cursors = openCursors(db, selection, start)
  for (;;) {
    let best: LineCursor | undefined
    let newest: PagedLine | undefined
    for (const cursor of cursors) {
      const head = cursor.peek()
      if (head === undefined || (newest !== undefined && !isLater(head, newest))) continue
      best = cursor
      newest = head
    }
    if (best === undefined || newest === undefined) return
    best.take()
    if (selection.accepts?.(newest.line) ?? true) yield newest
  }
}

function startOf(input: ParsedInput<'earnings.lines'>, selection: LineSelection): Position {
  if (input.after !== null) {
    const [clockS = 0, id = 0] = input.after.split('.').map(Number)
    return { clockS, id }
  }
  const monthEnd = input.month === undefined ? Infinity : monthEndS(input.month)
  return { clockS: Math.min(selection.toS, monthEnd), id: 0 }
}

interface Place {
  id: string
  file: string
  sheet: string
}

/** Which statement a number is, read once each. */
function placeReader(db: Db): (statement: number) => Place {
  const find = db.prepare<[number], Place>('SELECT id, file_name AS file, sheet FROM statements WHERE number = ?')
  const known = new Map<number, Place>()
  return (statement) => {
    let place = known.get(statement)
    if (place === undefined) {
      place = find.get(statement) ?? { id: '', file: '', sheet: '' }
      known.set(statement, place)
    }
    return place
  }
}

function toLedgerLine(
  { line, ratePpm, statement, row }: PagedLine,
  countedFen: number | null,
  placeOf: (statement: number) => Place,
): LedgerLine {
  const place = placeOf(statement)
  return {
    id: line.id,
    platform: line.platform,
    account: line.account,
    role: line.role,
    orderId: line.orderId,
    productId: line.productId,
    sessionId: line.sessionId ?? null,
    paidAt: momentOfSeconds(line.paidAtS),
    settledAt: line.settledAtS === null ? null : momentOfSeconds(line.settledAtS),
    status: line.status,
    saleFen: line.saleFen,
    refundFen: line.refundFen ?? null,
    settledBaseFen: line.settledBaseFen ?? null,
    ratePpm,
    estimatedCommissionFen: line.estimatedCommissionFen ?? null,
    commissionFen: line.commissionFen ?? null,
    feeFen: line.feeFen ?? null,
    countedFen,
    statementId: place.id,
    file: place.file,
    sheet: place.sheet,
    row,
  }
}

type Months = Output<'earnings.lines'>['months']

interface Counted {
  total: number
  months: Months
}

function toCounted(byMonth: ReadonlyMap<string, number>): Counted {
  const months = [...byMonth]
    .map(([month, lines]) => ({ month, lines }))
    .toSorted((a, b) => (a.month < b.month ? 1 : -1))
  return { total: months.reduce((sum, { lines }) => sum + lines, 0), months }
}

function monthOf(seconds: number): string {
  return fromDayNumber(dayOfSeconds(seconds)).slice(0, -3)
}

/** Counts month by month from the index alone, where nothing but accounts and bounds is asked: no line is read. */
function countByIndex(db: Db, { accounts, clock, fromS, toS, isEveryAccount }: LineSelection): Counted {
  const column = clockColumn[clock]
  const where = `${isEveryAccount ? '' : 'account_id = ? AND'} is_held = 1 AND ${column} >= ? AND ${column} < ?`
  const oneAtEnd = (order: string): Statement<number[], number> =>
    db
      .prepare<number[], number>(`SELECT ${column} FROM order_lines WHERE ${where} ORDER BY ${column} ${order} LIMIT 1`)
      .pluck()
  const [first, last] = [oneAtEnd('ASC'), oneAtEnd('DESC')]
  const count = db.prepare<number[], number>(`SELECT count(*) FROM order_lines WHERE ${where}`).pluck()
  const byMonth = new Map<string, number>()
  for (const ids of isEveryAccount ? [[]] : accounts.map(({ id }) => [id])) {
    const lastS = last.get(...ids, fromS, toS) ?? -Infinity
    let nextS = first.get(...ids, fromS, toS) ?? Infinity
    while (nextS <= lastS) {
      const month = monthOf(nextS)
      const endS = Math.min(monthEndS(month), toS)
      const lines = count.get(...ids, nextS, endS) ?? 0
      if (lines > 0) byMonth.set(month, (byMonth.get(month) ?? 0) + lines)
      nextS = endS
    }
  }
  return toCounted(byMonth)
}

function countByReading(db: Db, selection: LineSelection): Counted {
  const byMonth = new Map<string, number>()
  for (const { clockS } of newestFirst(db, selection, { clockS: selection.toS, id: 0 })) {
    const month = monthOf(clockS)
    byMonth.set(month, (byMonth.get(month) ?? 0) + 1)
  }
  return toCounted(byMonth)
}

interface Kept<Value> {
  state: string
  byKey: Map<string, Value>
}

/** Something kept in memory for a state of the database, asked for again by every page of one list. */
function keep<Value>(cache: WeakMap<Db, Kept<Value>>, db: Db, state: string, key: string, make: () => Value): Value {
  let kept = cache.get(db)
  if (kept?.state !== state) {
    kept = { state, byKey: new Map() }
    cache.set(db, kept)
  }
  let value = kept.byKey.get(key)
  if (value === undefined) {
    value = make()
    kept.byKey.set(key, value)
  }
  return value
}

const indexCounts = new WeakMap<Db, Kept<Counted>>()
const readCounts = new WeakMap<Db, Kept<Counted>>()

/** Counts of a selection. What bounds alone say changes with imports only, not with every payment that is typed. */
function countLines(db: Db, selection: LineSelection, input: ParsedInput<'earnings.lines'>): Counted {
  if (selection.accepts === undefined && selection.orderId === '') {
    const { isEveryAccount, accounts, clock, fromS, toS } = selection
    const key = JSON.stringify([isEveryAccount ? null : accounts.map(({ id }) => id), clock, fromS, toS])
    return keep(indexCounts, db, readMeta(db, 'imports_state') ?? '', key, () => countByIndex(db, selection))
  }
  const { agreementId, cycle, commissionId, lacking } = input
  const key = JSON.stringify([agreementId, cycle, commissionId, lacking, selection.orderId])
  return keep(readCounts, db, stateOf(db), key, () => countByReading(db, selection))
}

/** `earnings.lines`: order lines in pages by time, each with the file, sheet and line it stands in. */
export function queryLines(db: Db, input: ParsedInput<'earnings.lines'>): Output<'earnings.lines'> {
  const selection = selectLines(db, input)
  const placeOf = placeReader(db)
  const lines: LedgerLine[] = []
  let last: PagedLine | undefined
  let next: string | null = null
  for (const paged of newestFirst(db, selection, startOf(input, selection))) {
    if (lines.length === PAGE_LINES) {
      next = last === undefined ? null : `${last.clockS}.${last.line.id}`
      break
    }
    lines.push(toLedgerLine(paged, selection.countedFen(paged.line), placeOf))
    last = paged
  }
  return { lines, next, ...countLines(db, selection, input) }
}

/** The lines that count in a cycle, the newest first, each with the place it stands in: for exports. */
export function* iterateCycleLines(
  db: Db,
  record: LedgerAgreement,
  plan: Plan,
  cycle: PlanCycle,
): Generator<LedgerLine> {
  const selection = selectCycle(db, record, plan, cycle)
  const placeOf = placeReader(db)
  for (const paged of newestFirst(db, selection, { clockS: selection.toS, id: 0 })) {
    yield toLedgerLine(paged, null, placeOf)
  }
}

/** The files behind the lines of a cycle, those with the most lines first. */
export function statementsBehind(
  db: Db,
  record: LedgerAgreement,
  plan: Plan,
  cycle: PlanCycle,
): { id: string; file: string; lines: number }[] {
  const selection = selectCycle(db, record, plan, cycle)
  const counts = new Map<number, number>()
  for (const { statement } of newestFirst(db, selection, { clockS: selection.toS, id: 0 })) {
    counts.set(statement, (counts.get(statement) ?? 0) + 1)
  }
  const placeOf = placeReader(db)
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([statement, lines]) => ({ id: placeOf(statement).id, file: placeOf(statement).file, lines }))
}
