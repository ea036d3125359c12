import { toDayNumber } from '../../../../shared/calendar.ts'
import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import type { Db } from '../../database/open.ts'
import { checkDate } from './ledger-rows.ts'
import { listLineAccounts, momentOfSeconds, secondsOfDay } from './line-source.ts'
import { readLpr, readMinimumWages } from './rates.ts'
import { refigureAll } from './ledger-fold.ts'

type Session = Output<'earnings.listSessions'>['sessions'][number]

/** Orders are given to a stream by its room or within hours of it; counting looks no further than this. */
const LINK_DAYS = 40

/** `earnings.listSessions`: live sessions of a period by start, each with how many lines it takes. */
export function querySessions(db: Db, input: ParsedInput<'earnings.listSessions'>): Output<'earnings.listSessions'> {
  checkDate(input.from)
  checkDate(input.to)
  const rows = db
    .prepare<[string, string, number], Omit<Session, 'productIds' | 'lines'> & { productIds: string }>(
      `SELECT id, start_at AS start, end_at AS "end", platform, account, product_ids AS productIds, voided_at AS voidedAt
       FROM sessions WHERE start_at >= ? AND start_at < ? AND (? = 1 OR voided_at IS NULL) ORDER BY start_at, id`,
    )
    .all(
      momentOfSeconds(secondsOfDay(toDayNumber(input.from))),
      momentOfSeconds(secondsOfDay(toDayNumber(input.to) + 1)),
      input.withVoided ? 1 : 0,
    )
  const accounts = listLineAccounts(db)
  const count = db
    .prepare<[number, number, number, string], number>(
      `SELECT count(*) FROM order_lines WHERE account_id = ? AND is_held = 1 AND paid_at_s BETWEEN ? AND ? AND session_id = ?`,
    )
    .pluck()
  const linesOf = ({ id, platform, account, start, end }: (typeof rows)[number]): number => {
    const span = LINK_DAYS * 86_400
    const own = accounts.filter((one) => one.platform === platform && one.account === account)
    const fromS = Date.parse(start) / 1000 - span
    const toS = Date.parse(end) / 1000 + span
    return own.reduce((sum, one) => sum + (count.get(one.id, fromS, toS, id) ?? 0), 0)
  }
  return {
    sessions: rows.map((row) => ({
      ...row,
      productIds: JSON.parse(row.productIds) as string[],
      lines: linesOf(row),
    })),
  }
}

/** `earnings.listIncomeItems`: gifts, ads and other income of a period by date. */
export function queryIncomeItems(
  db: Db,
  input: ParsedInput<'earnings.listIncomeItems'>,
): Output<'earnings.listIncomeItems'> {
  checkDate(input.from)
  checkDate(input.to)
  const items = db
    .prepare<[string, string, number], Output<'earnings.listIncomeItems'>['items'][number]>(
      `SELECT id, kind, date, session_id AS sessionId, platform, gross_fen AS grossFen, fee_fen AS feeFen,
         voided_at AS voidedAt
       FROM income_items WHERE date >= ? AND date <= ? AND (? = 1 OR voided_at IS NULL) ORDER BY date, id`,
    )
    .all(input.from, input.to, input.withVoided ? 1 : 0)
  return { items }
}

/** `earnings.rates`: the LPR and minimum wages, built in and own. */
export function queryRates(db: Db): Output<'earnings.rates'> {
  const { entries, knownTo } = readLpr(db)
  return { lpr: entries, lprKnownTo: knownTo, minimumWages: readMinimumWages(db) }
}

/** `earnings.saveRate`: adds or removes the person's own entry. A minimum wage moves limits of deductions everywhere. */
export function saveRate(db: Db, input: ParsedInput<'earnings.saveRate'>): Record<string, never> {
  checkDate(input.from)
  if (input.kind === 'lpr') {
    db.prepare('DELETE FROM own_lpr WHERE from_date = ?').run(input.from)
    if (input.ratePpm !== null) {
      db.prepare('INSERT INTO own_lpr (from_date, rate_ppm, source) VALUES (?, ?, ?)').run(
        input.from,
        input.ratePpm,
        input.source,
      )
    }
    return {}
  }
  db.prepare('DELETE FROM own_minimum_wages WHERE place = ? AND from_date = ?').run(input.place, input.from)
  if (input.amountFen !== null) {
    db.prepare('INSERT INTO own_minimum_wages (place, from_date, amount_fen, source) VALUES (?, ?, ?, ?)').run(
      input.place,
      input.from,
      input.amountFen,
      input.source,
    )
  }
  refigureAll(db)
  return {}
}
