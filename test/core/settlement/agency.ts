import type { PayTerms } from '../../../shared/earnings/index.ts'
import { type Desk, openDesk } from '../disputes/harness.ts'

/** An agency's folder with streamers it pays, and streamers' own folders: real databases behind the core's door. */

export const agencyName = '杭州云播文化传媒有限公司'

/** A base of 3 000 a month and 8 % of net sales that were settled, due on the 15th of the next month. */
export const terms: PayTerms = {
  relation: 'civil',
  amountsAre: 'gross',
  cycle: 'month',
  due: { dayOfMonth: 15, monthsAfter: 1 },
  base: { amountFen: 300_000, per: 'month' },
  commissions: [
    {
      id: 'c',
      label: '带货佣金',
      basis: 'net-sale',
      when: 'settled',
      mode: 'marginal',
      tiers: [{ fromFen: 0, ratePpm: 80_000 }],
      tierOver: 'cycle',
    },
  ],
  deductions: [{ id: 'sample', label: '样品费', damages: false, evidenceRequired: false, capFen: 20_000 }],
}

export interface Streamer {
  name: string
  partyId: string
  agreementId: string
}

/** Opens an agency with so many streamers, each under an agreement of its own, with the basis of August 2026 typed in. */
export async function openAgency(streamers = 3, day = '2026-09-02'): Promise<{ desk: Desk; streamers: Streamer[] }> {
  const desk = await openDesk(day)
  const self = await desk.call('parties.save', { kind: 'organisation', name: agencyName, isSelf: true })
  const made: Streamer[] = []
  for (let at = 0; at < streamers; at += 1) {
    const name = `主播${String(at + 1).padStart(2, '0')}`
    const party = await desk.call('parties.save', {
      kind: 'person',
      name,
      // The last one has no account yet.
      ...(at === streamers - 1 ? {} : { bankCard: '6222021001122334458', bankName: '工商银行杭州分行' }),
    })
    const agreementId = await agree(desk, self.id, party.id, `${name}直播合作`)
    await total(desk, agreementId, '2026-08', 10_000_000 + at * 123_457)
    made.push({ name, partyId: party.id, agreementId })
  }
  return { desk, streamers: made }
}

/** An agreement from August 2026 with the terms above. */
export async function agree(desk: Desk, payerId: string, payeeId: string, title: string): Promise<string> {
  const { id } = await desk.call('contracts.saveAgreement', {
    title,
    payerId,
    payeeId,
    from: '2026-08-01',
    version: { from: '2026-08-01', terms },
  })
  return id
}

/** Types the basis of the commission of a cycle. */
export async function total(desk: Desk, agreementId: string, cycle: string, amountFen: number): Promise<void> {
  await desk.call('earnings.saveCycleTotal', { agreementId, cycle, commissionId: 'c', amountFen })
}

/** Freezes August 2026 as it stands. */
export async function settleAugust(
  desk: Desk,
  excluded: { agreementId: string; cycle: string; reason: string }[] = [],
): Promise<string> {
  const month = { month: '2026-08', asOf: '2026-09-02' }
  const { stateSha256 } = await desk.call('earnings.previewSettlement', month)
  return (await desk.call('earnings.createSettlement', { ...month, stateSha256, excluded })).id
}
