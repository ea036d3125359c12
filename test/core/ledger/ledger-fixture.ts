import type { Db } from '../../../electron/core/database/open.ts'
import { openWriter } from '../../../electron/core/database/open.ts'
import { migrate } from '../../../electron/core/database/migrate.ts'
import { newUuid } from '../../../electron/core/ids.ts'
import { dayOfMoment, type ComputeInput, type FoldableLine, type OrderLine } from '../../../shared/earnings/index.ts'
import { parseMoment } from '../../../shared/calendar.ts'
import { tempFolder } from '../temp-core.ts'

const MOMENT = '2026-01-01T00:00:00.000Z'

/** A real database with all tables, empty. */
export async function openLedgerDb(): Promise<Db> {
  const folder = tempFolder()
  const db = openWriter(folder)
  await migrate(db, folder, () => MOMENT)
  return db
}

/** Uuids for the short ids of generated inputs: the same id for the same word. */
export class Ids {
  readonly #ids = new Map<string, string>()

  of(word: string): string {
    let id = this.#ids.get(word)
    if (id === undefined) {
      id = newUuid(Date.parse(MOMENT) + this.#ids.size)
      this.#ids.set(word, id)
    }
    return id
  }
}

function secondsOf(moment: string): number {
  return Math.floor((parseMoment(moment) ?? 0) / 1000)
}

/** The number of a generated line (`l7` is 8), as its key in order_lines. */
export function lineNumber(id: string): number {
  return Number(id.slice(1)) + 1
}

/** Writes a line as the import would; its key is that of the generated one. */
export function insertLine(db: Db, line: OrderLine, ids: Ids): void {
  db.prepare('INSERT INTO line_accounts (platform, role, account) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
    line.platform,
    line.role,
    line.account,
  )
  db.prepare(
    `INSERT OR REPLACE INTO order_lines (id, account_id, order_id, product_id, occurrence, version, statement, row, seen_at_s, status,
       paid_at_s, settled_at_s, sale_fen, refund_fen, settled_base_fen, estimated_commission_fen, commission_fen, fee_fen,
       shop_id, kind, session_id)
     VALUES (@id, (SELECT id FROM line_accounts WHERE platform = @platform AND role = @role AND account = @account), @orderId,
       @productId, @occurrence, 1, 1, @id, 0, @status, @paidAtS, @settledAtS, @saleFen, @refundFen, @settledBaseFen,
       @estimatedCommissionFen, @commissionFen, @feeFen, @shopId, @kind, @sessionId)`,
  ).run({
    id: lineNumber(line.id),
    platform: line.platform,
    role: line.role,
    account: line.account,
    orderId: line.orderId,
    productId: line.productId,
    occurrence: line.occurrence + 1,
    status: line.status,
    paidAtS: secondsOf(line.paidAt),
    settledAtS: line.settledAt ? secondsOf(line.settledAt) : null,
    saleFen: line.saleFen,
    refundFen: line.refundFen ?? null,
    settledBaseFen: line.settledBaseFen ?? null,
    estimatedCommissionFen: line.estimatedCommissionFen ?? null,
    commissionFen: line.commissionFen ?? null,
    feeFen: line.feeFen ?? null,
    shopId: line.shopId ?? null,
    kind: line.kind ?? null,
    sessionId: line.sessionId ? ids.of(line.sessionId) : null,
  })
}

/** The line as the import hands it to the fold. */
export function asHanded(line: OrderLine, ids: Ids): FoldableLine {
  const { paidAt, settledAt, ...rest } = line
  return {
    ...rest,
    id: String(lineNumber(line.id)),
    occurrence: line.occurrence + 1,
    sessionId: line.sessionId ? ids.of(line.sessionId) : null,
    paidDay: dayOfMoment(paidAt),
    settledDay: settledAt ? dayOfMoment(settledAt) : null,
  }
}

/** Parties of a generated input: payers by their word, and `me`. */
export function insertParty(db: Db, ids: Ids, word: string): void {
  db.prepare(
    `INSERT INTO parties (id, kind, name, created_at, updated_at) VALUES (?, 'person', ?, ?, ?) ON CONFLICT DO NOTHING`,
  ).run(ids.of(word), word, MOMENT, MOMENT)
}

export function insertAgreement(db: Db, ids: Ids, agreement: ComputeInput['agreement'], word = agreement.id): void {
  db.prepare(
    `INSERT INTO agreements (id, title, payer_id, payee_id, from_date, to_date, scope, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ids.of(word),
    word,
    ids.of(agreement.payer),
    ids.of('me'),
    agreement.from,
    agreement.to ?? null,
    JSON.stringify(withoutNulls(agreement.scope ?? {})),
    MOMENT,
  )
  agreement.versions.forEach((version, at) =>
    db
      .prepare(
        `INSERT INTO agreement_versions (id, agreement_id, position, from_date, to_date, terms, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        ids.of(`${word} version ${at}`),
        ids.of(word),
        at + 1,
        version.from,
        version.to ?? null,
        JSON.stringify(version.terms),
        MOMENT,
      ),
  )
}

function withoutNulls(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null))
}

