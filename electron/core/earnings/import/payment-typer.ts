import type { HeaderIndex } from '../../../../shared/earnings/statements/header.ts'
import type { StatementPreset } from '../../../../shared/earnings/statements/preset.ts'
import type { PaymentClass, PaymentRow, RowProblem } from '../../../../shared/earnings/statements/rows.ts'
import { NOTHING } from './byte-values.ts'
import type { CellReader } from './cell-reader.ts'
import { bindCondition, type BoundField, type RowTest, signedAmount } from './columns.ts'
import { problemAt } from './problems.ts'

const textFields = [
  'counterparty',
  'counterpartyAccount',
  'reference',
  'merchantReference',
  'type',
  'subject',
  'method',
  'status',
  'note',
] as const

interface BoundRule {
  class: PaymentClass
  holds: RowTest
}

/** Types rows of a payment list into one `PaymentRow`, which is used again for each. */
export class PaymentTyper {
  readonly row: PaymentRow = {
    kind: 'payments',
    paidAtS: 0,
    amountFen: 0,
    paymentClass: 'neutral',
    counterparty: '',
    counterpartyAccount: '',
    reference: '',
    merchantReference: '',
    type: '',
    subject: '',
    method: '',
    status: '',
    note: '',
  }
  readonly #fields: Map<string, BoundField>
  readonly #rules: BoundRule[]
  readonly #signRule: StatementPreset['signRule']

  constructor(preset: StatementPreset, header: HeaderIndex, fields: readonly BoundField[]) {
    this.#fields = new Map(fields.map((field) => [field.field, field]))
    this.#signRule = preset.signRule
    this.#rules = (preset.paymentRules ?? []).map((rule) => {
      const tests = rule.when.map((condition) => bindCondition(condition, header))
      return { class: rule.class, holds: (reader) => tests.every((test) => test(reader)) }
    })
  }

  read(reader: CellReader): RowProblem | undefined {
    const row = this.row
    const paidAt = this.#fields.get('paidAt')
    row.paidAtS = 0
    for (const source of paidAt?.sources ?? []) {
      const seconds = reader.moment(source.index)
      if (Number.isNaN(seconds)) return problemAt(reader, source, reader.fault)
      if (seconds === NOTHING) continue
      row.paidAtS = seconds
      break
    }
    if (row.paidAtS === 0) return problemAt(reader, paidAt?.sources[0], 'date-missing')
    for (const field of textFields) {
      row[field] = ''
      for (const source of this.#fields.get(field)?.sources ?? []) {
        if (source.when?.(reader) === false) continue
        row[field] = reader.plainText(source.index)
        if (row[field] !== '') break
      }
    }
    return this.#readReference(reader) ?? this.#readAmount(reader)
  }

  /** References are ids: digits that a spreadsheet has rounded away are refused here too. */
  #readReference(reader: CellReader): RowProblem | undefined {
    for (const field of ['reference', 'merchantReference'] as const) {
      for (const source of this.#fields.get(field)?.sources ?? []) {
        const id = reader.id(source.index)
        if (id === undefined && reader.fault !== 'id-bad') return problemAt(reader, source, reader.fault)
        if (id === undefined || id === '') continue
        this.row[field] = id
        break
      }
    }
    return undefined
  }

  #readAmount(reader: CellReader): RowProblem | undefined {
    const row = this.row
    const signed = this.#amountOf(reader, 'amountFen')
    const income = this.#amountOf(reader, 'incomeFen')
    const expense = this.#amountOf(reader, 'expenseFen')
    for (const amount of [signed, income, expense]) if (typeof amount === 'object') return amount
    const ruled = this.#rules.find((rule) => rule.holds(reader))?.class
    const moved = oneOf(Number(signed), Number(income), Number(expense))
    if (moved === undefined) {
      const source = this.#fields.get('amountFen') ?? this.#fields.get('incomeFen') ?? this.#fields.get('expenseFen')
      return problemAt(reader, source?.sources[0], income === NOTHING ? 'amount-missing' : 'amount-two-ways')
    }
    row.amountFen = Math.abs(moved.fen)
    const bySign = moved.way === 'signed' ? this.#classBySign(moved.fen) : moved.way
    const paymentClass = ruled ?? bySign
    if (paymentClass === undefined) return problemAt(reader, this.#directionSource(), 'direction-unknown')
    row.paymentClass = paymentClass
    return undefined
  }

  #directionSource(): BoundField['sources'][number] | undefined {
    return (this.#fields.get('direction') ?? this.#fields.get('amountFen'))?.sources[0]
  }

  #classBySign(fen: number): PaymentClass | undefined {
    if (this.#signRule === undefined) return undefined
    if (fen === 0) return 'neutral'
    return fen > 0 === (this.#signRule === 'income-positive') ? 'income' : 'expense'
  }

  #amountOf(reader: CellReader, field: 'amountFen' | 'incomeFen' | 'expenseFen'): number | RowProblem {
    for (const source of this.#fields.get(field)?.sources ?? []) {
      if (source.when?.(reader) === false) continue
      const fen = reader.amount(source.index)
      if (Number.isNaN(fen)) return problemAt(reader, source, reader.fault)
      if (fen !== NOTHING) return signedAmount(fen, source)
    }
    return NOTHING
  }
}

interface Moved {
  fen: number
  way: 'signed' | 'income' | 'expense'
}

/**
 * What moved, of one signed amount or a pair of columns of which one is filled (0 where empty). Undefined when there is
 * nothing, or both of a pair.
 */
function oneOf(signed: number, income: number, expense: number): Moved | undefined {
  if (signed !== NOTHING) return { fen: signed, way: 'signed' }
  const hasIncome = income !== NOTHING && income !== 0
  const hasExpense = expense !== NOTHING && expense !== 0
  if (hasIncome && hasExpense) return undefined
  if (hasIncome) return { fen: income, way: income > 0 ? 'income' : 'expense' }
  if (hasExpense) return { fen: expense, way: 'expense' }
  return income === NOTHING && expense === NOTHING ? undefined : { fen: 0, way: 'signed' }
}
