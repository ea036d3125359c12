import { findColumns, findConditionColumn, type HeaderIndex } from '../../../../shared/earnings/statements/header.ts'
import type { PresetCondition, PresetField, StatementPreset } from '../../../../shared/earnings/statements/preset.ts'
import type { OrderStatus } from '../../../../shared/earnings/statements/rows.ts'
import type { CellReader } from './cell-reader.ts'

export type RowTest = (reader: CellReader) => boolean

/** One place where a field's value may stand. */
export interface Source {
  index: number
  /** The header's own name of the column, for people. */
  header: string
  negated: boolean
  absolute: boolean
  /** The status a row has for which `when` holds. */
  says?: OrderStatus
  when?: RowTest
}

/** A field with its places, the preferred first: the first that says something counts. */
export interface BoundField {
  field: PresetField
  sources: Source[]
}

/** Binds a preset to the header a file really has: column names become places once, before a million rows are read. */
export function bindColumns(
  preset: StatementPreset,
  header: HeaderIndex,
  headerCells: readonly string[],
): BoundField[] {
  const bound = new Map<PresetField, Source[]>()
  for (const column of preset.columns) {
    const when = column.when?.map((condition) => bindCondition(condition, header))
    const sources = bound.get(column.field) ?? []
    for (const index of findColumns(header, column)) {
      if (when === undefined && sources.some((source) => source.index === index && source.when === undefined)) continue
      sources.push({
        index,
        header: (headerCells[index] ?? '').trim(),
        negated: column.negated === true,
        absolute: column.absolute === true,
        ...(column.says === undefined ? {} : { says: column.says }),
        ...(when === undefined ? {} : { when: (reader) => when.every((test) => test(reader)) }),
      })
    }
    if (sources.length > 0) bound.set(column.field, sources)
  }
  return [...bound].map(([field, sources]) => ({ field, sources }))
}

/** A condition on a row, bound to its column; without that column it never holds. */
export function bindCondition(condition: PresetCondition, header: HeaderIndex): RowTest {
  const index = findConditionColumn(header, condition)
  if (index === undefined) return () => false
  const { is, startsWith, endsWith, contains } = condition
  const known = new Map<string, boolean>()
  const test = (word: string): boolean =>
    is?.includes(word) === true ||
    startsWith?.some((part) => word.startsWith(part)) === true ||
    endsWith?.some((part) => word.endsWith(part)) === true ||
    contains?.some((part) => word.includes(part)) === true
  return (reader) => {
    const word = reader.word(index)
    let holds = known.get(word)
    if (holds === undefined) {
      holds = test(word)
      if (known.size < 10_000) known.set(word, holds)
    }
    return holds
  }
}

/** An amount as the list means it, with the sign that its preset takes off. */
export function signedAmount(fen: number, source: Source): number {
  if (source.absolute) return Math.abs(fen)
  return source.negated && fen !== 0 ? -fen : fen
}

/** Where a field stands when it stands in one place whatever the row says; the hot path has only these. */
export function plainIndex(field: BoundField): number | undefined {
  const [source, ...others] = field.sources
  return source !== undefined && others.length === 0 && source.when === undefined && !source.negated && !source.absolute
    ? source.index
    : undefined
}