type Row = Record<string, string | number | null>

function insert(db: Db, table: string, row: Row): void {
  const names = Object.keys(row)
  db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`).run(
    row,
  )
}

/** Sessions, income, adjustments, typed facts and payments of a generated input. Cycle ids of sessions become those of their uuids. */
export function insertFacts(db: Db, ids: Ids, input: ComputeInput): void {
  const agreement_id = ids.of(input.agreement.id)
  const cycleOf = (cycle: string): string =>
    cycle.startsWith('session:') ? `session:${ids.of(cycle.slice(8))}` : cycle
  for (const { id, platform, account, start, end, productIds } of input.sessions ?? []) {
    const moments = { start_at: new Date(start).toISOString(), end_at: new Date(end).toISOString() }
    insert(db, 'sessions', { id: ids.of(id), platform, account, ...moments, product_ids: JSON.stringify(productIds) })
  }
  for (const item of input.incomeItems ?? []) {
    const known = input.sessions?.some((session) => session.id === item.sessionId) ?? false
    insert(db, 'income_items', {
      id: ids.of(item.id),
      kind: item.kind,
      date: item.date,
      session_id: known && item.sessionId ? ids.of(item.sessionId) : null,
      platform: item.platform ?? null,
      gross_fen: item.grossFen,
      fee_fen: item.feeFen,
    })
  }
  for (const adjustment of input.adjustments ?? []) {
    insert(db, 'adjustments', {
      id: ids.of(adjustment.id),
      agreement_id,
      line_id: lineNumber(adjustment.lineId),
      date: adjustment.date,
      sale_delta_fen: adjustment.saleDeltaFen,
      net_sale_delta_fen: adjustment.netSaleDeltaFen,
      commission_delta_fen: adjustment.commissionDeltaFen,
      fee_delta_fen: adjustment.feeDeltaFen,
      created_at: MOMENT,
    })
  }
  let count = 0
  const fact = (kind: string, cycle: string, evidenceIds: readonly string[], row: Row): void => {
    count += 1
    const evidence = JSON.stringify(evidenceIds)
    insert(db, 'cycle_facts', {
      id: newUuid(Date.parse(MOMENT) + count),
      agreement_id,
      cycle: cycleOf(cycle),
      kind,
      evidence,
      created_at: MOMENT,
      ...row,
    })
  }
  for (const one of input.cycleTotals ?? []) {
    fact('cycle-total', one.cycle, one.evidenceIds, { amount_fen: one.amountFen, term_id: one.commissionId })
  }
  for (const one of input.costs ?? []) {
    fact('cost', one.cycle, one.evidenceIds, { amount_fen: one.amountFen, term_id: one.costTermId })
  }
  for (const one of input.withholdings ?? []) {
    fact('withholding', one.cycle, one.evidenceIds, { amount_fen: one.amountFen, detail: one.kind })
  }
  for (const one of input.deductions ?? []) {
    const term_id = one.deductionTermId ?? null
    fact('deduction', one.cycle, one.evidenceIds, { amount_fen: one.amountFen, reason: one.reason, term_id })
  }
  for (const one of input.acknowledgements ?? []) fact('acknowledgement', one.cycle, [], { amount_fen: one.amountFen })
  for (const one of input.cycleEvents ?? []) fact('cycle-event', one.cycle, [], { detail: one.kind, date: one.date })
  for (const payment of input.payments ?? []) insertPayment(db, ids, payment, cycleOf)
}

export function insertPayment(
  db: Db,
  ids: Ids,
  payment: NonNullable<ComputeInput['payments']>[number],
  cycleOf: (cycle: string) => string = (cycle) => cycle,
): void {
  insert(db, 'payments', {
    id: ids.of(payment.id),
    date: payment.date,
    kind: payment.kind,
    amount_fen: payment.amountFen,
    payer_id: ids.of(payment.payer),
    on_behalf_of_id: payment.onBehalfOf ? ids.of(payment.onBehalfOf) : null,
    payee_id: ids.of(payment.payee),
    channel: payment.channel,
    reference: payment.reference,
    created_at: MOMENT,
  })
  for (const { agreementId, cycle, amountFen } of payment.allocations) {
    insert(db, 'payment_allocations', {
      payment_id: ids.of(payment.id),
      agreement_id: ids.of(agreementId),
      cycle: cycleOf(cycle),
      amount_fen: amountFen,
    })
  }
}

/** Everything that is kept of the ledger, as plain data: what an incremental update and a rebuild must agree on. */
export function keptLedger(db: Db): unknown {
  const all = (sql: string): unknown[] => db.prepare(sql).all()
  return {
    sums: all('SELECT * FROM cycle_sums ORDER BY agreement_id, cycle'),
    orders: all('SELECT * FROM cycle_orders ORDER BY agreement_id, cycle, order_key'),
    figures: all('SELECT * FROM cycle_figures ORDER BY agreement_id, position'),
    faults: all('SELECT agreement_id, fault FROM ledger_states ORDER BY agreement_id'),
  }
}
