import builtIn from '../../../../resources/rates/lpr-1y.json' with { type: 'json' }
import type { Law, LateInterest, LprEntry, MinimumWage } from '../../../../shared/earnings/index.ts'
import { readSettings } from '../../app/settings.ts'
import type { Db } from '../../database/open.ts'

export interface RateEntry extends LprEntry {
  own: boolean
  source: string
}

export interface WageEntry extends MinimumWage {
  place: string
  own: boolean
  source: string
}

/** The LPR as built in and as the person extended it; an own entry of a day replaces the built-in one. Ascending. */
export function readLpr(db: Db): { entries: RateEntry[]; knownTo: string } {
  const own = db
    .prepare<[], { from: string; ratePpm: number; source: string }>(
      'SELECT from_date AS "from", rate_ppm AS ratePpm, source FROM own_lpr',
    )
    .all()
  const byDay = new Map<string, RateEntry>(
    builtIn.entries.map((entry) => [entry.from, { ...entry, own: false, source: builtIn.source }]),
  )
  for (const entry of own) byDay.set(entry.from, { ...entry, own: true })
  const entries = [...byDay.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const last = entries.at(-1)?.from ?? ''
  return { entries, knownTo: last > builtIn.knownTo ? last : builtIn.knownTo }
}

/** Minimum wages that the person entered, by place and day. */
export function readMinimumWages(db: Db): WageEntry[] {
  return db
    .prepare<[], { place: string; from: string; amountFen: number; source: string }>(
      'SELECT place, from_date AS "from", amount_fen AS amountFen, source FROM own_minimum_wages ORDER BY place, from_date',
    )
    .all()
    .map((entry) => ({ ...entry, own: true }))
}

/** What the law adds under `labour`: the minimum wage of the person's place of work, when it is known. */
export function readLaw(db: Db): Law {
  const { workPlace } = readSettings(db)
  const minimumWage = readMinimumWages(db)
    .filter((entry) => entry.place === workPlace)
    .map(({ from, amountFen }) => ({ from, amountFen }))
  return { minimumWage }
}

/** The statutory late interest that applies where the terms have none (law int-lpr), with the person's multiple. */
export function readOfferedInterest(db: Db): LateInterest {
  return { kind: 'lpr-1y', at: 'breach', multiplePpm: readSettings(db).interestMultiplePpm }
}
