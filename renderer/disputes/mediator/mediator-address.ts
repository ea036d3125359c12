import { hrefTo } from '../../shell/route.ts'

/** What the file says, read-only; the mediator's own work; the other side's answer, and two files side by side. */
export const mediatorPlaceGroups = {
  file: ['claims', 'timeline', 'evidence', 'documents'],
  mediation: ['decide', 'ask', 'agreement'],
  sides: ['response', 'compare'],
} as const
export type MediatorPlace = (typeof mediatorPlaceGroups)[keyof typeof mediatorPlaceGroups][number]

const mediatorPlaces: readonly MediatorPlace[] = Object.values(mediatorPlaceGroups).flat()

/** The place that a part of an address names; `lines` belongs to the claims. */
export function mediatorPlaceOf(part: string | undefined): MediatorPlace | 'lines' {
  if (part === 'lines') return part
  return mediatorPlaces.find((place) => place === part) ?? 'claims'
}

export function mediatorHref(
  id: string,
  place: MediatorPlace | 'lines' = 'claims',
  params: Record<string, string | undefined> = {},
): string {
  return hrefTo(`received/${id}/${place}`, params)
}
