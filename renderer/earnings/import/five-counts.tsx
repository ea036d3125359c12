import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportCounts } from '../../../shared/earnings/import-shapes.ts'
import { formatCount } from '../../../shared/i18n/index.ts'
import { Icon } from '../../ui/icons.tsx'

export const fiveCounts = ['accepted', 'repeated', 'superseded', 'rejected', 'ignored'] as const

/** What became of the rows, as a sum one can check by eye: five numbers and the file's rows. */
export function FiveCounts({ counts, rows }: { counts: ImportCounts; rows: number }) {
  const { t } = useTranslation('import-screen')
  const sum = fiveCounts.reduce((total, name) => total + counts[name], 0)
  return (
    <div className="five-counts">
      {fiveCounts.map((name, index) => (
        <Fragment key={name}>
          {index === 0 ? null : <span className="five-sign">+</span>}
          <div
            className={counts[name] === 0 ? 'five-part none' : `five-part five-${name}`}
            title={t(`countHelp.${name}`)}
          >
            <b>{formatCount(counts[name])}</b>
            <span>{t(`count.${name}`)}</span>
          </div>
        </Fragment>
      ))}
      <span className="five-sign">=</span>
      <div className="five-part five-sum">
        <b>
          {formatCount(sum)} {sum === rows ? <Icon name="check" size={18} /> : null}
        </b>
        <span>{t('count.rows', { shown: formatCount(rows) })}</span>
      </div>
    </div>
  )
}

/** The five counts of several files together. */
export function addCounts(all: readonly ImportCounts[]): ImportCounts {
  const sum: ImportCounts = { accepted: 0, repeated: 0, superseded: 0, rejected: 0, ignored: 0 }
  for (const counts of all) for (const name of fiveCounts) sum[name] += counts[name]
  return sum
}
