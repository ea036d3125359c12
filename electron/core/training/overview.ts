import { addDays, shanghaiDate } from '../../../shared/calendar.ts'
import type { Output, ParsedInput } from '../../../shared/contract.ts'
import { checkTraining } from '../../../shared/training/checks.ts'
import { lessonMinutes, type OccupationRow } from '../../../shared/training/occupation.ts'
import { planTraining } from '../../../shared/training/plan.ts'
import type { Certificate, Goal } from '../../../shared/training/records.ts'
import { requiredTrainings } from '../../../shared/training/required.ts'
import { mapSkills } from '../../../shared/training/skill-map.ts'
import { sumTraining, yearOf } from '../../../shared/training/totals.ts'
import type { Person } from '../../../shared/training/views.ts'
import type { CallContext } from '../context.ts'
import type { Db } from '../database/open.ts'
import { readOccupation } from './occupation.ts'
import { findPerson, readSurroundings, type Surroundings } from './people.ts'
import { assessmentTable, certificateTable, listEntries, recordTable } from './store.ts'

/** From this many days before the end of the year a yearly training is pressing. */
const YEARLY_REMIND_DAYS = 60

/** One person's year, with all that is derived from their log. */
export interface PersonYear {
  person: Person
  records: ReturnType<typeof recordsOf>
  certificates: Certificate[]
  overview: Output<'training.overview'>
}

function recordsOf(db: Db, partyId: string) {
  return listEntries(db, recordTable, partyId)
}

/** Everything that screens, roster and papers say about one person and year, from one reading. */
export function readPersonYear(
  db: Db,
  person: Person,
  at: { year: number; asOf: string; occupation: readonly OccupationRow[]; surroundings: Surroundings },
): PersonYear {
  const records = recordsOf(db, person.id)
  const certificates = listEntries(db, certificateTable, person.id)
  const facts = at.surroundings.factsOf(person, at.year)
  const { firstStreamOn } = facts
  const overview = {
    person,
    year: at.year,
    lessonMinutes: lessonMinutes(at.occupation),
    totals: sumTraining(records),
    yearTotals: sumTraining(records.filter((record) => yearOf(record.date) === at.year)),
    required: requiredTrainings(facts, records, at.year, at.asOf),
    warnings: checkTraining({ records, certificates, firstStreamOn, occupation: at.occupation }),
    firstStreamOn,
  }
  return { person, records, certificates, overview }
}

/** `training.overview`. */
export function overview(context: CallContext, input: ParsedInput<'training.overview'>): Output<'training.overview'> {
  const { db } = context
  const asOf = shanghaiDate(context.now())
  const year = input.year ?? yearOf(asOf)
  const occupation = readOccupation(db).rows
  const person = findPerson(db, input.partyId)
  if (person !== null) {
    return readPersonYear(db, person, { year, asOf, occupation, surroundings: readSurroundings(db) }).overview
  }
  const nothing = sumTraining([])
  return {
    person,
    year,
    lessonMinutes: lessonMinutes(occupation),
    totals: nothing,
    yearTotals: nothing,
    required: [],
    warnings: [],
    firstStreamOn: null,
  }
}

/** The goal of a person, if they set one. */
export function readGoal(db: Db, partyId: string): Goal | null {
  return (
    db
      .prepare<[string], Goal>(
        'SELECT party_id AS partyId, job, level, trade_since AS tradeSince FROM training_goals WHERE party_id = ?',
      )
      .get(partyId) ?? null
  )
}

/** `training.plan`. */
export function plan(context: CallContext, input: ParsedInput<'training.plan'>): Output<'training.plan'> {
  const { db } = context
  const { rows } = readOccupation(db)
  const person = findPerson(db, input.partyId)
  const goal = person === null ? null : readGoal(db, person.id)
  const minutes = lessonMinutes(rows)
  if (person === null || goal === null) return { person, goal, lessonMinutes: minutes, plan: null, rows: [] }
  const made = planTraining({
    goal,
    records: recordsOf(db, person.id),
    certificates: listEntries(db, certificateTable, person.id),
    assessments: listEntries(db, assessmentTable, person.id),
    occupation: rows,
    asOf: shanghaiDate(context.now()),
  })
  const used = rows.filter(
    (row) =>
      row.id === made.hours.rowId ||
      made.paths.some((path) => path.rowId === row.id) ||
      (row.section === 'part' && row.levels.includes(goal.level)) ||
      row.section === 'lesson',
  )
  return { person, goal, lessonMinutes: minutes, plan: made, rows: used }
}

