import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openBundle, readBundleFile } from '../../../electron/core/bundles/read-bundle.ts'
import { resolveOutgoing } from '../../../electron/core/exchange.ts'
import type { OutgoingFile } from '../../../shared/call.ts'
import { addsUp, statementFileSchema } from '../../../shared/earnings/statement-file.ts'
import { type Desk, openDesk } from '../disputes/harness.ts'
import { openWorkedExample } from '../disputes/worked-example.ts'
import { tempFolder } from '../temp-core.ts'
import { agencyName, agree, openAgency, settleAugust, total } from './agency.ts'

const asOf = '2026-09-03'

interface StreamerFolder {
  desk: Desk
  agreementId: string
}

/** A streamer's own folder, with the basis of August as they know it. */
async function openStreamer(basisFen: number, names: { payee?: string; payer?: string } = {}): Promise<StreamerFolder> {
  const desk = await openDesk(asOf)
  const self = await desk.call('parties.save', { kind: 'person', name: names.payee ?? '主播01', isSelf: true })
  const payer = await desk.call('parties.save', { kind: 'organisation', name: names.payer ?? agencyName })
  const agreementId = await agree(desk, payer.id, self.id, '我和云播')
  await total(desk, agreementId, '2026-08', basisFen)
  return { desk, agreementId }
}

function bytesOf(desk: Desk, file: OutgoingFile): Buffer {
  return readFileSync(resolveOutgoing(desk.dataDir, file.token).path)
}

/** The statement of the first streamer as the agency hands it over. */
async function handOver(agency: Desk, runId: string): Promise<Buffer> {
  const { statements } = await agency.call('earnings.settlement', { id: runId })
  const made = await agency.call('earnings.exportStatements', { runId, statementIds: [statements[0]?.id ?? ''] })
  return bytesOf(agency, made.file)
}

async function receive({ desk }: StreamerFolder, bytes: Buffer) {
  return desk.call('bundles.open', { token: desk.give('statement.boan', bytes) })
}

test('an agency’s statement is opened by the streamer, compared, and becomes the acknowledged amount with the file as evidence', async () => {
  const { desk: agency } = await openAgency(2)
  const bytes = await handOver(agency, await settleAugust(agency))
  const streamer = await openStreamer(12_000_000)
  const opened = await receive(streamer, bytes)
  expect(opened.verification).toMatchObject({ ok: true, kind: 'statement', sender: agencyName })
  expect(opened.content).toMatchObject({ kind: 'statement', data: { content: { payee: { name: '主播01' } } } })
  const compared = await streamer.desk.call('earnings.compareStatement', { bundleId: opened.id, asOf })
  // 12 % more sold by the streamer's own records: 8 % of 20 000.00.
  expect(compared).toMatchObject({
    problem: null,
    items: [{ cycle: '2026-08', shortFen: 160_000, taken: false, mine: { expectedFen: 1_260_000 } }],
  })
  const items = [{ index: 0, agreementId: streamer.agreementId, cycle: '2026-08' }]
  const { evidenceId } = await streamer.desk.call('earnings.takeStatement', { bundleId: opened.id, items })
  const { row } = await streamer.desk.call('earnings.cycle', {
    agreementId: streamer.agreementId,
    cycle: '2026-08',
    asOf,
  })
  expect(row).toMatchObject({ acknowledgedFen: 1_100_000, underCountedFen: 160_000, expectedFen: 1_260_000 })
  const { evidence } = await streamer.desk.call('disputes.listEvidence', { ids: [evidenceId] })
  expect(evidence).toEqual([expect.objectContaining({ kind: 'statement', sha256: opened.id })])
  const again = await streamer.desk.call('earnings.compareStatement', { bundleId: opened.id, asOf })
  expect(again.items[0]?.taken).toBe(true)
  // Nothing of the sender's entered beside it.
  expect((await streamer.desk.call('parties.list', {})).parties).toHaveLength(2)
  expect((await streamer.desk.call('earnings.listPayments', { asOf })).payments).toEqual([])
})

test('a statement about somebody else, or from nobody who pays this person, is refused', async () => {
  const { desk: agency } = await openAgency(1)
  const bytes = await handOver(agency, await settleAugust(agency))
  for (const [names, problem] of [
    [{ payee: '李四' }, 'other-payee'],
    [{ payer: '别家文化传媒有限公司' }, 'unknown-payer'],
  ] as const) {
    const streamer = await openStreamer(1, names)
    const { id } = await receive(streamer, bytes)
    expect(await streamer.desk.call('earnings.compareStatement', { bundleId: id, asOf })).toMatchObject({ problem })
    const items = [{ index: 0, agreementId: streamer.agreementId, cycle: '2026-08' }]
    await expect(streamer.desk.call('earnings.takeStatement', { bundleId: id, items })).rejects.toMatchObject({
      code: `settlement.${problem}`,
    })
    const cycle = { agreementId: streamer.agreementId, cycle: '2026-08', asOf }
    expect((await streamer.desk.call('earnings.cycle', cycle)).row.acknowledgedFen).toBeNull()
  }
})

