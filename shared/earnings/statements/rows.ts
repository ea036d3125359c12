/** What a row of a statement became. Moments are whole seconds since 1970 UTC, amounts integer fen, rates ppm; null = the file does not say. */

export type OrderStatus = 'paid' | 'received' | 'settled' | 'refunded' | 'invalid'

export const orderStatuses = ['paid', 'received', 'settled', 'refunded', 'invalid'] as const satisfies OrderStatus[]

/** Whose statement a row stands in. */
export type OrderRole = 'creator' | 'agency' | 'leader' | 'merchant'

export const orderRoles = ['creator', 'agency', 'leader', 'merchant'] as const satisfies OrderRole[]

export const orderAmountFields = [
  'saleFen',
  'refundFen',
  'settledBaseFen',
  'estimatedCommissionFen',
  'commissionFen',
  'feeFen',
  'agencyShareFen',
  'payoutFen',
] as const

export const orderIdFields = ['orderId', 'productId', 'shopId', 'roomId'] as const

export type OrderAmountField = (typeof orderAmountFields)[number]
export type OrderMomentField = 'paidAtS' | 'receivedAtS' | 'settledAtS' | 'refundedAtS'
export type OrderIdField = (typeof orderIdFields)[number]

/** One order line as its statement has it. Empty text = the file does not say. */
export interface OrderRow extends Record<OrderIdField, string>, Record<OrderAmountField, number | null> {
  kind: 'orders'
  /** Neither a sale nor what stands for it is said: `saleFen` is 0 because every line has one. */
  lacksSale: boolean
  account: string
  accountName: string
  goodsKind: 'goods' | 'service' | ''
  status: OrderStatus
  paidAtS: number
  receivedAtS: number | null
  settledAtS: number | null
  refundedAtS: number | null
  ratePpm: number | null
}

export type PaymentClass = 'income' | 'refund' | 'expense' | 'neutral'

export const paymentClasses = ['income', 'refund', 'expense', 'neutral'] as const satisfies PaymentClass[]

/** One line of a payment list. `amountFen` is what moved, never negative; `paymentClass` says which way and why. */
export interface PaymentRow {
  kind: 'payments'
  paidAtS: number
  amountFen: number
  paymentClass: PaymentClass
  counterparty: string
  counterpartyAccount: string
  reference: string
  merchantReference: string
  type: string
  subject: string
  method: string
  status: string
  note: string
}

/** One live session of a session list. */
export interface SessionRow {
  kind: 'sessions'
  roomId: string
  account: string
  accountName: string
  startAtS: number
  endAtS: number
}

export type StatementRow = OrderRow | PaymentRow | SessionRow
export type StatementKind = StatementRow['kind']

/** Why a row is neither an order nor a payment. */
export type IgnoredWhy = 'blank' | 'total' | 'repeated-header' | 'explanation' | 'note' | 'not-ticked' | 'not-a-payment'

/** What is wrong with a row: the sentence is `errors.<code>` of `import.json`. */
export interface RowProblem {
  code: string
  column: string
  value: string
}

export function emptyOrderRow(): OrderRow {
  return {
    kind: 'orders',
    lacksSale: false,
    orderId: '',
    productId: '',
    shopId: '',
    roomId: '',
    account: '',
    accountName: '',
    goodsKind: '',
    status: 'paid',
    paidAtS: 0,
    receivedAtS: null,
    settledAtS: null,
    refundedAtS: null,
    ratePpm: null,
    saleFen: null,
    refundFen: null,
    settledBaseFen: null,
    estimatedCommissionFen: null,
    commissionFen: null,
    feeFen: null,
    agencyShareFen: null,
    payoutFen: null,
  }
}
