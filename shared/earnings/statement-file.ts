import { z } from 'zod'
import { momentSchema, sha256Schema } from '../call.ts'
import { settlementTotals } from './settlement.ts'
import { statementContentSchema, type StatementContent, type StatementItem } from './settlement-shapes.ts'

/** statement.json: a payer's 结算单 for one payee as it is handed over (spec/bundle.md, kind `statement`). Money in fen. */
export const statementFileSchema = z
  .strictObject({
    format: z.literal('boan-statement'),
    version: z.literal(1),
    appVersion: z.string(),
    title: z.string(),
    exportedAt: momentSchema,
    /** The run it was frozen in: number and hash. */
    run: z.strictObject({ number: z.string(), sha256: sha256Schema }),
    /** SHA-256 of `content` as canonical JSON, as frozen. */
    contentSha256: sha256Schema,
    content: statementContentSchema,
    documents: z.array(
      z.strictObject({ kind: z.enum(['statement', 'confirmation']), file: z.string(), sha256: sha256Schema }),
    ),
    /** The order lines behind the figures; null when the ledger has moved on since they were frozen. */
    linesFile: z.string().nullable(),
  })
  // A file whose own figures do not add up is no statement.
  .refine(({ content }) => addsUp(content))

export type StatementFile = z.infer<typeof statementFileSchema>

/** Whether the figures of a statement follow from each other: steps, what is owed and the totals. */
export function addsUp({ items, totals }: StatementContent): boolean {
  const sums = settlementTotals(items)
  const isTotal = (Object.keys(sums) as (keyof typeof sums)[]).every((name) => sums[name] === totals[name])
  return isTotal && items.every(itemAddsUp)
}

function itemAddsUp(item: StatementItem): boolean {
  const { expectedFen, withheldFen, deductedFen, allowedFen, paidFen, outstandingFen, payableFen } = item
  return (
    item.steps.reduce((sum, step) => sum + step.amountFen, 0) === expectedFen &&
    item.deductions.reduce((sum, deduction) => sum + deduction.amountFen, 0) === deductedFen &&
    item.deductions.reduce((sum, deduction) => sum + deduction.allowedFen, 0) === allowedFen &&
    expectedFen - withheldFen - allowedFen - paidFen === outstandingFen &&
    payableFen === Math.max(0, outstandingFen)
  )
}
