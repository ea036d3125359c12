import type { StatementPreset } from '../../../../shared/earnings/statements/preset.ts'
import {
  emptyOrderRow,
  type OrderAmountField,
  orderAmountFields,
  type OrderIdField,
  orderIdFields,
  type OrderMomentField,
  type OrderRow,
  type OrderStatus,
  orderStatuses,
  type RowProblem,
} from '../../../../shared/earnings/statements/rows.ts'
import { NOTHING } from './byte-values.ts'
import type { CellReader } from './cell-reader.ts'
import { type BoundField, plainIndex, signedAmount, type Source } from './columns.ts'
import { problemAt } from './problems.ts'

type Setter = (reader: CellReader) => RowProblem | undefined

const momentFieldOf: Partial<Record<string, OrderMomentField>> = {
  paidAt: 'paidAtS',
  receivedAt: 'receivedAtS',
  settledAt: 'settledAtS',
  refundedAt: 'refundedAtS',
}

/** Types rows of an order list into one `OrderRow`, which is used again for each. */
export class OrderTyper {
  readonly row: OrderRow = emptyOrderRow()
  readonly #setters: Setter[] = []
  readonly #zeroMeansNotYet: readonly ('settledBaseFen' | 'commissionFen' | 'payoutFen')[]
  readonly #statusByWord: Map<string, OrderStatus>
  readonly #statusWhenAbsent: OrderStatus | undefined
  readonly #columnOf = new Map<string, string>()

  constructor(preset: StatementPreset, fields: readonly BoundField[]) {
    this.#zeroMeansNotYet = preset.zeroMeansNotYet ?? []
    this.#statusByWord = statusWords(preset)
    this.#statusWhenAbsent = preset.statusWhenAbsent
    for (const field of fields) {
      this.#columnOf.set(field.field, field.sources[0]?.header ?? '')
      const setter = this.#setterFor(field)
      if (setter !== undefined) this.#setters.push(setter)
    }
    if (!this.#columnOf.has('status') && this.#statusWhenAbsent !== undefined) this.row.status = this.#statusWhenAbsent
  }

  /** Fills `row` from the current cells, or says what is wrong with them. */
  read(reader: CellReader): RowProblem | undefined {
    const row = this.row
    row.paidAtS = 0
    row.saleFen = null
    for (const set of this.#setters) {
      const problem = set(reader)
      if (problem !== undefined) return problem
    }
    if (row.orderId === '') return { code: 'id-missing', column: this.#columnOf.get('orderId') ?? '', value: '' }
    if (row.paidAtS === 0) return { code: 'date-missing', column: this.#columnOf.get('paidAt') ?? '', value: '' }
    // Lists of settlements have no sale of their own: what the commission was reckoned on stands for it.
    row.saleFen ??= row.settledBaseFen
    row.lacksSale = row.saleFen === null
    row.saleFen ??= 0
    if (row.status === 'paid' || row.status === 'received') {
      for (const field of this.#zeroMeansNotYet) if (row[field] === 0) row[field] = null
    }
    return undefined
  }

  #setterFor(bound: BoundField): Setter | undefined {
    const { field } = bound
    if (isAmount(field)) return this.#amountSetter(field, bound)
    if (isId(field)) return this.#idSetter(field, bound)
    const moment = momentFieldOf[field]
    if (moment !== undefined) return this.#momentSetter(moment, bound)
    if (field === 'ratePpm') return this.#rateSetter(bound)
    if (field === 'status') return this.#statusSetter(bound)
    if (field === 'account' || field === 'accountName') return this.#wordSetter(field, bound)
    if (field === 'goodsKind') return this.#goodsKindSetter(bound)
    return undefined
  }

  #amountSetter(field: OrderAmountField, bound: BoundField): Setter {
    const row = this.row
    const only = plainIndex(bound)
    if (only !== undefined) {
      return (reader) => {
        const fen = reader.amount(only)
        if (fen === NOTHING) row[field] = null
        else if (Number.isNaN(fen)) return problemAt(reader, bound.sources[0], reader.fault)
        else row[field] = fen
        return undefined
      }
    }
    return (reader) => {
      row[field] = null
      for (const source of bound.sources) {
        if (source.when?.(reader) === false) continue
        const fen = reader.amount(source.index)
        if (Number.isNaN(fen)) return problemAt(reader, source, reader.fault)
        if (fen === NOTHING) continue
        row[field] = signedAmount(fen, source)
        return undefined
      }
      return undefined
    }
  }

  #idSetter(field: OrderIdField, bound: BoundField): Setter {
    const row = this.row
    return firstThat(
      bound,
      () => void (row[field] = ''),
      (reader, source) => {
        const id = reader.id(source.index)
        if (id === undefined) return problemAt(reader, source, reader.fault)
        row[field] = id
        return id !== ''
      },
    )
  }

  #momentSetter(field: OrderMomentField, bound: BoundField): Setter {
    const row = this.row
    const reset = field === 'paidAtS' ? () => void (row.paidAtS = 0) : () => void (row[field] = null)
    return firstThat(bound, reset, (reader, source) => {
      const seconds = reader.moment(source.index)
      if (Number.isNaN(seconds)) return problemAt(reader, source, reader.fault)
      if (seconds !== NOTHING) row[field] = seconds
      else if (field !== 'paidAtS') row[field] = null
      return seconds !== NOTHING
    })
  }

