import type { ParsedInput } from '../../../../shared/contract.ts'
import type { PresetColumn, StatementPreset } from '../../../../shared/earnings/statements/preset.ts'
import { BoanError } from '../../../../shared/errors.ts'
import type { CallContext } from '../../context.ts'
import type { Db } from '../../database/open.ts'
import { shippedPresets } from './presets.ts'

type MappingInput = ParsedInput<'earnings.saveMapping'>

export interface SavedMapping {
  id: string
  name: string
  preset: StatementPreset
}

export function listMappings(db: Db): SavedMapping[] {
  return db
    .prepare<[], { id: string; name: string; preset: string }>(
      'SELECT id, name, preset FROM statement_mappings WHERE voided_at IS NULL ORDER BY name, id',
    )
    .all()
    .map(({ id, name, preset }) => ({ id, name, preset: JSON.parse(preset) as StatementPreset }))
}

/** What a file may be: the person's own mappings first, then the lists that ship. */
export function allPresets(db: Db): StatementPreset[] {
  return [...listMappings(db).map(({ preset }) => preset), ...shippedPresets()]
}

const leastFields: Record<MappingInput['kind'], (keyof MappingInput['columns'])[][]> = {
  orders: [['orderId'], ['paidAt'], ['saleFen', 'commissionFen', 'estimatedCommissionFen', 'settledBaseFen']],
  payments: [['paidAt'], ['amountFen', 'incomeFen', 'expenseFen']],
  sessions: [['startAt'], ['endAt']],
}

/** Keeps a mapping. Throws `import.mapping-incomplete` with the first field it lacks. */
export function saveMapping(context: CallContext, input: MappingInput): { id: string; preset: string } {
  const { columns, kind } = input
  for (const anyOf of leastFields[kind]) {
    if (!anyOf.some((field) => columns[field] !== undefined)) {
      throw new BoanError('import.mapping-incomplete', { field: anyOf[0] ?? '' })
    }
  }
  if (kind === 'orders' && columns.status === undefined && input.statusWhenAbsent === undefined) {
    throw new BoanError('import.mapping-incomplete', { field: 'status' })
  }
  if (kind === 'payments' && columns.amountFen !== undefined && !saysDirection(input)) {
    throw new BoanError('import.mapping-incomplete', { field: 'direction' })
  }
  const id = input.id ?? context.newId()
  const preset = presetOf(id, input)
  context.db
    .prepare(
      `INSERT INTO statement_mappings (id, name, preset, created_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, preset = excluded.preset, voided_at = NULL`,
    )
    .run(id, input.name, JSON.stringify(preset), context.now())
  context.subject(id)
  return { id, preset: preset.id }
}

function saysDirection({ columns, signRule, incomeWords, expenseWords }: MappingInput): boolean {
  if (signRule !== undefined) return true
  return columns.direction !== undefined && (incomeWords?.length ?? 0) + (expenseWords?.length ?? 0) > 0
}

function presetOf(id: string, input: MappingInput): StatementPreset {
  const mapped = Object.entries(input.columns) as [PresetColumn['field'], string][]
  const columns = mapped.map(([field, header]): PresetColumn => ({ field, names: [header] }))
  const preset: StatementPreset = {
    id: `mapping:${id}`,
    kind: input.kind,
    platform: input.platform,
    columns,
    // The list is recognised again by the columns that were mapped: all of them have to be there.
    recognizedBy: mapped.map(([, header]) => [header]),
  }
  if (input.kind === 'orders') preset.role = input.role ?? 'creator'
  if (input.statusWords !== undefined) preset.statusWords = input.statusWords
  if (input.statusWhenAbsent !== undefined) preset.statusWhenAbsent = input.statusWhenAbsent
  if (input.signRule !== undefined) preset.signRule = input.signRule
  const direction = input.columns.direction
  if (direction !== undefined) {
    preset.paymentRules = [
      ...ruleOf('income', direction, input.incomeWords),
      ...ruleOf('expense', direction, input.expenseWords),
    ]
  }
  return preset
}

function ruleOf(kind: 'income' | 'expense', header: string, words: string[] | undefined) {
  return words === undefined || words.length === 0 ? [] : [{ class: kind, when: [{ names: [header], is: words }] }]
}

export function voidMapping(context: CallContext, id: string): void {
  const changed = context.db
    .prepare('UPDATE statement_mappings SET voided_at = ? WHERE id = ? AND voided_at IS NULL')
    .run(context.now(), id)
  if (changed.changes === 0) throw new BoanError('import.mapping-unknown', { id })
  context.subject(id)
}
