import type { Statement } from 'better-sqlite3'
import { emptyOrderRow, type OrderRow } from '../../../../shared/earnings/statements/rows.ts'
import type { LineContent, VersionClaim } from '../../../../shared/earnings/statements/versions.ts'
import type { Db } from '../../database/open.ts'

/** A line as its table has it, without what the content says. */
export interface LineIdentity {
  id: number
  accountId: number
  orderId: string
  productId: string
  occurrence: number
}

/** Where a version stands: number of the statement, and line of its file or sheet. */
export interface RowPlace {
  statement: number
  row: number
}

export interface LineVersion extends VersionClaim, RowPlace {
  version: number
}

export interface StoredLineState extends LineIdentity {
  inConflict: boolean
  sessionId: string | null
  /** The version that counts, or counted last when none is held. */
  current: LineVersion
}

interface ContentColumns {
  status: LineContent['status']
  paidAtS: number
  receivedAtS: number | null
  settledAtS: number | null
  refundedAtS: number | null
  saleFen: number
  refundFen: number | null
  settledBaseFen: number | null
  ratePpm: number | null
  estimatedCommissionFen: number | null
  commissionFen: number | null
  feeFen: number | null
  agencyShareFen: number | null
  payoutFen: number | null
  shopId: string | null
  kind: 'goods' | 'service' | null
  roomId: string | null
}

interface VersionColumns extends ContentColumns, RowPlace {
  version: number
  isHeld: number
  isChosen: number
  seenAtS: number
}

interface LineColumns extends LineIdentity, Omit<VersionColumns, 'isChosen'> {
  inConflict: number
  sessionId: string | null
}

const contentColumns = [
  'status',
  'paid_at_s',
  'received_at_s',
  'settled_at_s',
  'refunded_at_s',
  'sale_fen',
  'refund_fen',
  'settled_base_fen',
  'rate_ppm',
  'estimated_commission_fen',
  'commission_fen',
  'fee_fen',
  'agency_share_fen',
  'payout_fen',
  'shop_id',
  'kind',
  'room_id',
] as const