  #rateSetter(bound: BoundField): Setter {
    const row = this.row
    return firstThat(
      bound,
      () => void (row.ratePpm = null),
      (reader, source) => {
        const ppm = reader.rate(source.index)
        if (Number.isNaN(ppm)) return problemAt(reader, source, reader.fault)
        row.ratePpm = ppm === NOTHING ? null : ppm
        return ppm !== NOTHING
      },
    )
  }

  #wordSetter(field: 'account' | 'accountName', bound: BoundField): Setter {
    const row = this.row
    return firstThat(
      bound,
      () => void (row[field] = ''),
      (reader, source) => {
        row[field] = reader.word(source.index)
        return row[field] !== ''
      },
    )
  }

  #goodsKindSetter(bound: BoundField): Setter {
    const row = this.row
    return firstThat(
      bound,
      () => void (row.goodsKind = ''),
      (reader, source) => {
        const word = reader.word(source.index)
        row.goodsKind = word === '' ? '' : /服务|生活|团购|service/i.test(word) ? 'service' : 'goods'
        return word !== ''
      },
    )
  }

  #statusSetter(bound: BoundField): Setter {
    const row = this.row
    const byWord = this.#statusByWord
    return (reader) => {
      for (const source of bound.sources) {
        if (source.when?.(reader) === false) continue
        const word = reader.word(source.index)
        if (word === '') continue
        const status = source.says ?? byWord.get(word)
        if (status === undefined) return problemAt(reader, source, 'status-unknown')
        row.status = status
        return undefined
      }
      if (this.#statusWhenAbsent === undefined) return problemAt(reader, bound.sources[0], 'status-missing')
      row.status = this.#statusWhenAbsent
      return undefined
    }
  }
}

/** Tries the places of a field in order until one says something; `reset` is what holds when none does. */
function firstThat(
  bound: BoundField,
  reset: () => void,
  take: (reader: CellReader, source: Source) => RowProblem | boolean,
): Setter {
  const [first, ...others] = bound.sources
  if (first !== undefined && others.length === 0 && first.when === undefined) {
    return (reader) => {
      const taken = take(reader, first)
      return typeof taken === 'boolean' ? undefined : taken
    }
  }
  return (reader) => {
    reset()
    for (const source of bound.sources) {
      if (source.when?.(reader) === false) continue
      const taken = take(reader, source)
      if (taken !== false) return taken === true ? undefined : taken
    }
    return undefined
  }
}

function statusWords(preset: StatementPreset): Map<string, OrderStatus> {
  const byWord = new Map<string, OrderStatus>()
  for (const status of orderStatuses) {
    for (const word of preset.statusWords?.[status] ?? []) byWord.set(word.normalize('NFKC'), status)
  }
  return byWord
}

function isAmount(field: string): field is OrderAmountField {
  return (orderAmountFields as readonly string[]).includes(field)
}

function isId(field: string): field is OrderIdField {
  return (orderIdFields as readonly string[]).includes(field)
}
