import { addMonths } from '../../../calendar.ts'
import { checkIdCard } from '../../../identifiers.ts'
import type { Rule } from './rule.ts'

/** A streamer is at least 16 (law live21-17) on the day the contract begins; below 18 the guardian must consent. */
export const age: Rule = (view) => {
  const person = view.party('person')
  const from = view.text('from')
  if (person?.idCard === undefined || from === undefined) return []
  const checked = checkIdCard(person.idCard)
  if (!checked.ok) return []
  const reaches = (years: number): boolean => addMonths(checked.birthDate, years * 12) <= from
  if (!reaches(16)) return [view.error('person', 'too-young', ['live21-17'])]
  return reaches(18) ? [] : [view.warning('person', 'needs-guardian', ['live21-17'])]
}
