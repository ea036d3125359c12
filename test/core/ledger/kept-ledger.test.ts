import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../../electron/core/database/open.ts'
import { openLedgerFold, readComputeInput, rebuildAgreement } from '../../../electron/core/earnings/ledger/index.ts'
import { readLedgerView } from '../../../electron/core/earnings/ledger/ledger-view.ts'
import { filterLedger, ledgerAgreements, pageLedger } from '../../../electron/core/earnings/ledger/ledger-rows.ts'
import type { LedgerRow } from '../../../shared/earnings/ledger-shapes.ts'
import { compute, type ComputeInput, type ComputeOutput, type CycleStatus } from '../../../shared/earnings/index.ts'
import { anyInput } from '../../shared/earnings/generate.ts'
import {
  asHanded,
  Ids,
  insertAgreement,
  insertFacts,
  insertLine,
  insertParty,
  keptLedger,
  lineNumber,
  openLedgerDb,
} from './ledger-fixture.ts'

const RUNS = 40

/** Each case is undone, so that one database serves them all. */
function undone(db: Db, run: () => void): void {
  db.exec('BEGIN')
  try {
    run()
  } finally {
    db.exec('ROLLBACK')
  }
}

function computed(input: ComputeInput): ComputeOutput {
  const output = compute(input)
  if ('error' in output) throw new Error(`${output.error.code} at ${output.error.path}`)
  return output
}

/** What the database can hold of a generated input: its own calendar and wages, sessions that exist, one other agreement. */
function fill(db: Db, ids: Ids, input: ComputeInput): void {
  for (const word of ['mcn', 'boss', 'other', 'me']) insertParty(db, ids, word)
  insertAgreement(db, ids, input.agreement)
  insertAgreement(db, ids, { id: 'b', payer: 'boss', from: '2026-01-01', versions: [] })
  for (const line of input.lines ?? []) insertLine(db, line, ids)
  insertFacts(db, ids, input)
}

/** The figures of the agreement in the ledger, in the words of spec/compute.md. */
function ledgerFigures(db: Db, ids: Ids, asOf: string): unknown[] {
  const agreement = readLedgerView(db, asOf).agreements.find(({ id }) => id === ids.of('a'))
  return (agreement?.cycles ?? []).map((figures, at) => {
    const settlement = agreement?.settlements[at]
    return {
      cycle: figures.cycle,
      expectedFen: figures.expectedFen,
      allowedFen: figures.allowedFen,
      withheldFen: figures.withheldFen,
      missing: figures.missing,
      paidFen: settlement?.paidFen,
      outstandingFen: settlement?.outstandingFen,
      status: settlement?.status,
      overdueDays: settlement?.overdueDays,
    }
  })
}

function computedFigures(output: ComputeOutput): unknown[] {
  return output.cycles.map(
    ({ cycle, expectedFen, allowedFen, withheldFen, missing, paidFen, outstandingFen, status, overdueDays }) => ({
      cycle,
      expectedFen,
      allowedFen,
      withheldFen,
      missing,
      paidFen,
      outstandingFen,
      status,
      overdueDays,
    }),
  )
}

