import { fromDayNumber } from '../../../../shared/calendar.ts'
import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import type { Plan, PlanCycle } from '../../../../shared/earnings/index.ts'
import type { LedgerLine } from '../../../../shared/earnings/ledger-shapes.ts'
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

/** One cursor over all accounts by the index on time, or one for each account that is asked about. */
function openCursors(db: Db, selection: LineSelection, start: Position): LineCursor[] {
  const { accounts, clock, fromS, orderId, isEveryAccount } = selection
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

function toCounted(byDay: ReadonlyMap<number, number>): Counted {
  const byMonth = new Map<string, number>()
  let total = 0
  for (const [day, lines] of byDay) {
    const month = fromDayNumber(day).slice(0, -3)
    byMonth.set(month, (byMonth.get(month) ?? 0) + lines)
    total += lines
  }
  const months = [...byMonth]
    .map(([month, lines]) => ({ month, lines }))
    .toSorted((a, b) => (a.month < b.month ? 1 : -1))
  return { total, months }
}

/** Counts by day from the index alone, where nothing but accounts and bounds is asked. */
function countByIndex(db: Db, selection: LineSelection): Counted {
  const column = clockColumn[selection.clock]
  const statement = db
    .prepare<[number, number, number], [day: number, lines: number]>(
      `SELECT (${column} + 28800) / 86400 AS day, count(*) FROM order_lines
       WHERE account_id = ? AND is_held = 1 AND ${column} >= ? AND ${column} < ? GROUP BY day`,
    )
    .raw()
  const byDay = new Map<number, number>()
  for (const account of selection.accounts) {
    for (const [day, lines] of statement.iterate(account.id, selection.fromS, selection.toS)) {
      byDay.set(day, (byDay.get(day) ?? 0) + lines)
    }
  }
  return toCounted(byDay)
}

function countByReading(db: Db, selection: LineSelection): Counted {
  const byDay = new Map<number, number>()
  for (const { clockS } of newestFirst(db, selection, { clockS: selection.toS, id: 0 })) {
    const day = dayOfSeconds(clockS)
    byDay.set(day, (byDay.get(day) ?? 0) + 1)
  }
  return toCounted(byDay)
}

const countCache = new WeakMap<Db, Map<string, Counted>>()
let countedState = ''

/** Counts of a selection, kept until the database changes: pages of one list ask for the same ones. */
function countLines(db: Db, selection: LineSelection, input: ParsedInput<'earnings.lines'>): Counted {
  const state = stateOf(db)
  if (state !== countedState) countCache.delete(db)
  countedState = state
  const cache = countCache.get(db) ?? new Map<string, Counted>()
  countCache.set(db, cache)
  const { agreementId, cycle, commissionId, lacking, orderId } = input
  const key = JSON.stringify([agreementId, cycle, commissionId, lacking, orderId])
  let counted = cache.get(key)
  if (counted === undefined) {
    const isPlain = selection.accepts === undefined && selection.orderId === ''
    counted = isPlain ? countByIndex(db, selection) : countByReading(db, selection)
    cache.set(key, counted)
  }
  return counted
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