test('a statement that was changed on the way is shown and not taken', async () => {
  const { desk: agency } = await openAgency(1)
  const bytes = await handOver(agency, await settleAugust(agency))
  const streamer = await openStreamer(1)
  const changed = Buffer.from(bytes)
  // One byte of a stored paper: the zip still opens, the manifest no longer holds.
  const at = changed.indexOf('%PDF-')
  changed.writeUInt8(changed.readUInt8(at + 7) ^ 1, at + 7)
  const opened = await receive(streamer, changed)
  expect(opened.verification.ok).toBe(false)
  const items = [{ index: 0, agreementId: streamer.agreementId, cycle: '2026-08' }]
  await expect(streamer.desk.call('earnings.takeStatement', { bundleId: opened.id, items })).rejects.toMatchObject({
    code: 'bundles.not-whole',
  })
})

test('a cycle that the chosen agreement does not have is not acknowledged', async () => {
  const { desk: agency } = await openAgency(1)
  const bytes = await handOver(agency, await settleAugust(agency))
  const streamer = await openStreamer(1)
  const { id } = await receive(streamer, bytes)
  for (const [item, code] of [
    [{ index: 0, agreementId: streamer.agreementId, cycle: '2026-09' }, 'settlement.other-cycle'],
    [{ index: 7, agreementId: streamer.agreementId, cycle: '2026-08' }, 'settlement.no-such-item'],
  ] as const) {
    const taking = streamer.desk.call('earnings.takeStatement', { bundleId: id, items: [item] })
    await expect(taking).rejects.toMatchObject({ code })
  }
})

test('all statements of a run come in one zip, and one of them twice is the same to the byte', async () => {
  const { desk: agency } = await openAgency(3)
  const runId = await settleAugust(agency)
  const moment = '2026-09-03T00:00:00.000Z'
  const all = await agency.call('earnings.exportStatements', { runId, moment })
  expect(all).toMatchObject({ statements: 3, file: { name: expect.stringMatching(/\.zip$/) } })
  await agency.call('earnings.noteStatements', { runId, statements: 3, moment, fingerprint: all.fingerprint })
  const { statements } = await agency.call('earnings.settlement', { id: runId })
  const hashes = []
  for (let time = 0; time < 2; time += 1) {
    const one = await agency.call('earnings.exportStatements', {
      runId,
      moment,
      statementIds: [statements[1]?.id ?? ''],
    })
    hashes.push(createHash('sha256').update(bytesOf(agency, one.file)).digest('hex'))
  }
  expect(hashes[0]).toBe(hashes[1])
})

test('the order lines behind the figures go along as a table, with their sums in the statement', async () => {
  const { desk, payerId } = await openWorkedExample()
  await desk.call('parties.save', { id: payerId, isSelf: true })
  const month = { month: '2026-03', asOf: '2026-05-15' }
  const { stateSha256 } = await desk.call('earnings.previewSettlement', month)
  const { id: runId } = await desk.call('earnings.createSettlement', { ...month, stateSha256 })
  const made = await desk.call('earnings.exportStatements', { runId })
  const bundle = openBundle(resolveOutgoing(desk.dataDir, made.file.token).path)
  try {
    const read = async (path: string): Promise<string> =>
      (await readBundleFile(bundle, `data/${path}`, 1e6)).toString('utf8')
    const table = await read('ledger/lines.csv')
    expect(table).toContain('6958943977812624659')
    expect(table).toContain('180000.00')
    const { content } = statementFileSchema.parse(JSON.parse(await read('statement.json')))
    expect(content.items[0]).toMatchObject({
      expectedFen: 1_582_346,
      deductedFen: 100_000,
      allowedFen: 0,
      paidFen: 1_000_000,
      payableFen: 582_346,
      lines: { count: 1, saleFen: 18_000_000, refundFen: 2_345_678 },
    })
    expect(addsUp(content)).toBe(true)
    expect(addsUp({ ...content, totals: { ...content.totals, payableFen: 1 } })).toBe(false)
  } finally {
    bundle.close()
  }
})

test('order lines go along only while they still give the frozen figures', async () => {
  const { desk: agency, streamers } = await openAgency(1)
  const runId = await settleAugust(agency)
  const contentOf = async (): Promise<{ linesFile: string | null; readMe: string }> => {
    const path = join(tempFolder(), 's.boan')
    const { statements } = await agency.call('earnings.settlement', { id: runId })
    const made = await agency.call('earnings.exportStatements', { runId, statementIds: [statements[0]?.id ?? ''] })
    copyFileSync(resolveOutgoing(agency.dataDir, made.file.token).path, path)
    const bundle = openBundle(path)
    try {
      const text = await readBundleFile(bundle, 'data/statement.json', 1e6)
      const readMe = await readBundleFile(bundle, 'data/READ-ME-FIRST.html', 1e6)
      return { ...(JSON.parse(text.toString('utf8')) as { linesFile: string | null }), readMe: readMe.toString('utf8') }
    } finally {
      bundle.close()
    }
  }
  const first = await contentOf()
  expect(first.linesFile).toBe('ledger/lines.csv')
  expect(first.readMe).toContain('¥11,000.00')
  await total(agency, streamers[0]?.agreementId ?? '', '2026-08', 1)
  expect((await contentOf()).linesFile).toBeNull()
})
