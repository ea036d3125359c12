import { z } from 'zod'
import { addDays, lastDayOfMonth } from '../calendar.ts'
import { civilDateSchema, fenSchema, momentSchema } from '../call.ts'
import { goodsKinds, incomeKinds } from '../earnings/vocabulary.ts'

/**
 * Two months of a person's own figures in a form small enough for the window, on which terms are tried out as they are
 * written: order lines summed by day, platform, kind and session, once by the day they were paid and once by the day they
 * were settled; sessions and income items as they are.
 */
export const dayFiguresSchema = z.strictObject({
  date: civilDateSchema,
  when: z.enum(['paid', 'settled']),
  platform: z.string(),
  kind: z.enum(goodsKinds).nullable(),
  sessionId: z.string().nullable(),
  lines: z.int(),
  /** Distinct orders among the lines. */
  orders: z.int(),
  saleFen: fenSchema,
  netSaleFen: fenSchema,
  platformCommissionFen: fenSchema,
  netPlatformCommissionFen: fenSchema,
})
export type DayFigures = z.infer<typeof dayFiguresSchema>

export const exampleFiguresSchema = z.strictObject({
  from: civilDateSchema,
  to: civilDateSchema,
  days: z.array(dayFiguresSchema),
  sessions: z.array(
    z.strictObject({
      id: z.string(),
      start: momentSchema,
      end: momentSchema,
      platform: z.string(),
      account: z.string(),
      productIds: z.array(z.string()),
    }),
  ),
  incomeItems: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(incomeKinds),
      date: civilDateSchema,
      sessionId: z.string().nullable(),
      platform: z.string().nullable(),
      grossFen: fenSchema,
      feeFen: fenSchema,
    }),
  ),
})
export type ExampleFigures = z.infer<typeof exampleFiguresSchema>

/** The invented month: that of the worked example in spec/earnings.md, with a platform's usual commission, gifts and an ad. */
const invented = {
  sessions: 18,
  hoursEach: 3,
  productsEach: 12,
  orders: 1_087,
  saleFen: 18_000_000,
  refundFen: 2_345_678,
  commissionFen: 3_130_864,
  feeFen: 313_086,
  giftFen: 640_000,
  adFen: 300_000,
} as const

/** The `at`-th of `parts` nearly equal integer parts of a whole, which add up to it. */
function partOf(whole: number, at: number, parts: number): number {
  return Math.floor((whole * (at + 1)) / parts) - Math.floor((whole * at) / parts)
}

/** An invented month of 18 evenings, for who has no figures yet; `month` is any day of it. The same for everybody. */
export function inventedFigures(month: string): ExampleFigures {
  const from = `${month.slice(0, 8)}01`
  const to = lastDayOfMonth(from)
  const sessions = Array.from({ length: invented.sessions }, (_, at) => {
    // Five evenings of seven, so that every half month and week has some.
    const date = addDays(from, Math.floor((at * 7) / 5))
    const productIds = Array.from({ length: invented.productsEach }, (_product, number) => `product-${number + 1}`)
    return {
      id: `session-${at + 1}`,
      start: `${date}T12:00:00.000Z`,
      end: `${date}T${12 + invented.hoursEach}:00:00.000Z`,
      platform: 'douyin',
      account: 'example',
      productIds,
    }
  })
  const days = sessions.flatMap((session, at) => {
    const part = (whole: number): number => partOf(whole, at, invented.sessions)
    const figures = {
      date: session.start.slice(0, 10),
      platform: session.platform,
      kind: 'goods',
      sessionId: session.id,
      lines: part(invented.orders),
      orders: part(invented.orders),
      saleFen: part(invented.saleFen),
      netSaleFen: part(invented.saleFen) - part(invented.refundFen),
      platformCommissionFen: part(invented.commissionFen),
      netPlatformCommissionFen: part(invented.commissionFen) - part(invented.feeFen),
    } as const
    return [
      { ...figures, when: 'paid' as const },
      { ...figures, when: 'settled' as const },
    ]
  })
  return { from, to, days, sessions, incomeItems: inventedIncome(sessions) }
}

function inventedIncome(sessions: ExampleFigures['sessions']): ExampleFigures['incomeItems'] {
  const gifts = sessions.map((session, at) => ({
    id: `gift-${at + 1}`,
    kind: 'gift' as const,
    date: session.start.slice(0, 10),
    sessionId: session.id,
    platform: session.platform,
    grossFen: partOf(invented.giftFen, at, invented.sessions),
    feeFen: partOf(invented.giftFen / 2, at, invented.sessions),
  }))
  const last = sessions.at(-1)
  if (last === undefined) return gifts
  const ad = { kind: 'ad' as const, sessionId: last.id, platform: last.platform, grossFen: invented.adFen, feeFen: 0 }
  return [...gifts, { ...ad, id: 'ad-1', date: last.start.slice(0, 10) }]
}
