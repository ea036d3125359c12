import type { Output } from '../../../../shared/contract.ts'
import { compareAge } from '../../../../shared/earnings/statements/versions.ts'
import type { Db } from '../../database/open.ts'
import { LineStore, type LineVersion } from './line-store.ts'
import { momentOf } from './line-view.ts'

type Conflicts = Output<'earnings.listConflicts'>
type Conflict = Conflicts['conflicts'][number]

const pageSize = 200

interface LineName {
  lineId: number
  platform: string
  account: string
}

/** Lines of which two statements, equally new, say different amounts; by id, a page at a time. */
export function listConflicts(db: Db, after: string | null): Conflicts {
  const store = new LineStore(db)
  const files = new Map(
    db
      .prepare<[], { number: number; file: string }>('SELECT number, file_name AS file FROM statements')
      .all()
      .map(({ number, file }) => [number, file]),
  )
  const names = db
    .prepare<[number, number], LineName>(
      `SELECT l.id AS lineId, a.platform, a.account FROM order_lines l JOIN line_accounts a ON a.id = l.account_id
       WHERE l.in_conflict = 1 AND l.is_held = 1 AND l.id > ? ORDER BY l.id LIMIT ?`,
    )
    .all(Number(after ?? 0), pageSize)
  const total = db.prepare('SELECT count(*) FROM order_lines WHERE in_conflict = 1 AND is_held = 1').pluck().get()
  return {
    conflicts: names.flatMap((name) => describeConflict(store, name, files)),
    total: Number(total),
    next: names.length === pageSize ? String(names.at(-1)?.lineId) : null,
  }
}

function describeConflict(store: LineStore, name: LineName, files: Map<number, string>): Conflict[] {
  const line = store.get(name.lineId)
  if (line === undefined) return []
  const versions = store
    .versionsOf(line)
    .filter((version) => version.isHeld && compareAge(version, line.current) === 0)
    .map((version) => describeVersion(version, version.version === line.current.version, files))
  if (versions.length < 2) return []
  const { orderId, productId } = line
  return [{ lineId: String(line.id), platform: name.platform, account: name.account, orderId, productId, versions }]
}

function describeVersion(
  { version, statement, row, seenAtS, content }: LineVersion,
  counts: boolean,
  files: Map<number, string>,
): Conflict['versions'][number] {
  return {
    version,
    counts,
    file: files.get(statement) ?? '',
    row,
    exportedAt: momentOf(seenAtS),
    status: content.status,
    saleFen: content.saleFen ?? 0,
    refundFen: content.refundFen,
    settledBaseFen: content.settledBaseFen,
    estimatedCommissionFen: content.estimatedCommissionFen,
    commissionFen: content.commissionFen,
    feeFen: content.feeFen,
  }
}
