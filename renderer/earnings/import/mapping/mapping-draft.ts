import type { Input } from '../../../../shared/contract.ts'
import type { StatementPreset } from '../../../../shared/earnings/statements/preset.ts'
import { type OrderStatus, orderStatuses } from '../../../../shared/earnings/statements/rows.ts'

type SaveMapping = Input<'earnings.saveMapping'>
export type MappingKind = SaveMapping['kind']
export type MappedField = keyof SaveMapping['columns']
type Direction = 'income' | 'expense'

/** A table as it stands in a file, whatever it means. */
export interface UnknownTable {
  headers: string[]
  headerRow: number
  sample: { row: number; cells: string[] }[]
}

/** What the columns of an unknown list mean, while the person is saying it. */
export interface MappingDraft {
  /** Of a mapping that is being changed. */
  id: string | undefined
  name: string
  kind: MappingKind
  platform: string
  role: NonNullable<SaveMapping['role']>
  columns: Partial<Record<MappedField, string>>
  /** The file's own words. */
  statusWords: Record<string, OrderStatus>
  /** Of order lists without a status column. */
  statusWhenAbsent: OrderStatus | undefined
  directionWords: Record<string, Direction>
  signRule: NonNullable<SaveMapping['signRule']>
}

export type FieldKind = 'moment' | 'id' | 'amount' | 'rate' | 'status' | 'direction' | 'text'

export const fieldKinds: Record<MappedField, FieldKind> = {
  orderId: 'id',
  productId: 'id',
  account: 'text',
  roomId: 'id',
  status: 'status',
  paidAt: 'moment',
  settledAt: 'moment',
  ratePpm: 'rate',
  saleFen: 'amount',
  refundFen: 'amount',
  settledBaseFen: 'amount',
  estimatedCommissionFen: 'amount',
  commissionFen: 'amount',
  feeFen: 'amount',
  direction: 'direction',
  amountFen: 'amount',
  incomeFen: 'amount',
  expenseFen: 'amount',
  counterparty: 'text',
  reference: 'id',
  note: 'text',
  startAt: 'moment',
  endAt: 'moment',
}

/** The fields of each kind of list, what matters most first. */
export const fieldsOfKind: Record<MappingKind, MappedField[]> = {
  orders: [
    'paidAt',
    'orderId',
    'status',
    'saleFen',
    'commissionFen',
    'estimatedCommissionFen',
    'settledBaseFen',
    'refundFen',
    'feeFen',
    'ratePpm',
    'settledAt',
    'productId',
    'account',
    'roomId',
  ],
  payments: [
    'paidAt',
    'amountFen',
    'direction',
    'incomeFen',
    'expenseFen',
    'status',
    'counterparty',
    'reference',
    'note',
  ],
  sessions: ['startAt', 'endAt', 'account', 'roomId'],
}

const orderAmounts = ['saleFen', 'commissionFen', 'estimatedCommissionFen', 'settledBaseFen'] as const

export type MappingFault = 'date' | 'amount' | 'order-id' | 'status' | 'times' | 'name'

/** What is missing before the mapping can be kept, as codes under `import-screen:mapping.fault.`. */
export function mappingFaults(draft: MappingDraft): MappingFault[] {
  const { columns, kind } = draft
  const faults: MappingFault[] = []
  if (kind === 'sessions') {
    if (columns.startAt === undefined || columns.endAt === undefined) faults.push('times')
  } else {
    if (columns.paidAt === undefined) faults.push('date')
    const amounts = kind === 'orders' ? orderAmounts : (['amountFen', 'incomeFen', 'expenseFen'] as const)
    if (amounts.every((amount) => columns[amount] === undefined)) faults.push('amount')
  }
  if (kind === 'orders') {
    if (columns.orderId === undefined) faults.push('order-id')
    if (columns.status === undefined && draft.statusWhenAbsent === undefined) faults.push('status')
  }
  if (draft.name.trim() === '') faults.push('name')
  return faults
}

/** The mapping as the call takes it: only what the kind of list has. */
export function mappingInput(draft: MappingDraft): SaveMapping {
  const fields = fieldsOfKind[draft.kind].filter((field) => draft.columns[field] !== undefined)
  const columns = Object.fromEntries(fields.map((field) => [field, draft.columns[field]]))
  const common = {
    ...(draft.id === undefined ? {} : { id: draft.id }),
    name: draft.name.trim(),
    kind: draft.kind,
    platform: draft.platform,
    columns,
  }
  if (draft.kind === 'sessions') return common
  if (draft.kind === 'payments') {
    return {
      ...common,
      signRule: draft.signRule,
      ...wordsGiven('incomeWords', wordsFor(draft.directionWords, 'income')),
      ...wordsGiven('expenseWords', wordsFor(draft.directionWords, 'expense')),
    }
  }
  const statusWords = Object.fromEntries(
    orderStatuses
      .map((status) => [status, wordsFor(draft.statusWords, status)] as const)
      .filter(([, words]) => words.length > 0),
  )
  return {
    ...common,
    role: draft.role,
    ...(draft.columns.status === undefined ? {} : { statusWords }),
    ...(draft.statusWhenAbsent === undefined ? {} : { statusWhenAbsent: draft.statusWhenAbsent }),
  }
}

function wordsFor<T extends string>(words: Record<string, T>, meaning: T): string[] {
  return Object.keys(words).filter((word) => words[word] === meaning)
}

function wordsGiven<K extends string>(key: K, words: string[]): Partial<Record<K, string[]>> {
  if (words.length === 0) return {}
  return { [key]: words } as Record<K, string[]>
}

/** A kept mapping as a draft to be changed. */
export function draftOfPreset(id: string, name: string, preset: StatementPreset): MappingDraft {
  const columns: MappingDraft['columns'] = {}
  for (const { field, names } of preset.columns) if (field in fieldKinds) columns[field as MappedField] = names[0] ?? ''
  const statusWords: MappingDraft['statusWords'] = {}
  for (const status of orderStatuses) for (const word of preset.statusWords?.[status] ?? []) statusWords[word] = status
  const directionWords: MappingDraft['directionWords'] = {}
  for (const rule of preset.paymentRules ?? []) {
    if (rule.class !== 'income' && rule.class !== 'expense') continue
    for (const word of rule.when.flatMap((condition) => condition.is ?? [])) directionWords[word] = rule.class
  }
  return {
    id,
    name,
    kind: preset.kind,
    platform: preset.platform,
    role: preset.role ?? 'creator',
    columns,
    statusWords,
    statusWhenAbsent: preset.statusWhenAbsent,
    directionWords,
    signRule: preset.signRule ?? 'income-positive',
  }
}
