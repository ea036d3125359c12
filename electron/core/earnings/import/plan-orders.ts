import { indexHeader } from '../../../../shared/earnings/statements/header.ts'
import { bindColumns } from './columns.ts'
import type { LackingCounts, OrderSum } from '../../../../shared/earnings/import-shapes.ts'
import { looksRounded, shanghaiClock } from '../../../../shared/earnings/statements/cells.ts'
import type { OrderRow, OrderStatus } from '../../../../shared/earnings/statements/rows.ts'
import type { LineContent } from '../../../../shared/earnings/statements/versions.ts'
import type { Db } from '../../database/open.ts'
import type { AccountBook, ImportAccount } from './accounts.ts'
import { isConflict, isNew, isSuperseded, isSuperseding } from './decisions.ts'
import { lineKey } from './identity.ts'
import { weighRow } from './line-change.ts'
import { contentOfRow, LineStore } from './line-store.ts'
import { type ScanOptions, type ScanResult, scanTable } from './scan.ts'
import type { Table } from './table.ts'
import type { TableLayout } from './table-typer.ts'

export interface OrderScanInput {
  db: Db
  table: Table
  sheet: string
  layout: TableLayout
  accounts: AccountBook
  saidAccount: string
  /** Undefined while only the rows can tell: then they are read once more. */
  exportedAtS: number | undefined
  options: ScanOptions
}

/** A row as it would be stored, for people to look at. */
export interface SampledOrder {
  row: number
  index: number
  account: string
  orderId: string
  productId: string
  content: LineContent
}

export interface OrderScan extends ScanResult {
  sums: Partial<Record<OrderStatus, OrderSum>>
  lacking: LackingCounts
  /** `[row, occurrence]` of rows that are not the first of their key. */
  occurrences: [number, number][]
  exportedAtS: number
  periodFrom: string | null
  periodTo: string | null
  sampled: SampledOrder[]
}

const firstRows = 30
const strangeRows = 60
/** Ids that end in zeros by chance are one in ten thousand; a file in which many do has been through a spreadsheet. */
const roundedShare = 0.2

/** Keys of the rows, grown as a file of unknown length is read. */
class KeyList {
  values = new Float64Array(1 << 16)

