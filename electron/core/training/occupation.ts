import { readFileSync } from 'node:fs'
import builtIn from '../../../resources/training/occupation.json' with { type: 'json' }
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import { BoanError } from '../../../shared/errors.ts'
import {
  mergeOccupation,
  type OccupationRow,
  occupationSchema,
  rowsOf,
  weightFaults,
} from '../../../shared/training/occupation.ts'
import type { CallContext } from '../context.ts'
import type { Db } from '../database/open.ts'

/** The schema has no sections or origins but those it names; a slip in the file shows at the first look. */
const shipped = occupationSchema.parse(builtIn)

function ownRows(db: Db): OccupationRow[] {
  return db
    .prepare<[], { data: string }>('SELECT data FROM own_occupation_rows ORDER BY section, id')
    .all()
    .map(({ data }) => JSON.parse(data) as OccupationRow)
}

/** The occupation's data as it holds here. */
export function readOccupation(db: Db): Output<'training.occupation'> {
  const own = ownRows(db)
  const rows = mergeOccupation(shipped.rows, own)
  const ids = new Set(own.map((row) => row.id))
  const { name, code, edition } = shipped
  const replaced = shipped.rows.filter((row) => ids.has(row.id))
  return { name, code, edition, rows, replaced, weightFaults: weightFaults(rows) }
}

/** Keeps a row as the person's own. Throws `training.row-of-other-section`, `training.pass-mark-above-full`. */
export function saveOccupationRow(
  context: CallContext,
  { row }: ParsedInput<'training.saveOccupationRow'>,
): Record<string, never> {
  const known = readOccupation(context.db).rows.find((other) => other.id === row.id)
  if (known !== undefined && known.section !== row.section) throw new BoanError('training.row-of-other-section')
  if (row.section === 'part' && row.passMark > row.fullMark) throw new BoanError('training.pass-mark-above-full')
  writeOwnRow(context, row)
  return {}
}

function writeOwnRow(context: CallContext, row: OccupationRow): void {
  const own: OccupationRow = { ...row, origin: 'own', verified: 'own' }
  context.db
    .prepare(
      `INSERT INTO own_occupation_rows (id, section, data, updated_at) VALUES (@id, @section, @data, @moment)
       ON CONFLICT (id) DO UPDATE SET section = excluded.section, data = excluded.data, updated_at = excluded.updated_at`,
    )
    .run({ id: own.id, section: own.section, data: JSON.stringify(own), moment: context.now() })
}

/** Removes a row of the person's own. Throws `training.row-not-own`. */
export function removeOccupationRow(
  context: CallContext,
  { id }: ParsedInput<'training.removeOccupationRow'>,
): Record<string, never> {
  const { changes } = context.db.prepare('DELETE FROM own_occupation_rows WHERE id = ?').run(id)
  if (changes === 0) throw new BoanError('training.row-not-own')
  return {}
}

/** Puts a weight table in place of the one there is. Throws what `readWeightTable` throws, with the line. */
export async function importWeights(
  context: CallContext,
  { token }: ParsedInput<'training.importWeights'>,
): Promise<Output<'training.importWeights'>> {
  const { readWeightTable } = await import('./weight-table.ts')
  const file = context.intake(token)
  const rows = readWeightTable(readFileSync(file.path), file.name)
  const { db } = context
  for (const { id } of rowsOf(ownRows(db), 'weight')) {
    db.prepare('DELETE FROM own_occupation_rows WHERE id = ?').run(id)
  }
  for (const row of rows) writeOwnRow(context, row)
  return { rows: rows.length }
}