/** `paid_at_s` → `paidAtS`. */
function camel(column: string): string {
  return column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** `a_b AS aB` for each column, for a SELECT. */
function selectList(columns: readonly string[]): string {
  return columns.map((column) => `${column} AS ${camel(column)}`).join(', ')
}

type ContentValues = [string, number, number | null, number | null, number | null, number, ...(number | null)[]]

/** Values of `contentColumns`, in their order. */
function contentValues(content: LineContent): (string | number | null)[] {
  const values: ContentValues = [
    content.status,
    content.paidAtS,
    content.receivedAtS,
    content.settledAtS,
    content.refundedAtS,
    content.saleFen ?? 0,
    content.refundFen,
    content.settledBaseFen,
    content.ratePpm,
    content.estimatedCommissionFen,
    content.commissionFen,
    content.feeFen,
    content.agencyShareFen,
    content.payoutFen,
  ]
  return [...values, content.shopId || null, content.goodsKind || null, content.roomId || null]
}

function contentOfColumns(columns: ContentColumns): LineContent {
  return {
    status: columns.status,
    paidAtS: columns.paidAtS,
    receivedAtS: columns.receivedAtS,
    settledAtS: columns.settledAtS,
    refundedAtS: columns.refundedAtS,
    saleFen: columns.saleFen,
    refundFen: columns.refundFen,
    settledBaseFen: columns.settledBaseFen,
    ratePpm: columns.ratePpm,
    estimatedCommissionFen: columns.estimatedCommissionFen,
    commissionFen: columns.commissionFen,
    feeFen: columns.feeFen,
    agencyShareFen: columns.agencyShareFen,
    payoutFen: columns.payoutFen,
    shopId: columns.shopId ?? '',
    goodsKind: columns.kind ?? '',
    roomId: columns.roomId ?? '',
  }
}

/** A copy of what a typed row says, as it is stored. */
export function contentOfRow(row: OrderRow): LineContent {
  return {
    status: row.status,
    paidAtS: row.paidAtS,
    receivedAtS: row.receivedAtS,
    settledAtS: row.settledAtS,
    refundedAtS: row.refundedAtS,
    saleFen: row.saleFen ?? 0,
    refundFen: row.refundFen,
    settledBaseFen: row.settledBaseFen,
    ratePpm: row.ratePpm,
    estimatedCommissionFen: row.estimatedCommissionFen,
    commissionFen: row.commissionFen,
    feeFen: row.feeFen,
    agencyShareFen: row.agencyShareFen,
    payoutFen: row.payoutFen,
    shopId: row.shopId,
    goodsKind: row.goodsKind,
    roomId: row.roomId,
  }
}

export const emptyContent: LineContent = contentOfRow(emptyOrderRow())

const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ')
const assignments = contentColumns.map((column) => `${column} = ?`).join(', ')

/** Order lines and their versions in the database, through statements prepared once. */
export class LineStore {
  readonly #linesOfKey: Statement<[number], { lineId: number }>
  readonly #line: Statement<[number], LineColumns>
  readonly #versions: Statement<[number], VersionColumns>
  readonly #putVersion: Statement
  readonly #updateCurrent: Statement
  readonly #touch: Statement
  readonly #touchVersion: Statement
  readonly #dropVersion: Statement

  constructor(db: Db) {
    const content = selectList(contentColumns)
    this.#linesOfKey = db.prepare('SELECT line_id AS lineId FROM order_line_keys WHERE key = ? ORDER BY line_id')
    this.#line = db.prepare(
      `SELECT id, account_id AS accountId, order_id AS orderId, product_id AS productId, occurrence, is_held AS isHeld,
         in_conflict AS inConflict, version, statement, row, seen_at_s AS seenAtS, session_id AS sessionId, ${content}
       FROM order_lines WHERE id = ?`,
    )
    this.#versions = db.prepare(
      `SELECT version, is_held AS isHeld, is_chosen AS isChosen, seen_at_s AS seenAtS, statement, row, ${content}
       FROM order_line_versions WHERE line_id = ? ORDER BY version`,
    )
    this.#putVersion = db.prepare(
      `INSERT INTO order_line_versions (line_id, version, is_held, is_chosen, seen_at_s, statement, row, ${contentColumns.join(', ')})
       VALUES (${marks(7 + contentColumns.length)})
       ON CONFLICT (line_id, version) DO UPDATE SET is_held = excluded.is_held, is_chosen = excluded.is_chosen,
         seen_at_s = excluded.seen_at_s, statement = excluded.statement, row = excluded.row`,
    )
    this.#updateCurrent = db.prepare(
      `UPDATE order_lines SET is_held = ?, in_conflict = ?, version = ?, statement = ?, row = ?, seen_at_s = ?, ${assignments} WHERE id = ?`,
    )
    this.#touch = db.prepare('UPDATE order_lines SET seen_at_s = ?, statement = ?, row = ? WHERE id = ?')
    this.#touchVersion = db.prepare('UPDATE order_lines SET in_conflict = ? WHERE id = ?')
    this.#dropVersion = db.prepare('DELETE FROM order_line_versions WHERE line_id = ? AND version = ?')
  }

  /** The line with this natural key; `key` is its hash (identity.ts). */
  find(
    key: number,
    accountId: number,
    orderId: string,
    productId: string,
    occurrence: number,
  ): StoredLineState | undefined {
    for (const { lineId } of this.#linesOfKey.all(key)) {
      const line = this.get(lineId)
      if (
        line?.accountId === accountId &&
        line.orderId === orderId &&
        line.productId === productId &&
        line.occurrence === occurrence
      ) {
        return line
      }
    }
    return undefined
  }

  get(lineId: number): StoredLineState | undefined {
    const columns = this.#line.get(lineId)
    if (columns === undefined) return undefined
    return {
      id: columns.id,
      accountId: columns.accountId,
      orderId: columns.orderId,
      productId: columns.productId,
      occurrence: columns.occurrence,
      inConflict: columns.inConflict === 1,
      sessionId: columns.sessionId,
      current: versionOfColumns({ ...columns, isChosen: 0 }),
    }
  }

  /**
   * Every version of a line, the current one among them. A current version that was chosen by the person has an entry in
   * the versions table as well, which says so.
   */
  versionsOf(line: StoredLineState): LineVersion[] {
    const others = this.#versions.all(line.id).map(versionOfColumns)
    const own = others.find(({ version }) => version === line.current.version)
    return [
      { ...line.current, isChosen: own?.isChosen ?? false },
      ...others.filter(({ version }) => version !== line.current.version),
    ]
  }

  putVersion(lineId: number, version: LineVersion): void {
    const { isHeld, isChosen, seenAtS, statement, row } = version
    const head = [lineId, version.version, Number(isHeld), Number(isChosen), seenAtS, statement, row]
    this.#putVersion.run(...head, ...contentValues(version.content))
  }

  dropVersion(lineId: number, version: number): void {
    this.#dropVersion.run(lineId, version)
  }

  /** Makes a version the one that counts (or counted last, when it is not held). */
  setCurrent(lineId: number, current: LineVersion, inConflict: boolean): void {
    const head = [Number(current.isHeld), Number(inConflict), current.version, current.statement, current.row]
    this.#updateCurrent.run(...head, current.seenAtS, ...contentValues(current.content), lineId)
  }

  /** The current version is seen again, in a newer file. */
  touchCurrent(lineId: number, seenAtS: number, place: RowPlace): void {
    this.#touch.run(seenAtS, place.statement, place.row, lineId)
  }

  markConflict(lineId: number, inConflict: boolean): void {
    this.#touchVersion.run(Number(inConflict), lineId)
  }
}

function versionOfColumns(columns: VersionColumns): LineVersion {
  return {
    version: columns.version,
    isHeld: columns.isHeld === 1,
    isChosen: columns.isChosen === 1,
    seenAtS: columns.seenAtS,
    statement: columns.statement,
    row: columns.row,
    content: contentOfColumns(columns),
  }
}
