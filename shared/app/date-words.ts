import type { TFunction } from 'i18next'
import type { ComingDate } from './dates.ts'

export interface DateWords {
  what: string
  why: string
  /** Names and articles of the law; empty where none says the date. */
  law: string
}

/** What a date is, why it matters, and which law says so. */
export function dateWords(t: TFunction, { kind, params, lawIds }: ComingDate): DateWords {
  const words = { ...params, track: t(`dates:track.${params.track ?? 'none'}`) }
  return {
    what: t(`dates:kinds.${kind}`, words),
    why: t(`dates:why.${kind}`, words),
    law: lawIds.map((id) => t(`documents:law.${id}`)).join(t('dates:comma')),
  }
}
