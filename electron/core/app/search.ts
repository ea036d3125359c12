import type { Output } from '../../../shared/contract.ts'
import type { Db } from '../database/open.ts'

type Hit = Output<'app.search'>['hits'][number]

const limitPerKind = 8

/** Where a text may stand, one statement a kind; a statement's columns are id, title, detail. */
const sources: { kind: Hit['kind']; sql: string }[] = [
  {
    kind: 'party',
    sql: `SELECT id, name AS title, also_known_as AS detail FROM parties
          WHERE voided_at IS NULL AND (name LIKE @like ESCAPE '\\' OR also_known_as LIKE @like ESCAPE '\\') ORDER BY name LIMIT @limit`,
  },
  {
    kind: 'agreement',
    sql: `SELECT agreements.id, title, parties.name AS detail FROM agreements JOIN parties ON parties.id = payer_id
          WHERE agreements.voided_at IS NULL AND title LIKE @like ESCAPE '\\' ORDER BY from_date DESC LIMIT @limit`,
  },
  {
    kind: 'contract',
    sql: `SELECT id, title, coalesce(number, payee_name) AS detail FROM contracts
          WHERE voided_at IS NULL AND (title LIKE @like ESCAPE '\\' OR number LIKE @like ESCAPE '\\'
            OR payer_name LIKE @like ESCAPE '\\' OR payee_name LIKE @like ESCAPE '\\')
          ORDER BY updated_at DESC LIMIT @limit`,
  },
  {
    kind: 'case',
    sql: `SELECT id, title, number AS detail FROM cases
          WHERE voided_at IS NULL AND (title LIKE @like ESCAPE '\\' OR number LIKE @like ESCAPE '\\') ORDER BY id DESC LIMIT @limit`,
  },
]

/** Finds things by any part of their name or number, one character included. */
export function search(db: Db, text: string): Hit[] {
  const like = `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return sources.flatMap(({ kind, sql }) =>
    db
      .prepare<{ like: string; limit: number }, Omit<Hit, 'kind'>>(sql)
      .all({ like, limit: limitPerKind })
      .map((row) => ({ kind, ...row })),
  )
}
