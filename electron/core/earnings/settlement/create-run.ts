import type { Output, ParsedInput } from '../../../../shared/contract.ts'
import { canonicalJsonOf } from '../../../../shared/canonical-json.ts'
import { isBlocked, runNumber, statementNumber } from '../../../../shared/earnings/settlement.ts'
import {
  blockingWarnings,
  excludedByWarning,
  type SettlementRow,
} from '../../../../shared/earnings/settlement-shapes.ts'
import { BoanError } from '../../../../shared/errors.ts'
import { sha256Text } from '../../audit/journal.ts'
import type { CallContext } from '../../context.ts'
import { getSelfPartyId } from '../../parties/index.ts'
import { settlementRows, stateSha256 } from './preview.ts'
import { countRuns, insertExclusion, insertRun, insertStatement, placeKey } from './run-store.ts'
import { statementContent } from './statement-content.ts'

type Input = ParsedInput<'earnings.createSettlement'>

/**
 * Freezes a month: figures, steps, deductions and what was paid, as the ledger has them on the chosen day, one statement per
 * payee. No figure of the ledger changes. Throws `earnings.no-self-party`, `settlement.stale` (the ledger is no longer what the
 * person looked at), `settlement.not-in-month` and `settlement.nothing-to-settle`.
 */
export function createSettlement(context: CallContext, input: Input): Output<'earnings.createSettlement'> {
  const { db } = context
  const payerId = getSelfPartyId(db)
  if (payerId === null) throw new BoanError('earnings.no-self-party')
  const rows = settlementRows(db, input.month, input.asOf)
  if (stateSha256(rows, input.month, input.asOf) !== input.stateSha256) throw new BoanError('settlement.stale')
  const { settled, excluded } = divide(rows, input.excluded)
  const id = context.newId()
  const number = runNumber(input.month, countRuns(db, input.month) + 1)
  const statements = freezeStatements(context, { ...input, number, payerId }, settled)
  const sha256 = sha256Text(statements.map((statement) => `${statement.sha256}\n`).join(''))
  insertRun(db, {
    id,
    number,
    month: input.month,
    asOf: input.asOf,
    payerId,
    note: input.note.trim(),
    sha256,
    createdAt: context.now(),
    voidedAt: null,
    voidReason: null,
  })
  for (const { items, ...statement } of statements) insertStatement(db, { ...statement, runId: id }, items)
  for (const { row, reason } of excluded) insertExclusion(db, id, row, reason)
  context.subject(id, payerId, ...new Set(settled.map(({ agreementId }) => agreementId)))
  context.changed({ run: number, sha256 })
  return { id, number, sha256 }
}

interface Divided {
  settled: SettlementRow[]
  excluded: { row: SettlementRow; reason: string }[]
}

/** What is settled, and what is left out: by the person, with their reason, or because it cannot be settled. */
function divide(rows: readonly SettlementRow[], asked: Input['excluded']): Divided {
  const reasons = new Map(asked.map((one) => [placeKey(one), one.reason]))
  const known = new Set(rows.map(placeKey))
  const stranger = asked.find((one) => !known.has(placeKey(one)))
  if (stranger !== undefined) throw new BoanError('settlement.not-in-month', { cycle: stranger.cycle })
  const excluded = rows.flatMap((row) => {
    const blocking = row.warnings.find((warning) => blockingWarnings.includes(warning))
    const reason =
      reasons.get(placeKey(row)) ?? (blocking === undefined ? undefined : `${excludedByWarning}${blocking}`)
    return reason === undefined ? [] : [{ row, reason }]
  })
  const settled = rows.filter((row) => !isBlocked(row) && !reasons.has(placeKey(row)))
  if (settled.length === 0) throw new BoanError('settlement.nothing-to-settle')
  return { settled, excluded }
}

function freezeStatements(
  context: CallContext,
  run: { number: string; month: string; asOf: string; payerId: string },
  settled: readonly SettlementRow[],
) {
  const byPayee = [...Map.groupBy(settled, ({ payee }) => payee.id)]
  return byPayee.map(([payeeId, rows], at) => {
    context.throwIfCancelled()
    context.progress({ done: at, total: byPayee.length, label: 'settlement:progress.freezing' })
    const number = statementNumber(run.number, at + 1)
    const frame = { ...run, number, payeeName: rows[0]?.payee.name ?? '' }
    const frozen = statementContent(context.db, frame, rows)
    const content = canonicalJsonOf(frozen)
    return {
      id: context.newId(),
      position: at + 1,
      number,
      payeeId,
      payableFen: frozen.totals.payableFen,
      content,
      sha256: sha256Text(content),
      items: frozen.items,
    }
  })
}
