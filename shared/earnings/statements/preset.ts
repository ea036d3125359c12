import { z } from 'zod'
import { orderRoles, orderStatuses, paymentClasses } from './rows.ts'

/**
 * A preset is data: which file a header row belongs to and what its columns mean. The shipped ones are
 * `resources/statements/*.json`; the mapping a person makes for an unknown file is the same thing under their own name.
 */

const names = z.array(z.string().min(1)).min(1)

/** A row says so itself: the column's text is one of the words, or starts, ends with or holds one. */
const conditionSchema = z.strictObject({
  names,
  /** The empty text stands for a cell that says nothing. */
  is: z.array(z.string()).min(1).optional(),
  startsWith: names.optional(),
  endsWith: names.optional(),
  contains: names.optional(),
})

const columnSchema = z.strictObject({
  field: z.enum([
    'orderId',
    'productId',
    'shopId',
    'roomId',
    'account',
    'accountName',
    'goodsKind',
    'status',
    'paidAt',
    'receivedAt',
    'settledAt',
    'refundedAt',
    'ratePpm',
    'saleFen',
    'refundFen',
    'settledBaseFen',
    'estimatedCommissionFen',
    'commissionFen',
    'feeFen',
    'agencyShareFen',
    'payoutFen',
    // payment lists
    'direction',
    'amountFen',
    'incomeFen',
    'expenseFen',
    'counterparty',
    'counterpartyAccount',
    'reference',
    'merchantReference',
    'type',
    'subject',
    'method',
    'note',
    // session lists
    'startAt',
    'endAt',
  ]),
  /** Header names, the preferred first. Compared after NFKC, without blanks. */
  names,
  /** Which of several columns of that name, from 1. */
  position: z.int().min(1).optional(),
  /** The column counts only in rows where all of these hold. */
  when: z.array(conditionSchema).min(1).optional(),
  /** The list writes this amount with the other sign (a commission paid as a negative amount). */
  negated: z.literal(true).optional(),
  /** The list writes this amount with either sign; what happened is said elsewhere. */
  absolute: z.literal(true).optional(),
  /** Of status: what a row means in which `when` holds, whatever its word. */
  says: z.enum(orderStatuses).optional(),
})

const paymentRuleSchema = z.strictObject({
  class: z.enum(paymentClasses),
  /** All must hold; the first rule that holds decides. */
  when: z.array(conditionSchema).min(1),
})

export const statementPresetSchema = z.strictObject({
  id: z.string().regex(/^(?:[a-z0-9-]+|mapping:.+)$/),
  kind: z.enum(['orders', 'payments', 'sessions']),
  platform: z.string().regex(/^[a-z0-9-]+$/),
  role: z.enum(orderRoles).optional(),
  columns: z.array(columnSchema).min(1),
  /** The file is this one only if its header has, of each list, at least one name … */
  recognizedBy: z.array(names).min(1),
  /** … and none of these. */
  notWith: z.array(z.string()).optional(),
  statusWords: z.partialRecord(z.enum(orderStatuses), z.array(z.string())).optional(),
  /** Lists that hold only settled orders have no status column. */
  statusWhenAbsent: z.enum(orderStatuses).optional(),
  /** While an order is paid or received, a 0 in these columns means 'not yet', not 'nothing'. */
  zeroMeansNotYet: z.array(z.enum(['settledBaseFen', 'commissionFen', 'payoutFen'])).optional(),
  paymentRules: z.array(paymentRuleSchema).optional(),
  /** What a signed amount without any other mark means: money in is positive, or (credit cards) spending is. */
  signRule: z.enum(['income-positive', 'spending-positive']).optional(),
  /** Where the preamble says when the file was made; one group, a moment. */
  exportMomentIn: z.array(z.string()).optional(),
  /** Columns about buyers: never stored, and the file leaves the computer only redacted. */
  buyerColumns: z.array(z.string()).optional(),
})

export type StatementPreset = z.infer<typeof statementPresetSchema>
export type PresetColumn = StatementPreset['columns'][number]
export type PresetField = PresetColumn['field']
export type PresetCondition = z.infer<typeof conditionSchema>
