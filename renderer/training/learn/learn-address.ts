import { hrefTo } from '../../shell/route.ts'

const place = 'training/learn'

export const mockPlace = 'mock'
export const hrefToLessons = (): string => hrefTo(place)
export const hrefToLesson = (id: string): string => hrefTo(`${place}/${id}`)
/** A practice paper; without a number the place where one is chosen. */
export const mockPath = `${place}/${mockPlace}`
