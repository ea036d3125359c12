import { type ComputeInput, dayOfMoment, type IncomeItem, makePlan, type Plan } from '../../../shared/earnings/index.ts'
import type { Db } from '../database/open.ts'
import { evidenceOfAcknowledgements, evidenceOfPayments, lineSourcesOf, readComputeInput } from '../earnings/index.ts'

/** A statement whose lines an agreement counts, as a case needs it. */
export interface StatementRecord {
  id: string
  file: string
  sha256: string
  preset: string
  platform: string
  role: string
  exportedAt: string | null
  importedAt: string
  rows: number
}

/** What the ledger knows of one agreement beyond the input of a computation. */
export interface AgreementLedger {
  /** The whole input of `earnings.compute`: every line and fact, from the agreement's first day to the chosen one. */
  input: ComputeInput
  /** Line id → statement id, sheet, row. */
  lineSources: Record<string, [string, string, number]>
  statements: StatementRecord[]
  evidenceOfPayments: Map<string, string[]>
  /** By cycle. */
  evidenceOfAcknowledgements: Map<string, string[]>
}

/**
 * One agreement whole, as the ledger has it, from one state of the database; two reads of a state are equal to the byte. Lines and
 * income outside its scope or its time stay out: they are of other relations and nobody's business. Throws
 * `earnings.agreement-not-found`.
 */
export function readAgreementLedger(db: Db, agreementId: string, asOf: string): AgreementLedger {
  const input = readComputeInput(db, agreementId, asOf)
  const plan = makePlan(input.agreement, input.sessions ?? [])
  const lines = (input.lines ?? []).filter(
    (line) => plan.matchesLine(line) && (plan.kind === 'session' || plan.isInForce(dayOfMoment(line.paidAt))),
  )
  const kept = new Set(lines.map((line) => line.id))
  const places = lineSourcesOf(db, agreementId)
  const lineSources = lines.flatMap(({ id }): [string, Place][] => {
    const place = places.get(id)
    return place === undefined ? [] : [[id, place]]
  })
  return {
    input: {
      ...input,
      lines,
      adjustments: (input.adjustments ?? []).filter((adjustment) => kept.has(adjustment.lineId)),
      incomeItems: (input.incomeItems ?? []).filter((item) => isOfScope(plan, input, item)),
    },
    lineSources: Object.fromEntries(lineSources),
    statements: readStatements(db, new Set(lineSources.map(([, [statementId]]) => statementId))),
    evidenceOfPayments: evidenceOfPayments(
      db,
      (input.payments ?? []).map((payment) => payment.id),
    ),
    evidenceOfAcknowledgements: evidenceOfAcknowledgements(db, agreementId),
  }
}

type Place = AgreementLedger['lineSources'][string]

/** An item without a platform has that of its session (spec/compute.md C5). */
function isOfScope(plan: Plan, { sessions }: ComputeInput, item: IncomeItem): boolean {
  const session = sessions?.find(({ id }) => id === item.sessionId)
  return plan.matchesPlatform(item.platform ?? session?.platform)
}

/** The statements with these ids whose files were kept, oldest import first. */
function readStatements(db: Db, ids: ReadonlySet<string>): StatementRecord[] {
  return db
    .prepare<[string], Omit<StatementRecord, 'exportedAt' | 'role'> & { exportedAtS: number; role: string | null }>(
      `SELECT id, file_name AS file, sha256, preset, platform, role, exported_at_s AS exportedAtS, imported_at AS importedAt, rows
       FROM statements WHERE is_kept = 1 AND id IN (SELECT value FROM json_each(?)) ORDER BY number`,
    )
    .all(JSON.stringify([...ids]))
    .map(({ exportedAtS, role, ...row }) => ({
      ...row,
      role: role ?? '',
      exportedAt: new Date(exportedAtS * 1000).toISOString(),
    }))
}
