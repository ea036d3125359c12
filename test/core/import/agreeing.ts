import type { Input } from '../../../shared/contract.ts'
import type { InProcess } from './in-process.ts'

export const payerName = '杭州播悦文化传媒有限公司'

/** An agreement over `scope`, paid 60 % of the platform's commission by the month; and who the person is. */
export async function agree(core: InProcess, scope: Input<'contracts.saveAgreement'>['scope']) {
  const payer = await core.call('parties.save', { kind: 'organisation', name: payerName })
  const payee = await core.call('parties.save', { kind: 'person', name: '林小满' })
  await core.call('app.saveSettings', { selfPartyId: payee.id })
  return core.call('contracts.saveAgreement', {
    payerId: payer.id,
    payeeId: payee.id,
    from: '2026-01-01',
    scope,
    version: {
      from: '2026-01-01',
      terms: {
        relation: 'civil',
        amountsAre: 'gross',
        cycle: 'month',
        due: { dayOfMonth: 15, monthsAfter: 1 },
        commissions: [
          {
            id: 'c1',
            label: '佣金',
            basis: 'platform-commission',
            when: 'settled',
            mode: 'whole',
            tiers: [{ fromFen: 0, ratePpm: 600_000 }],
            tierOver: 'cycle',
          },
        ],
      },
    },
  })
}
