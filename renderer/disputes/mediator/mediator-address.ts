import { hrefTo } from '../../shell/route.ts'

export const mediatorPlaces = ['claims', 'timeline', 'evidence', 'documents'] as const
export type MediatorPlace = (typeof mediatorPlaces)[number]

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
