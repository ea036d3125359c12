import type { PresetColumn, PresetCondition, StatementPreset } from './preset.ts'

/** A header name as it is compared: NFKC, no blanks or invisible marks, 动帐 = 动账, Latin letters in lower case. */
export function normalizeHeader(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\s\u200b-\u200f\ufeff'"`]/g, '')
    .replaceAll('帐', '账')
    .toLowerCase()
}

/** Where a header row's names stand; a name that occurs twice keeps both places, in order. */
export interface HeaderIndex {
  names: string[]
  places: Map<string, number[]>
}

export function indexHeader(cells: readonly string[]): HeaderIndex {
  const names = cells.map(normalizeHeader)
  const places = new Map<string, number[]>()
  names.forEach((name, index) => {
    if (name === '') return
    const known = places.get(name)
    if (known === undefined) places.set(name, [index])
    else known.push(index)
  })
  return { names, places }
}

/** The column index of the first of `names` that the header has (the `position`-th of that name); undefined when none. */
function findColumn(header: HeaderIndex, names: readonly string[], position = 1): number | undefined {
  for (const name of names) {
    const index = header.places.get(normalizeHeader(name))?.[position - 1]
    if (index !== undefined) return index
  }
  return undefined
}

/** Every place of the header where one of a preset column's names stands, preferred names first. */
export function findColumns(header: HeaderIndex, column: PresetColumn): number[] {
  if (column.position !== undefined) {
    const index = findColumn(header, column.names, column.position)
    return index === undefined ? [] : [index]
  }
  return column.names.flatMap((name) => header.places.get(normalizeHeader(name)) ?? [])
}

export function findConditionColumn(header: HeaderIndex, condition: PresetCondition): number | undefined {
  return findColumn(header, condition.names)
}

/** Whether the header row is a preset's, and how many of its columns the preset knows. 0 = it is not. */
export function scorePreset(header: HeaderIndex, preset: StatementPreset): number {
  const has = (name: string): boolean => header.places.has(normalizeHeader(name))
  if (!preset.recognizedBy.every((anyOf) => anyOf.some(has))) return 0
  if (preset.notWith?.some(has) === true) return 0
  const known = new Set(preset.columns.flatMap((column) => findColumns(header, column)))
  return known.size
}

/** The preset a header row belongs to: of those that recognise it the one that knows most of its columns. */
export function choosePreset(header: HeaderIndex, presets: readonly StatementPreset[]): StatementPreset | undefined {
  let best: StatementPreset | undefined
  let bestScore = 0
  for (const preset of presets) {
    const score = scorePreset(header, preset)
    if (score > bestScore) {
      best = preset
      bestScore = score
    }
  }
  return best
}
