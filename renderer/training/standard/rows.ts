import type { OccupationRow, Section } from '../../../shared/training/occupation.ts'

const own = { origin: 'own' as const, verified: 'own' as const, source: { zh: '', en: '' } }
const nothing = { zh: '', en: '' }

/** Weights come as a whole table. */
export function isEditable(row: OccupationRow): boolean {
  return row.section !== 'weight'
}

/** An empty row of the person's own for a section that can grow; undefined for the others. */
export function newRow(section: Section, rows: readonly OccupationRow[]): OccupationRow | undefined {
  const id = freeId(section, rows)
  switch (section) {
    case 'path':
      return {
        section,
        id,
        level: 5,
        years: null,
        training: false,
        certificateLevel: null,
        other: null,
        isComplete: true,
        words: nothing,
        ...own,
      }
    case 'function':
      return { section, id, job: 'live-seller', levels: [5, 4, 3], name: nothing, ...own }
    case 'unit':
      return { section, id, track: 'operation', name: nothing, hours: 2, canDo: nothing, ...own }
    case 'hours':
      return { section, id, job: 'live-seller', level: 5, hours: 120, ...own }
    default:
      return undefined
  }
}

function freeId(section: Section, rows: readonly OccupationRow[]): string {
  const taken = new Set(rows.map((row) => row.id))
  for (let at = 1; ; at += 1) {
    const id = `own-${section}-${at}`
    if (!taken.has(id)) return id
  }
}
