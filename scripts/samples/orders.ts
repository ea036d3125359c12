import { addDays, daysBetween, lastDayOfMonth } from '../../shared/calendar.ts'

/** An invented order, before a platform writes it down in its own way. Amounts in fen, rates in ppm, times in Shanghai civil time. */
export interface SampleOrder {
  orderId: string
  product: Product
  /** Index of the session of the month in which it was sold. */
  session: SampleSession
  paidAt: string
  settledAt: string | null
  saleFen: number
  refundFen: number
  ratePpm: number
  estimatedFen: number
  commissionFen: number
  status: 'paid' | 'settled' | 'refunded'
}

export interface Product {
  id: string
  name: string
  priceFen: number
  ratePpm: number
}

export interface SampleSession {
  roomId: string
  start: string
  end: string
  productIds: string[]
}

export interface Account {
  products: Product[]
  /** Digits that this platform's order ids begin with. */
  idPrefix: string
  months: string[]
  sessionsPerMonth: number
  ordersPerSession: number
  seed: number
}

/** Mulberry32: small and the same everywhere; numbers in [0, 1). */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The sessions and orders of an account over its months; orders that would settle after `until` are only paid. */
export function makeOrders(account: Account, until: string): { sessions: SampleSession[]; orders: SampleOrder[] } {
  const random = createRandom(account.seed)
  const sessions: SampleSession[] = []
  const orders: SampleOrder[] = []
  for (const month of account.months) {
    for (const session of makeSessions(account, month, random)) {
      sessions.push(session)
      const count = Math.round(account.ordersPerSession * (0.6 + random() * 0.8))
      for (let i = 0; i < count; i++) orders.push(makeOrder(account, session, until, random))
    }
  }
  return { sessions, orders: orders.toSorted((a, b) => (a.paidAt < b.paidAt ? -1 : 1)) }
}

function makeSessions(account: Account, month: string, random: () => number): SampleSession[] {
  const first = `${month}-01`
  const days = daysBetween(first, lastDayOfMonth(first)) + 1
  const step = days / account.sessionsPerMonth
  return Array.from({ length: account.sessionsPerMonth }, (_, i) => {
    const day = addDays(first, Math.floor(i * step + random() * (step - 0.01)))
    const minute = Math.floor(random() * 60)
    const products = account.products.filter(() => random() < 0.6)
    const sold = products.length > 0 ? products : account.products.slice(0, 1)
    return {
      roomId: `73${digits(random, 17)}`,
      start: `${day} 19:${pad(minute)}:00`,
      end: `${day} 22:${pad(Math.floor(random() * 60))}:00`,
      productIds: sold.map((product) => product.id),
    }
  })
}

function makeOrder(account: Account, session: SampleSession, until: string, random: () => number): SampleOrder {
  const choices = account.products.filter((product) => session.productIds.includes(product.id))
  const product = choices[Math.floor(random() * choices.length)] ?? account.products[0]
  if (product === undefined) throw new Error('an account needs products')
  const day = session.start.slice(0, 10)
  const saleFen = product.priceFen * (random() < 0.12 ? 2 : 1)
  const fate = random()
  const settledDay = addDays(day, 8 + Math.floor(random() * 12))
  const settled = fate < 0.9 && settledDay <= until
  const refundFen = settled && fate > 0.84 ? Math.round((saleFen * (20 + Math.floor(random() * 60))) / 100) : 0
  const estimatedFen = share(saleFen, product.ratePpm)
  return {
    orderId: `${account.idPrefix}${digits(random, 19 - account.idPrefix.length)}`,
    product,
    session,
    paidAt: `${day} ${pad(19 + Math.floor(random() * 3))}:${pad(Math.floor(random() * 60))}:${pad(Math.floor(random() * 60))}`,
    settledAt: settled
      ? `${settledDay} ${pad(8 + Math.floor(random() * 10))}:${pad(Math.floor(random() * 60))}:07`
      : null,
    saleFen,
    refundFen: settled ? refundFen : fate >= 0.9 ? saleFen : 0,
    ratePpm: product.ratePpm,
    estimatedFen,
    commissionFen: settled ? share(saleFen - refundFen, product.ratePpm) : 0,
    status: settled ? 'settled' : fate >= 0.9 ? 'refunded' : 'paid',
  }
}

/** A share of a positive amount in fen, rounded half up. */
export function share(fen: number, ppm: number): number {
  return Number((BigInt(fen) * BigInt(ppm) + 500_000n) / 1_000_000n)
}

function digits(random: () => number, count: number): string {
  return Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
