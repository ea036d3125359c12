import { findColumns, findConditionColumn, type HeaderIndex } from '../../../../shared/earnings/statements/header.ts'
import type { PresetCondition, PresetField, StatementPreset } from '../../../../shared/earnings/statements/preset.ts'
import type { CellReader } from './cell-reader.ts'

export type RowTest = (reader: CellReader) => boolean

/** One place where a field's value may stand. */
export interface Source {
  index: number
  /** The header's own name of the column, for people. */
  header: string
  negated: boolean
  when?: RowTest
}

/** A field with its places, the preferred first: the first that says something counts. */
export interface BoundField {
  field: PresetField
  sources: Source[]
}

/** Binds a preset to the header a file really has: column names become places once, before a million rows are read. */
export function bindColumns(preset: StatementPreset, header: HeaderIndex, headerCells: readonly string[]): BoundField[] {
  const bound = new Map<PresetField, Source[]>()
  for (const column of preset.columns) {
    const when = column.when?.map((condition) => bindCondition(condition, header))
    const sources = bound.get(column.field) ?? []
    for (const index of findColumns(header, column)) {
      if (sources.some((source) => source.index === index && when === undefined)) continue
      sources.push({
        index,
        header: (headerCells[index] ?? '').trim(),
        negated: column.negated === true,
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

/** Where a field stands when it stands in one place whatever the row says; the hot path has only these. */
export function plainIndex(field: BoundField): number | undefined {
  const [source, ...others] = field.sources
  return source !== undefined && others.length === 0 && source.when === undefined && !source.negated
    ? source.index
    : undefined
}
