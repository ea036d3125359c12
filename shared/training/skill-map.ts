import { type Job, type OccupationRow, rowsOf, type Track, tracks, type Words, lessonMinutes } from './occupation.ts'
import type { TrainingRecord } from './records.ts'

/** What the map is drawn by: the functions of a job, or the tracks of the suggested curriculum. */
export type SkillView = Job | 'tracks'

export interface SkillAxis {
  id: string
  /** Of a function; a track has its name in the catalogue. */
  name: Words | null
  track: Track | null
  minutes: number
  /** The hours the suggested curriculum gives a track; functions have none while there is no weight table. */
  targetMinutes: number | null
  records: number
}

export interface SkillMap {
  axes: SkillAxis[]
  /** Records that no axis is named in. */
  unplacedMinutes: number
  totalMinutes: number
}

type Marked = Pick<TrainingRecord, 'minutes' | 'skills'>

/**
 * Minutes by skill. A record that names several skills of the view gives each an equal share (whole minutes, the first ones take the
 * rest), so that axes and unplaced always add up to all minutes.
 */
export function mapSkills(occupation: readonly OccupationRow[], records: readonly Marked[], view: SkillView): SkillMap {
  const axes = view === 'tracks' ? trackAxes(occupation) : functionAxes(occupation, view)
  const axisOf = new Map(
    view === 'tracks'
      ? rowsOf(occupation, 'unit').map((unit) => [unit.id, unit.track] as const)
      : axes.map((axis) => [axis.id, axis.id] as const),
  )
  const byId = new Map(axes.map((axis) => [axis.id, axis]))
  let unplacedMinutes = 0
  for (const { minutes, skills } of records) {
    const ids = [...new Set(skills.flatMap((skill) => axisOf.get(skill) ?? []))]
    if (ids.length === 0) unplacedMinutes += minutes
    for (const [index, id] of ids.entries()) {
      const axis = byId.get(id)
      if (axis === undefined) continue
      axis.minutes += Math.floor(minutes / ids.length) + (index < minutes % ids.length ? 1 : 0)
      axis.records += 1
    }
  }
  return { axes, unplacedMinutes, totalMinutes: records.reduce((sum, record) => sum + record.minutes, 0) }
}

function trackAxes(occupation: readonly OccupationRow[]): SkillAxis[] {
  const lesson = lessonMinutes(occupation)
  const units = rowsOf(occupation, 'unit')
  return tracks.map((track) => {
    const hours = units.filter((unit) => unit.track === track).reduce((sum, unit) => sum + unit.hours, 0)
    return { id: track, name: null, track, minutes: 0, targetMinutes: hours * lesson, records: 0 }
  })
}

function functionAxes(occupation: readonly OccupationRow[], job: Job): SkillAxis[] {
  return rowsOf(occupation, 'function')
    .filter((row) => row.job === job)
    .map(({ id, name }) => ({ id, name, track: null, minutes: 0, targetMinutes: null, records: 0 }))
}
