import {
  type CellReading,
  readAmountCell,
  readIdCell,
  readMomentCell,
  readRateCell,
  shanghaiClock,
} from '../../../../shared/earnings/statements/cells.ts'
import { indexHeader, normalizeHeader } from '../../../../shared/earnings/statements/header.ts'
import type { OrderStatus } from '../../../../shared/earnings/statements/rows.ts'
import { unreachable } from '../../../../shared/errors.ts'
import { formatFen, formatPpm } from '../../../../shared/money.ts'
import { fieldKinds, fieldsOfKind, type MappedField, type MappingDraft, type UnknownTable } from './mapping-draft.ts'

/** A cell as it would be stored, or why it cannot be; `word` is for the catalogue. */
export type MappedCell =
  | { kind: 'text'; text: string }
  | { kind: 'status'; status: OrderStatus }
  | { kind: 'direction'; direction: 'income' | 'expense' }
  | { kind: 'problem'; code: string; value: string }

export interface MappedRow {
  row: number
  cells: { field: MappedField; cell: MappedCell }[]
}

/** Reads the sample with the mapping as it stands, by the same cell readers that the import uses. */
export function readMappedRows(table: UnknownTable, draft: MappingDraft): MappedRow[] {
  const places = indexHeader(table.headers).places
  const fields = fieldsOfKind[draft.kind].flatMap((field) => {
    const place = places.get(normalizeHeader(draft.columns[field] ?? ''))?.[0]
    return draft.columns[field] === undefined || place === undefined ? [] : [{ field, place }]
  })
  return table.sample.map(({ row, cells }) => ({
    row,
    cells: fields.map(({ field, place }) => ({ field, cell: readMappedCell(draft, field, cells[place] ?? '') })),
  }))
}

function readMappedCell(draft: MappingDraft, field: MappedField, text: string): MappedCell {
  switch (fieldKinds[field]) {
    case 'moment':
      return show(readMomentCell(text), text, shanghaiClock)
    case 'amount':
      return show(readAmountCell(text), text, formatFen)
    case 'rate':
      return show(readRateCell(text), text, formatPpm)
    case 'id':
      return show(readIdCell(text), text, String)
    case 'status':
      return draft.kind === 'orders' ? readStatus(draft, text) : { kind: 'text', text: text.trim() }
    case 'direction':
      return readDirection(draft, text)
    case 'text':
      return { kind: 'text', text: text.trim() }
    default:
      return unreachable(fieldKinds[field])
  }
}

function readStatus(draft: MappingDraft, text: string): MappedCell {
  const status = draft.statusWords[text.normalize('NFKC').trim()] ?? draft.statusWhenAbsent
  return status === undefined ? { kind: 'problem', code: 'status-unknown', value: text } : { kind: 'status', status }
}

function readDirection(draft: MappingDraft, text: string): MappedCell {
  const direction = draft.directionWords[text.normalize('NFKC').trim()]
  return direction === undefined ? { kind: 'text', text: text.trim() } : { kind: 'direction', direction }
}

function show<T>(reading: CellReading<T>, text: string, format: (value: T) => string): MappedCell {
  if ('problem' in reading) return { kind: 'problem', code: reading.problem, value: text }
  return { kind: 'text', text: reading.value === null ? '' : format(reading.value) }
}
