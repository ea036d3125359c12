import { useTranslation } from 'react-i18next'
import { withThinSpaces } from '../../shared/i18n/index.ts'
import { type Job, lessonHours, type Level, type OccupationRow, type Words } from '../../shared/training/occupation.ts'

/** Words of the occupation's data in the language of the window. */
export function useDataWords(): (words: Words) => string {
  const { i18n } = useTranslation()
  return (words) => (i18n.language === 'en' ? words.en : withThinSpaces(words.zh))
}

/** The job and level that something counts toward, in words; undefined for what counts toward none. */
export function useTargetWords(): (job: Job | null, level: Level | null) => string | undefined {
  const { t } = useTranslation('training')
  return (job, level) =>
    job === null || level === null ? undefined : t('target', { job: t(`jobs.${job}`), level: t(`levels.${level}`) })
}

/** Minutes as `12.5 学时`. */
export function useHoursWords(lessonMinutes: number): (minutes: number) => string {
  const { t } = useTranslation('training')
  return (minutes) => t('hours', { hours: lessonHours(minutes, lessonMinutes) })
}

/** A skill's name: that of its row, or the person's own word. */
export function useSkillName(rows: readonly OccupationRow[]): (skill: string) => string {
  const words = useDataWords()
  const names = new Map(rows.flatMap((row) => ('name' in row ? [[row.id, row] as const] : [])))
  return (skill) => {
    const row = names.get(skill)
    if (row === undefined) return skill
    return row.section === 'unit' ? `${row.id} ${words(row.name)}` : words(row.name)
  }
}

/** The name and article of a rule, by its id. */
export function useLawWords(): (lawId: string) => string {
  const { t } = useTranslation('documents')
  return (lawId) => t(`law.${lawId}`)
}
