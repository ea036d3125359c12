import { orderAmountFields, type OrderRow, type OrderStatus } from './rows.ts'

/** What a version of an order line says: everything of its row but whose line it is. */
export type LineContent = Omit<OrderRow, 'kind' | 'orderId' | 'productId' | 'account' | 'accountName' | 'lacksSale'>

/** A version with what decides whether it counts. */
export interface VersionClaim {
  content: LineContent
  /** Export moment of the newest statement that holds it, seconds since 1970 UTC. */
  seenAtS: number
  /** A statement that is not voided holds it. */
  isHeld: boolean
  /** The person chose it in a conflict. */
  isChosen: boolean
}

const statusRank: Record<OrderStatus, number> = { paid: 0, received: 1, settled: 2, refunded: 3, invalid: 3 }

const contentFields = [
  'status',
  'paidAtS',
  'receivedAtS',
  'settledAtS',
  'refundedAtS',
  'ratePpm',
  'shopId',
  'roomId',
  'goodsKind',
  ...orderAmountFields,
] as const satisfies (keyof LineContent)[]

export function sameContent(a: LineContent, b: LineContent): boolean {
  for (const field of contentFields) if (a[field] !== b[field]) return false
  return true
}

function sameAmounts(a: LineContent, b: LineContent): boolean {
  for (const field of orderAmountFields) if (a[field] !== b[field]) return false
  return true
}

/** Above 0 when `a` is newer: by the statement's export moment, then by status (spec/earnings.md 'Facts'). */
export function compareAge(a: VersionClaim, b: VersionClaim): number {
  return a.seenAtS - b.seenAtS || statusRank[a.content.status] - statusRank[b.content.status]
}

/**
 * Above 0 when `a` counts rather than `b`. Between equally new versions: what the person chose, else the surer (the one
 * that claims less), so that files give the same ledger in whatever order they are imported.
 */
function compareClaims(a: VersionClaim, b: VersionClaim): number {
  return compareAge(a, b) || Number(a.isChosen) - Number(b.isChosen) || compareSureness(a.content, b.content)
}

function compareSureness(a: LineContent, b: LineContent): number {
  for (const field of ['commissionFen', 'payoutFen', 'estimatedCommissionFen', 'settledBaseFen', 'saleFen'] as const) {
    const difference = (b[field] ?? 0) - (a[field] ?? 0)
    if (difference !== 0) return difference
  }
  const textOfA = contentText(a)
  const textOfB = contentText(b)
  if (textOfA === textOfB) return 0
  return textOfA < textOfB ? 1 : -1
}

function contentText(content: LineContent): string {
  return JSON.stringify(contentFields.map((field) => content[field]))
}

export interface Standing {
  /** Index of the version that counts; -1 when none is held. */
  current: number
  /** Another one is as new, says other amounts, and the person has not chosen. */
  inConflict: boolean
}

/** Which of a line's versions counts. */
export function findStanding(versions: readonly VersionClaim[]): Standing {
  let current = -1
  versions.forEach((version, index) => {
    const best = versions[current]
    if (version.isHeld && (best === undefined || compareClaims(version, best) > 0)) current = index
  })
  const winner = versions[current]
  const inConflict =
    winner !== undefined &&
    !winner.isChosen &&
    versions.some(
      (other) => other.isHeld && compareAge(other, winner) === 0 && !sameAmounts(other.content, winner.content),
    )
  return { current, inConflict }
}
