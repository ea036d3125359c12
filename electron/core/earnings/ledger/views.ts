import {
  noDeltas,
  type Adjustment,
  type Deltas,
  type FoldableLine,
  type LineStatus,
} from '../../../../shared/earnings/index.ts'
import { sumFen } from '../../../../shared/earnings/index.ts'
import type { Db } from '../../database/open.ts'

/** How agreements see lines of confirmed cycles: rows of held_lines and adjustments. */
interface HeldRow {
  status: LineStatus
  paidDay: number
  settledDay: number | null
  saleFen: number
  refundFen: number | null
  settledBaseFen: number | null
  estimatedCommissionFen: number | null
  commissionFen: number | null
  feeFen: number | null
}

const heldColumns = `status, paid_day AS paidDay, settled_day AS settledDay, sale_fen AS saleFen, refund_fen AS refundFen,
  settled_base_fen AS settledBaseFen, estimated_commission_fen AS estimatedCommissionFen, commission_fen AS commissionFen,
  fee_fen AS feeFen`

/** What an agreement holds of its lines, by line id. */
export function listHeldLines(db: Db, agreementId: string): Map<string, HeldRow> {
  return new Map(
    db
      .prepare<[string], HeldRow & { lineId: number }>(
        `SELECT line_id AS lineId, ${heldColumns} FROM held_lines WHERE agreement_id = ?`,
      )
      .all(agreementId)
      .map(({ lineId, ...held }) => [String(lineId), held]),
  )
}

/** What an agreement holds of one line. */
export function findHeldLine(db: Db, agreementId: string, lineId: string): HeldRow | undefined {
  return db
    .prepare<[string, number], HeldRow>(`SELECT ${heldColumns} FROM held_lines WHERE agreement_id = ? AND line_id = ?`)
    .get(agreementId, Number(lineId))
}

export function writeHeldLine(db: Db, agreementId: string, line: FoldableLine): void {
  db.prepare(
    `INSERT INTO held_lines (agreement_id, line_id, status, paid_day, settled_day, sale_fen, refund_fen, settled_base_fen,
       estimated_commission_fen, commission_fen, fee_fen)
     VALUES (@agreementId, @lineId, @status, @paidDay, @settledDay, @saleFen, @refundFen, @settledBaseFen,
       @estimatedCommissionFen, @commissionFen, @feeFen)
     ON CONFLICT DO UPDATE SET status = excluded.status, paid_day = excluded.paid_day, settled_day = excluded.settled_day,
       sale_fen = excluded.sale_fen, refund_fen = excluded.refund_fen, settled_base_fen = excluded.settled_base_fen,
       estimated_commission_fen = excluded.estimated_commission_fen, commission_fen = excluded.commission_fen,
       fee_fen = excluded.fee_fen`,
  ).run({
    agreementId,
    lineId: Number(line.id),
    status: line.status,
    paidDay: line.paidDay,
    settledDay: line.settledDay,
    saleFen: line.saleFen,
    refundFen: line.refundFen ?? null,
    settledBaseFen: line.settledBaseFen ?? null,
    estimatedCommissionFen: line.estimatedCommissionFen ?? null,
    commissionFen: line.commissionFen ?? null,
    feeFen: line.feeFen ?? null,
  })
}

export function dropHeldLine(db: Db, agreementId: string, lineId: string): void {
  db.prepare('DELETE FROM held_lines WHERE agreement_id = ? AND line_id = ?').run(agreementId, Number(lineId))
}

interface AdjustmentRow extends Omit<Adjustment, 'lineId'> {
  lineId: number
}

const adjustmentSql = `SELECT id, line_id AS lineId, date, sale_delta_fen AS saleDeltaFen, net_sale_delta_fen AS netSaleDeltaFen,
  commission_delta_fen AS commissionDeltaFen, fee_delta_fen AS feeDeltaFen FROM adjustments WHERE voided_at IS NULL`

function toAdjustment(row: AdjustmentRow): Adjustment {
  return { ...row, lineId: String(row.lineId) }
}

/** The adjustments of an agreement that count, by id. */
export function listAdjustments(db: Db, agreementId: string): Adjustment[] {
  return db
    .prepare<[string], AdjustmentRow>(`${adjustmentSql} AND agreement_id = ? ORDER BY id`)
    .all(agreementId)
    .map(toAdjustment)
}

/** Those of one line. */
export function adjustmentsOfLine(db: Db, agreementId: string, lineId: string): Adjustment[] {
  return db
    .prepare<[string, number], AdjustmentRow>(`${adjustmentSql} AND agreement_id = ? AND line_id = ? ORDER BY id`)
    .all(agreementId, Number(lineId))
    .map(toAdjustment)
}

export function insertAdjustment(db: Db, agreementId: string, adjustment: Adjustment, moment: string): void {
  db.prepare(
    `INSERT INTO adjustments (id, agreement_id, line_id, date, sale_delta_fen, net_sale_delta_fen, commission_delta_fen,
       fee_delta_fen, created_at)
     VALUES (@id, @agreementId, @lineId, @date, @saleDeltaFen, @netSaleDeltaFen, @commissionDeltaFen, @feeDeltaFen, @moment)`,
  ).run({ ...adjustment, agreementId, lineId: Number(adjustment.lineId), moment })
}

/** Takes the adjustments of a line out of the figures: its cycles are no longer confirmed. */
export function voidAdjustments(db: Db, agreementId: string, lineId: string, moment: string, reason: string): void {
  db.prepare(
    `UPDATE adjustments SET voided_at = ?, void_reason = ? WHERE agreement_id = ? AND line_id = ? AND voided_at IS NULL`,
  ).run(moment, reason, agreementId, Number(lineId))
}

/** What adjustments come to together. */
export function sumDeltas(adjustments: readonly Deltas[]): Deltas {
  if (adjustments.length === 0) return noDeltas
  return {
    saleDeltaFen: sumFen(adjustments.map((one) => one.saleDeltaFen)),
    netSaleDeltaFen: sumFen(adjustments.map((one) => one.netSaleDeltaFen)),
    commissionDeltaFen: sumFen(adjustments.map((one) => one.commissionDeltaFen)),
    feeDeltaFen: sumFen(adjustments.map((one) => one.feeDeltaFen)),
  }
}

/** The cycles of an agreement that the person has confirmed, each with when. */
export function listConfirmations(db: Db, agreementId: string): Map<string, string> {
  return new Map(
    db
      .prepare<[string], { cycle: string; confirmedAt: string }>(
        'SELECT cycle, confirmed_at AS confirmedAt FROM cycle_confirmations WHERE agreement_id = ?',
      )
      .all(agreementId)
      .map(({ cycle, confirmedAt }) => [cycle, confirmedAt]),
  )
}
