import { useTranslation } from 'react-i18next'
import { hrefTo } from '../../../shell/route.ts'
import { today } from '../../../ui/due-date.tsx'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { useQuery } from '../../../ui/use-query.ts'
import { NoRecord, RecordPicker } from './task-frame.tsx'

interface AgreementPickerProps {
  /** Whose words: `task.<about>.label`, `none`, `go`. */
  about: 'marks' | 'indicators'
  value: string | undefined
  onChange: (id: string) => void
  problem: string | undefined
}

/** One of the person's own agreements, or the way to enter one. */
export function AgreementPicker({ about, value, onChange, problem }: AgreementPickerProps) {
  const { t } = useTranslation('lessons')
  const { data, error } = useQuery('contracts.listAgreements', { onDay: today() })
  if (error !== undefined) return <ErrorNote error={error} />
  if (data === undefined) return <Loading rows={2} />
  if (data.agreements.length === 0) {
    const href = hrefTo('contracts', { agreement: 'new' })
    return <NoRecord text={t(`task.${about}.none`)} go={t(`task.${about}.go`)} href={href} />
  }
  return (
    <RecordPicker
      label={t(`task.${about}.label`)}
      options={data.agreements.map(({ id, title }) => ({ value: id, label: title }))}
      value={value}
      onChange={onChange}
      problem={problem}
    />
  )
}