  set(index: number, key: number): void {
    if (index >= this.values.length) {
      const larger = new Float64Array(this.values.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    this.values[index] = key
  }
}

const noKey = -1

/** One reading of an order list. */
class OrderPass {
  readonly keys = new KeyList()
  readonly sums: Partial<Record<OrderStatus, OrderSum>> = {}
  readonly lacking: LackingCounts = { sale: 0, settledAt: 0 }
  readonly sampled: SampledOrder[] = []
  readonly #input: OrderScanInput
  readonly #store: LineStore
  readonly #decides: boolean
  readonly #refusesRounded: boolean
  earliestS = Number.POSITIVE_INFINITY
  latestPaidS = 0
  latestS = 0
  rounded = 0
  typed = 0
  #strange = 0

  constructor(input: OrderScanInput, store: LineStore, passes: { decides: boolean; refusesRounded: boolean }) {
    this.#input = input
    this.#store = store
    this.#decides = passes.decides
    this.#refusesRounded = passes.refusesRounded
  }

  run(): Promise<ScanResult> {
    const { table, sheet, layout, options } = this.#input
    return scanTable<OrderRow>(table, sheet, layout, (row, line, index) => this.#take(row, line, index), options)
  }

  #take(row: OrderRow, line: number, index: number): ReturnType<Parameters<typeof scanTable<OrderRow>>[3]> {
    if (isRounded(row.orderId) || isRounded(row.productId)) {
      this.rounded += 1
      if (this.#refusesRounded) {
        const field = isRounded(row.orderId) ? 'orderId' : 'productId'
        return { code: 'id-digits-lost', column: headerOf(this.#input.layout, field), value: row[field] }
      }
    }
    this.typed += 1
    const account = this.#accountOf(row)
    const key = lineKey(account.seed, row.orderId, row.productId)
    this.keys.set(index, key)
    addToSums(this.sums, row)
    if (row.status === 'settled' && row.settledAtS === null) this.lacking.settledAt += 1
    if (row.lacksSale && row.status !== 'refunded' && row.status !== 'invalid') this.lacking.sale += 1
    this.#noteMoments(row)
    const decision = this.#decides ? this.#decide(row, account, key, line, 1) : isNew
    this.#sample(row, account, line, index, decision)
    return decision
  }

  #accountOf(row: OrderRow): ImportAccount {
    const account = this.#input.accounts.of(row.account === '' ? this.#input.saidAccount : row.account)
    account.rows += 1
    if (row.accountName !== '') account.name = row.accountName
    return account
  }

  #decide(row: OrderRow, account: ImportAccount, key: number, line: number, occurrence: number): number {
    if (account.id === undefined) return isNew
    const known = this.#store.find(key, account.id, row.orderId, row.productId, occurrence)
    if (known === undefined) return isNew
    const seenAtS = this.#input.exportedAtS ?? 0
    return weighRow(this.#store, known, contentOfRow(row), seenAtS, { statement: 0, row: line }).decision
  }

  #noteMoments(row: OrderRow): void {
    if (row.paidAtS < this.earliestS) this.earliestS = row.paidAtS
    if (row.paidAtS > this.latestPaidS) this.latestPaidS = row.paidAtS
    const latest = Math.max(row.paidAtS, row.receivedAtS ?? 0, row.settledAtS ?? 0, row.refundedAtS ?? 0)
    if (latest > this.latestS) this.latestS = latest
  }

  #sample(row: OrderRow, account: ImportAccount, line: number, index: number, decision: number): void {
    const isStrange = decision === isSuperseding || decision === isSuperseded || decision === isConflict
    if (index >= firstRows && !(isStrange && this.#strange < strangeRows)) return
    if (index >= firstRows) this.#strange += 1
    const { orderId, productId } = row
    this.sampled.push({ row: line, index, account: account.account, orderId, productId, content: contentOfRow(row) })
  }
}

/**
 * Reads an order list and decides on every row, without writing anything. Reads it once when it can; again for rows that
 * share a key, when only the rows tell the export moment, and when a spreadsheet has taken digits from the ids.
 */
export async function scanOrders(input: OrderScanInput): Promise<OrderScan> {
  const store = new LineStore(input.db)
  const hasLines = input.db.prepare('SELECT 1 FROM order_line_keys LIMIT 1').get() !== undefined
  let pass = new OrderPass(input, store, {
    decides: hasLines && input.exportedAtS !== undefined,
    refusesRounded: false,
  })
  let result = await pass.run()
  const refusesRounded = pass.rounded > 0 && pass.rounded >= pass.typed * roundedShare
  let exportedAtS = input.exportedAtS ?? pass.latestS
  if (refusesRounded || (hasLines && input.exportedAtS === undefined)) {
    for (const account of input.accounts.used()) account.rows = 0
    pass = new OrderPass({ ...input, exportedAtS }, store, { decides: hasLines, refusesRounded })
    result = await pass.run()
    exportedAtS = input.exportedAtS ?? pass.latestS
  }
  const occurrences = await settleOccurrences({ ...input, exportedAtS }, store, pass.keys.values, result)
  return {
    ...result,
    sums: pass.sums,
    lacking: pass.lacking,
    occurrences,
    exportedAtS,
    periodFrom: pass.typed === 0 ? null : shanghaiClock(pass.earliestS).slice(0, 10),
    periodTo: pass.typed === 0 ? null : shanghaiClock(pass.latestPaidS).slice(0, 10),
    sampled: pass.sampled,
  }
}

/** The header of the column that a field is read from. */
function headerOf({ preset, headerCells }: TableLayout, field: 'orderId' | 'productId'): string {
  const bound = bindColumns(preset, indexHeader(headerCells), headerCells)
  return bound.find((known) => known.field === field)?.sources[0]?.header ?? ''
}

/** Whether an id is made of more than 15 digits of which all after the fifteenth are 0; cheap for those that are not. */
function isRounded(id: string): boolean {
  return id.length > 15 && id.endsWith('0') && looksRounded(id)
}

function addToSums(sums: Partial<Record<OrderStatus, OrderSum>>, row: OrderRow): void {
  const sum = (sums[row.status] ??= {
    rows: 0,
    saleFen: 0,
    estimatedCommissionFen: 0,
    settledBaseFen: 0,
    commissionFen: 0,
    feeFen: 0,
  })
  sum.rows += 1
  sum.saleFen += row.saleFen ?? 0
  sum.estimatedCommissionFen += row.estimatedCommissionFen ?? 0
  sum.settledBaseFen += row.settledBaseFen ?? 0
  sum.commissionFen += row.commissionFen ?? 0
  sum.feeFen += row.feeFen ?? 0
}

interface SharedKeyRow {
  index: number
  line: number
  key: number
  account: ImportAccount
  orderId: string
  productId: string
  content: LineContent
}

/**
 * Rows with the same natural key in one file are told apart by an occurrence: their rank by payment moment, amounts and
 * line (design.md 'Keys'). Only those rows are looked at again.
 */
async function settleOccurrences(
  input: OrderScanInput,
  store: LineStore,
  keys: Float64Array,
  result: ScanResult,
): Promise<[number, number][]> {
  const shared = findShared(keys, result.decisions.length)
  if (shared.size === 0) return []
  const rows: SharedKeyRow[] = []
  await scanTable<OrderRow>(input.table, input.sheet, input.layout, (row, line, index) => {
    const key = keys[index] ?? noKey
    if (shared.has(key)) {
      const account = input.accounts.of(row.account === '' ? input.saidAccount : row.account)
      const { orderId, productId } = row
      rows.push({ index, line, key, account, orderId, productId, content: contentOfRow(row) })
    }
    return isNew
  })
  const occurrences: [number, number][] = []
  for (const group of groupByIdentity(rows)) {
    for (const [rank, row] of group.toSorted(compareOccurrence).entries()) {
      if (rank > 0) occurrences.push([row.index, rank + 1])
      const { account } = row
      const known =
        account.id === undefined ? undefined : store.find(row.key, account.id, row.orderId, row.productId, rank + 1)
      const place = { statement: 0, row: row.line }
      const decision =
        known === undefined ? isNew : weighRow(store, known, row.content, input.exportedAtS ?? 0, place).decision
      result.decisions.set(row.index, decision)
    }
  }
  return occurrences.toSorted(([a], [b]) => a - b)
}

/** Keys that more than one row has. */
function findShared(keys: Float64Array, rows: number): Set<number> {
  const sorted = keys.slice(0, rows).toSorted()
  const shared = new Set<number>()
  for (let index = 1; index < sorted.length; index += 1) {
    const key = sorted[index] ?? 0
    if (key > 0 && key === sorted[index - 1]) shared.add(key)
  }
  return shared
}

function groupByIdentity(rows: readonly SharedKeyRow[]): SharedKeyRow[][] {
  const groups = new Map<string, SharedKeyRow[]>()
  for (const row of rows) {
    const identity = JSON.stringify([row.account.account, row.orderId, row.productId])
    const group = groups.get(identity)
    if (group === undefined) groups.set(identity, [row])
    else group.push(row)
  }
  return [...groups.values()]
}

function compareOccurrence(a: SharedKeyRow, b: SharedKeyRow): number {
  return (
    a.content.paidAtS - b.content.paidAtS ||
    (a.content.saleFen ?? 0) - (b.content.saleFen ?? 0) ||
    (a.content.estimatedCommissionFen ?? 0) - (b.content.estimatedCommissionFen ?? 0) ||
    (a.content.commissionFen ?? 0) - (b.content.commissionFen ?? 0) ||
    a.line - b.line
  )
}
