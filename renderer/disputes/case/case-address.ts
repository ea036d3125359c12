import { type CasePlace, casePlaces } from '../../../shared/disputes/missing.ts'
import { hrefTo } from '../../shell/route.ts'

/** The places that a case is worked through, and what mediation brought back. */
export const shownPlaces = [...casePlaces, 'mediation'] as const
export type ShownPlace = CasePlace | 'mediation'

/** The place that a part of an address names; the first where it names none. */
export function placeOf(part: string | undefined): ShownPlace {
  return shownPlaces.find((place) => place === part) ?? 'facts'
}

export function hrefToCase(id: string, place: ShownPlace = 'facts'): string {
  return hrefTo(`cases/${id}/${place}`)
}
