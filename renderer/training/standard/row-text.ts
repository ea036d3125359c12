import { useTranslation } from 'react-i18next'
import { unreachable } from '../../../shared/errors.ts'
import type { OccupationRow } from '../../../shared/training/occupation.ts'
import { useDataWords } from '../words.ts'

/** A row of the occupation's data as one sentence. */
export function useRowText(): (row: OccupationRow) => string {
  const { t } = useTranslation('training-plan')
  const words = useDataWords()
  const level = (value: number): string => t(`training:levels.${value}`)
  return (row) => {
    switch (row.section) {
      case 'job':
        return t('standard.jobRow', { name: words(row.name), outline: words(row.outline) })
      case 'hours':
        return t(row.job === null ? 'standard.hoursRow' : 'standard.hoursRowJob', {
          level: level(row.level),
          hours: row.hours,
          ...(row.job === null ? {} : { job: t(`training:jobs.${row.job}`) }),
        })
      case 'lesson':
        return t('standard.lessonRow', { minutes: row.minutes })
      case 'path':
        return t(row.isComplete ? 'standard.pathRow' : 'standard.pathIncomplete', {
          level: level(row.level),
          words: words(row.words),
        })
      case 'part':
        return t('standard.partRow', { part: t(`training:parts.${row.part}`), full: row.fullMark, pass: row.passMark })
      case 'function':
        return t('standard.functionRow', { job: t(`training:jobs.${row.job}`), name: words(row.name) })
      case 'weight':
        return t('standard.weightRow', {
          level: level(row.level),
          job: t(`training:jobs.${row.job}`),
          part: t(`training:parts.${row.part}`),
          item: row.item,
          percent: row.percent,
          edition: row.edition,
          page: row.page === '' ? '' : t('standard.weightPage', { page: row.page }),
        })
      case 'unit':
        return t('standard.unitRow', { id: row.id, name: words(row.name), hours: row.hours, canDo: words(row.canDo) })
      default:
        return unreachable(row)
    }
  }
}
