import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { callCore } from '../../../electron/core/core.ts'
import type { PayTerms } from '../../../shared/earnings/index.ts'
import { openTempCore, tempFolder } from '../temp-core.ts'

function baseOf(amountFen: number): PayTerms {
  const due = { dayOfMonth: 15, monthsAfter: 1 }
  return { relation: 'civil', amountsAre: 'gross', cycle: 'month', due, base: { amountFen, per: 'month' } }
}

test('the kept figures follow every change of an agreement', async () => {
  const dataDir = tempFolder()
  const core = openTempCore({ dataDir })
  const payer = await callCore(core, 'parties.save', { kind: 'organisation', name: '播悦传媒' })
  const payee = await callCore(core, 'parties.save', { kind: 'person', name: '林小满', isSelf: true })
  const version = { from: '2026-01-01', terms: baseOf(300_000) }
  const who = { payerId: payer.id, payeeId: payee.id }
  const { id } = await callCore(core, 'contracts.saveAgreement', {
    ...who,
    from: '2026-01-01',
    to: '2026-03-31',
    version,
  })
  const db = new Database(join(dataDir, 'boan.db'), { readonly: true })
  const kept = () =>
    db.prepare('SELECT expected_fen FROM cycle_figures WHERE agreement_id = ? ORDER BY position').pluck().all(id)
  expect(kept()).toEqual([300_000, 300_000, 300_000])
  await callCore(core, 'contracts.addVersion', { agreementId: id, from: '2026-02-01', terms: baseOf(400_000) })
  expect(kept()).toEqual([300_000, 400_000, 400_000])
  await callCore(core, 'contracts.endAgreement', { id, to: '2026-02-28' })
  expect(kept()).toEqual([300_000, 400_000])
  await callCore(core, 'contracts.voidAgreement', { id, reason: '建重了' })
  expect(kept()).toEqual([])
  await callCore(core, 'contracts.restoreAgreement', { id })
  expect(kept()).toEqual([300_000, 400_000])
  db.close()
})
