import { type CasePlace, casePlaces } from '../../../shared/disputes/missing.ts'
import { hrefTo } from '../../shell/route.ts'

/** The place that a part of an address names; the first where it names none. */
export function placeOf(part: string | undefined): CasePlace {
  return casePlaces.find((place) => place === part) ?? 'facts'
}

export function hrefToCase(id: string, place: CasePlace = 'facts'): string {
  return hrefTo(`cases/${id}/${place}`)
}
