import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'

/** A skeleton that shows itself only after 300 ms (by CSS), so that quick answers do not flicker. */
export function Loading({ rows = 4 }: { rows?: number }) {
  const { t } = useTranslation()
  return (
    <output className="loading" aria-label={t('progress.loading')}>
      <Skeleton active title={false} paragraph={{ rows }} />
    </output>
  )
}
