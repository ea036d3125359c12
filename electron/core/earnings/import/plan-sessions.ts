import { shanghaiClock } from '../../../../shared/earnings/statements/cells.ts'
import type { SessionRow } from '../../../../shared/earnings/statements/rows.ts'
import type { Db } from '../../database/open.ts'
import { isRepeated } from './decisions.ts'
import { type ScanOptions, type ScanResult, scanTable } from './scan.ts'
import { SessionStore } from './session-store.ts'
import type { Table } from './table.ts'
import type { TableLayout } from './table-typer.ts'

export interface SampledSession {
  row: number
  decision: number
  account: string
  session: SessionRow
}

export interface SessionScan extends ScanResult {
  sums: { sessions: { rows: number; minutes: number } }
  exportedAtS: number
  periodFrom: string | null
  periodTo: string | null
  sampled: SampledSession[]
  accounts: Map<string, { name: string; rows: number }>
}

const shownSessions = 500

/** Reads a list of live sessions and decides on every row; nothing is written. */
export async function scanSessions(input: {
  db: Db
  table: Table
  sheet: string
  layout: TableLayout
  saidAccount: string
  exportedAtS: number | undefined
  options: ScanOptions
}): Promise<SessionScan> {
  const store = new SessionStore(input.db, input.layout.preset.platform)
  const sessions = { rows: 0, minutes: 0 }
  const sampled: SampledSession[] = []
  const accounts: SessionScan['accounts'] = new Map()
  const seen = new Set<string>()
  let earliestS = Number.POSITIVE_INFINITY
  let latestS = 0
  const result = await scanTable<SessionRow>(
    input.table,
    input.sheet,
    input.layout,
    (row, line) => {
      const account = row.account === '' ? input.saidAccount : row.account
      const known = accounts.get(account) ?? { name: '', rows: 0 }
      accounts.set(account, { name: row.accountName || known.name, rows: known.rows + 1 })
      sessions.rows += 1
      sessions.minutes += Math.floor((row.endAtS - row.startAtS) / 60)
      earliestS = Math.min(earliestS, row.startAtS)
      latestS = Math.max(latestS, row.endAtS)
      const key = `${account}\n${row.startAtS}`
      const decision = seen.has(key) ? isRepeated : store.weigh(row, account)
      seen.add(key)
      if (sampled.length < shownSessions) sampled.push({ row: line, decision, account, session: { ...row } })
      return decision
    },
    input.options,
  )
  return {
    ...result,
    sums: { sessions },
    exportedAtS: input.exportedAtS ?? latestS,
    periodFrom: latestS === 0 ? null : shanghaiClock(earliestS).slice(0, 10),
    periodTo: latestS === 0 ? null : shanghaiClock(latestS).slice(0, 10),
    sampled,
    accounts,
  }
}