/** `training.skillMap`. */
export function skillMap(context: CallContext, input: ParsedInput<'training.skillMap'>): Output<'training.skillMap'> {
  const { rows } = readOccupation(context.db)
  const person = findPerson(context.db, input.partyId)
  const records = person === null ? [] : recordsOf(context.db, person.id)
  return { ...mapSkills(rows, records, input.view), lessonMinutes: lessonMinutes(rows) }
}

/** Certificates that are within their reminder on a day, or past it. */
function expiring(
  certificates: readonly Certificate[],
  asOf: string,
): Output<'training.roster'>['people'][number]['expiring'] {
  return certificates.flatMap(({ id, title, expiresOn, remindDays }) =>
    expiresOn !== null && addDays(expiresOn, -remindDays) <= asOf ? [{ id, title, expiresOn }] : [],
  )
}

/** `training.roster`: the people whom the person pays, by name. */
export function roster(context: CallContext, input: ParsedInput<'training.roster'>): Output<'training.roster'> {
  const { db } = context
  const asOf = shanghaiDate(context.now())
  const year = input.year ?? yearOf(asOf)
  const occupation = readOccupation(db).rows
  const surroundings = readSurroundings(db)
  const people = surroundings.payees
    .flatMap((id) => findPerson(db, id) ?? [])
    .filter((person) => !person.isSelf)
    .map((person) => {
      const { certificates, overview } = readPersonYear(db, person, { year, asOf, occupation, surroundings })
      return {
        person,
        minutes: overview.totals.minutes,
        yearMinutes: overview.yearTotals.minutes,
        required: overview.required,
        expiring: expiring(certificates, asOf),
        warnings: overview.warnings.length,
      }
    })
  const byName = people.toSorted((a, b) => a.person.name.localeCompare(b.person.name, 'zh'))
  return { year, lessonMinutes: lessonMinutes(occupation), people: byName }
}

/** `training.dates`: for the calendar; certificates of everyone, yearly trainings of the person using this computer. */
export function dates(context: CallContext): Output<'training.dates'> {
  const { db } = context
  const asOf = shanghaiDate(context.now())
  const self = findPerson(db, undefined)
  const certificates = listEntries(db, certificateTable, null).flatMap((certificate) => {
    const { id, title, expiresOn, remindDays, partyId } = certificate
    if (expiresOn === null) return []
    const name = findPerson(db, partyId)?.name ?? ''
    return [
      {
        id: `certificate:${id}`,
        kind: 'certificate-expiry' as const,
        date: expiresOn,
        remindFrom: addDays(expiresOn, -remindDays),
        params: { title, name },
        lawIds: [],
        partyId,
      },
    ]
  })
  const found = [...certificates, ...(self === null ? [] : yearlyDates(db, self, asOf))]
  return { dates: found.toSorted((a, b) => (a.date < b.date ? -1 : 1)) }
}

function yearlyDates(db: Db, self: Person, asOf: string): Output<'training.dates'>['dates'] {
  const year = yearOf(asOf)
  const facts = readSurroundings(db).factsOf(self, year)
  return requiredTrainings(facts, recordsOf(db, self.id), year, asOf).flatMap(({ kind, state, dueOn, lawId }) => {
    if (state !== 'open' || dueOn === null || (kind !== 'yearly' && kind !== 'operator-yearly')) return []
    return [
      {
        id: `${kind}:${year}`,
        kind,
        date: dueOn,
        remindFrom: addDays(dueOn, -YEARLY_REMIND_DAYS),
        params: { year, name: self.name },
        lawIds: [lawId],
        partyId: self.id,
      },
    ]
  })
}
