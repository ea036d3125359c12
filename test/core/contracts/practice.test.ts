import { expect, test } from 'vitest'
import { openWorkedExample, workedTerms } from '../disputes/worked-example.ts'

/** One settled order of a day, as a line of a list. */
function orderLine(day: string, id: number, saleFen: number): string {
  return `${6_958_943_977_812_624_000n + BigInt(id)},3580000000009389932,yutong,${saleFen / 100}.00,0.00,1.00,订单结算,${day} 12:00:00,${day} 12:00:00,小店\n`
}

test('what months were paid is held against their lines: stated first, then by allocation or by the day it came', async () => {
  const { desk, agreementId, payerId } = await openWorkedExample({ terms: workedTerms({ guarantee: null }) })
  const { practices } = await desk.call('contracts.practice', { agreementId })
  // One month cannot show a practice.
  expect(practices).toEqual([])
  const text = `订单id,商品id,达人名称,支付金额,退款金额,预估佣金收入,订单状态,付款时间,订单结算时间,商品来源
${orderLine('2026-01-10', 1, 5_000_000)}${orderLine('2026-02-10', 2, 8_000_000)}`
  const file = desk.give('抖音结算_一月二月.csv', text)
  const { files } = await desk.call('earnings.previewStatements', {
    files: [{ file, exportedAt: '2026-03-02T00:00:00.000Z' }],
  })
  const [planned] = files
  if (planned?.ok !== true) throw new Error('the file was not read')
  await desk.call('earnings.importStatements', { plans: [{ planId: planned.preview.planId }] })
  for (const [date, amountFen] of [
    ['2026-02-15', 400_000],
    ['2026-03-15', 640_000],
  ] as const)
    await desk.call('earnings.savePayment', { date, amountFen, payerId, channel: '银行转账' })
  const [best] = (await desk.call('contracts.practice', { agreementId })).practices
  expect(best).toMatchObject({ ratePpm: 80_000, fitting: 2, daysAfter: 31 })
  expect(best?.months.map(({ month, amountFen, fits }) => [month, amountFen, fits])).toEqual([
    ['2026-01', 400_000, true],
    ['2026-02', 640_000, true],
    ['2026-03', 1_200_000, false],
  ])
})
