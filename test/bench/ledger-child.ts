import { join } from 'node:path'
import Database from 'better-sqlite3'
import { callCore, type Core, openCore } from '../../electron/core/core.ts'
import { answerParent, median } from './tools.ts'

const { dataDir, secondFile } = JSON.parse(process.argv[2] ?? '{}') as { dataDir: string; secondFile: string }
const asOf = '2026-11-24'

const core = openCore({ dataDir, appVersion: 'bench' })
const agreementIds = await ensureAgreements(core, dataDir)
const ledger = await timeRuns(() => callCore(core, 'earnings.ledger', { asOf }))
const months = await timeRuns(() => callCore(core, 'earnings.months', { asOf }))
const page = await timeRuns(() => callCore(core, 'earnings.lines', { agreementId: agreementIds[3] ?? '' }))
const second = await callCore(core, 'earnings.lines', {})
const nextPage = await timeRuns(() => callCore(core, 'earnings.lines', { after: second.next }))
const payment = await timePayments(core)
const duringImport = await timeDuringImport(core, secondFile)
await core.close()
answerParent({ ledger, months, page, nextPage, payment, duringImport, agreements: agreementIds.length })

/** One agreement with tiers for each account of the imported lines. */
async function ensureAgreements(opened: Core, folder: string): Promise<string[]> {
  const known = await callCore(opened, 'contracts.listAgreements', { onDay: asOf })
  if (known.agreements.length > 0) return known.agreements.map((agreement) => agreement.id)
  const db = new Database(join(folder, 'boan.db'), { readonly: true })
  const accounts = db.prepare<[], { account: string }>('SELECT account FROM line_accounts').all()
  db.close()
  const self = await callCore(opened, 'parties.save', { kind: 'person', name: '林小满', isSelf: true })
  const ids: string[] = []
  for (const [i, { account }] of accounts.entries()) {
    const payer = await callCore(opened, 'parties.save', { kind: 'organisation', name: `付款方 ${i}` })
    const saved = await callCore(opened, 'contracts.saveAgreement', {
      title: account,
      payerId: payer.id,
      payeeId: self.id,
      from: '2024-11-01',
      scope: { accounts: [account] },
      version: {
        from: '2024-11-01',
        terms: {
          relation: 'civil',
          amountsAre: 'gross',
          cycle: 'month',
          due: { dayOfMonth: 15, monthsAfter: 1 },
          commissions: [
            {
              id: 'commission',
              label: '佣金',
              basis: 'net-sale',
              when: 'settled',
              mode: 'marginal',
              tiers: [
                { fromFen: 0, ratePpm: 50_000 },
                { fromFen: 1_000_000, ratePpm: 80_000 },
              ],
              tierOver: 'cycle',
            },
          ],
        },
      },
    })
    ids.push(saved.id)
  }
  return ids
}

/** The middle of nine runs in ms, after one that warms up. */
async function timeRuns(work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let i = 0; i < 9; i++) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  return median(times)
}

/** One payment added and the ledger right again; beside it a commit of the same size, which is the disk's flush. */
async function timePayments(opened: Core): Promise<{ ms: number; flushMs: number }> {
  const parties = await callCore(opened, 'parties.list', {})
  const payer = parties.parties.find((party) => !party.isSelf)
  const payee = parties.parties.find((party) => party.isSelf)
  if (payer === undefined || payee === undefined) throw new Error('no parties')
  const times: number[] = []
  const flushes: number[] = []
  for (let i = 0; i < 9; i++) {
    const started = performance.now()
    await callCore(opened, 'earnings.savePayment', {
      date: '2026-10-20',
      kind: 'pay',
      amountFen: 100_00 + i,
      payerId: payer.id,
      payeeId: payee.id,
      channel: 'bank',
      reference: `bench-${i}`,
      allocations: [],
    })
    await callCore(opened, 'earnings.ledger', { asOf })
    const saved = performance.now()
    await callCore(opened, 'app.saveSettings', { showInterestFirst: i % 2 === 0 })
    times.push(saved - started)
    flushes.push(performance.now() - saved)
  }
  return { ms: median(times), flushMs: median(flushes) }
}

/** The slowest of the queries that were asked one after another while another statement was imported. */
async function timeDuringImport(
  opened: Core,
  file: string,
): Promise<{ worst: number; typical: number; asked: number }> {
  const preview = await callCore(opened, 'earnings.previewStatements', {
    files: [{ file: opened.takeIn({ path: file, name: 'second.csv' }) }],
  })
  const planned = preview.files[0]
  if (planned === undefined || !planned.ok) throw new Error(JSON.stringify(planned))
  const state = { running: true }
  const done = callCore(opened, 'earnings.importStatements', { plans: [{ planId: planned.preview.planId }] }).finally(
    () => {
      state.running = false
    },
  )
  const times: number[] = []
  while (state.running) {
    const started = performance.now()
    await callCore(opened, 'earnings.lines', { agreementId: agreementIds[times.length % agreementIds.length] ?? '' })
    times.push(performance.now() - started)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await done
  return { worst: Math.max(...times), typical: median(times), asked: times.length }
}