describe('the kept ledger', () => {
  it('has the figures that earnings.compute gives for the same agreement', async () => {
    const db = await openLedgerDb()
    fc.assert(
      fc.property(anyInput, (input) =>
        undone(db, () => {
          const ids = new Ids()
          fill(db, ids, input)
          rebuildAgreement(db, ids.of('a'))
          const output = computed(readComputeInput(db, ids.of('a'), input.asOf))
          expect(ledgerFigures(db, ids, input.asOf)).toEqual(computedFigures(output))
        }),
      ),
      { numRuns: RUNS, endOnFailure: true },
    )
  })

  it('updated line by line equals one made anew', async () => {
    const db = await openLedgerDb()
    const moves = fc.array(fc.tuple(fc.nat(13), fc.boolean()), { maxLength: 30 })
    fc.assert(
      fc.property(anyInput, anyInput, moves, (input, other, steps) =>
        undone(db, () => {
          const ids = new Ids()
          fill(db, ids, { ...input, adjustments: [] })
          rebuildAgreement(db, ids.of('a'))
          const lines = [...(input.lines ?? [])]
          const fold = openLedgerFold(db)
          for (const [at, replace] of steps) {
            const before = lines[at]
            const after = replace ? other.lines?.[at] : input.lines?.[at]
            if (before === undefined || after === undefined) continue
            // The natural key names the line: another version of it keeps platform, account, role and order.
            const next = { ...after, platform: before.platform, role: before.role, productId: before.productId }
            fold.line(asHanded(before, ids), asHanded(next, ids), '2026-03-01')
            insertLine(db, next, ids)
            lines[at] = next
          }
          fold.finish()
          const kept = keptLedger(db)
          rebuildAgreement(db, ids.of('a'))
          expect(kept).toEqual(keptLedger(db))
        }),
      ),
      { numRuns: RUNS, endOnFailure: true },
    )
  })

  it('forgets a line that no file holds any more', async () => {
    const db = await openLedgerDb()
    fc.assert(
      fc.property(anyInput, fc.nat(13), (input, at) =>
        undone(db, () => {
          const ids = new Ids()
          fill(db, ids, { ...input, adjustments: [] })
          rebuildAgreement(db, ids.of('a'))
          const line = input.lines?.[at]
          if (line === undefined) return
          const fold = openLedgerFold(db)
          fold.line(asHanded(line, ids), undefined, '2026-03-01')
          db.prepare('UPDATE order_lines SET is_held = 0 WHERE id = ?').run(lineNumber(line.id))
          fold.finish()
          const kept = keptLedger(db)
          rebuildAgreement(db, ids.of('a'))
          expect(kept).toEqual(keptLedger(db))
        }),
      ),
      { numRuns: RUNS, endOnFailure: true },
    )
  })

  it('has totals that equal its rows under any filter, with payments and without', async () => {
    const db = await openLedgerDb()
    const statuses = fc.option(
      fc.subarray<CycleStatus>(['open', 'overpaid', 'settled', 'not-due', 'due-today', 'overdue']),
      { nil: undefined },
    )
    const from = fc.option(fc.constantFrom('2026-01-15', '2026-02-01'), { nil: undefined })
    fc.assert(
      fc.property(anyInput, fc.boolean(), statuses, fc.boolean(), from, (input, isPaid, chosen, owedOnly, fromDate) =>
        undone(db, () => {
          const ids = new Ids()
          fill(db, ids, isPaid ? input : { ...input, payments: [] })
          rebuildAgreement(db, ids.of('a'))
          rebuildAgreement(db, ids.of('b'))
          const filter = {
            ...(chosen === undefined ? {} : { statuses: chosen }),
            ...(fromDate === undefined ? {} : { from: fromDate }),
            ...(owedOnly ? { owedOnly } : {}),
          }
          const { totals, agreements } = pageLedger(db, input.asOf, filter, null, 50)
          const rows = ledgerAgreements(db, filterLedger(db, input.asOf, filter)).flatMap((agreement) => agreement.rows)
          const sum = (of: (row: LedgerRow) => number): number => rows.reduce((total, row) => total + of(row), 0)
          expect(totals).toEqual({
            agreements: agreements.length,
            rows: rows.length,
            expectedFen: sum((row) => row.expectedFen),
            withheldFen: sum((row) => row.withheldFen),
            deductedFen: sum((row) => row.deductedFen),
            allowedFen: sum((row) => row.allowedFen),
            paidFen: sum((row) => row.paidFen),
            outstandingFen: sum((row) => Math.max(0, row.outstandingFen)),
            dueFen: sum((row) => (row.status === 'overdue' || row.status === 'due-today' ? row.outstandingFen : 0)),
            overpaidFen: sum((row) => Math.max(0, -row.outstandingFen)),
          })
        }),
      ),
      { numRuns: RUNS * 2, endOnFailure: true },
    )
  })
})
