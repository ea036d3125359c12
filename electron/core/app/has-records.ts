import type { Db } from '../database/open.ts'

/** Where a person's own records begin: whoever has a row in one of these has started. */
const tables = [
  'agreements',
  'contracts',
  'statements',
  'payments',
  'sessions',
  'income_items',
  'cases',
  'training_records',
  'training_certificates',
]

/** Whether anything of the person's own is recorded and not voided; parties, settings and received bundles are not counted. */
export function hasRecords(db: Db): boolean {
  const any = tables.map((table) => `EXISTS (SELECT 1 FROM ${table} WHERE voided_at IS NULL)`).join(' OR ')
  return db.prepare<[], number>(`SELECT ${any}`).pluck().get() === 1
}
