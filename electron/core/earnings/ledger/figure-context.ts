import { createHash } from 'node:crypto'
import { workingDays, type FigureContext, type WorkingDays } from '../../../../shared/earnings/index.ts'
import { officialCalendar } from '../../../../shared/official-calendar.ts'
import type { Db } from '../../database/open.ts'
import { readLaw } from './rates.ts'

/** The official calendar of all years that are known, as `earnings.compute` takes it. */
export const ledgerCalendar = officialCalendar(1, 9999)

const calendarKey = createHash('sha256').update(JSON.stringify(ledgerCalendar)).digest('hex').slice(0, 16)

let days: WorkingDays | undefined

/** What figures rest on beside an agreement and its facts. `key` changes with it: kept figures are good for one key only. */
export interface LedgerContext extends FigureContext {
  key: string
}

export function readLedgerContext(db: Db): LedgerContext {
  days ??= workingDays(ledgerCalendar)
  const law = readLaw(db)
  return { workingDays: days, law, key: `${calendarKey} ${JSON.stringify(law)}` }
}
