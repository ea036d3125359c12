import type { FoldableLine } from '../../../../shared/earnings/index.ts'
import type { OrderRole } from '../../../../shared/earnings/statements/rows.ts'
import { emptyContent, type LineIdentity } from './line-store.ts'
import type { LineContent } from '../../../../shared/earnings/statements/versions.ts'

/** Seconds since 1970 UTC as the moment that crosses calls: ISO 8601 with milliseconds. */
export function momentOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}

const SHANGHAI_OFFSET_S = 28_800
const DAY_S = 86_400

function dayOf(seconds: number): number {
  return Math.floor((seconds + SHANGHAI_OFFSET_S) / DAY_S)
}

/** An order line as the ledger folds it, over what is stored: one object serves a million lines. */
export class LineView implements FoldableLine {
  platform = ''
  role: OrderRole = 'creator'
  account = ''
  identity: LineIdentity = { id: 0, accountId: 0, orderId: '', productId: '', occurrence: 1 }
  content: LineContent = emptyContent
  sessionId: string | null = null

  get id(): string {
    return String(this.identity.id)
  }
  get orderId(): string {
    return this.identity.orderId
  }
  get productId(): string {
    return this.identity.productId
  }
  get occurrence(): number {
    return this.identity.occurrence
  }
  get shopId(): string | null {
    return this.content.shopId || null
  }
  get kind(): 'goods' | 'service' | null {
    return this.content.goodsKind || null
  }
  get paidDay(): number {
    return dayOf(this.content.paidAtS)
  }
  get settledDay(): number | null {
    return this.content.settledAtS === null ? null : dayOf(this.content.settledAtS)
  }
  get refundedDay(): number | null {
    return this.content.refundedAtS === null ? null : dayOf(this.content.refundedAtS)
  }
  get saleFen(): number {
    return this.content.saleFen ?? 0
  }
  get refundFen(): number | null {
    return this.content.refundFen
  }
  get settledBaseFen(): number | null {
    return this.content.settledBaseFen
  }
  get estimatedCommissionFen(): number | null {
    return this.content.estimatedCommissionFen
  }
  get commissionFen(): number | null {
    return this.content.commissionFen
  }
  get feeFen(): number | null {
    return this.content.feeFen
  }
  get status(): LineContent['status'] {
    return this.content.status
  }
}
