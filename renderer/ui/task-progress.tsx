import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CallProgress } from '../../shared/call.ts'

/** What a long call is doing, with a number and a way out. Without progress yet it says that the work has begun. */
export function TaskProgress({ progress, onCancel }: { progress: CallProgress | undefined; onCancel?: () => void }) {
  const { t } = useTranslation()
  const label = progress === undefined ? t('progress.starting') : t(progress.label)
  const percent =
    progress === undefined || progress.total === 0 ? 0 : Math.floor((progress.done * 100) / progress.total)
  return (
    <output className="task-progress">
      <div className="row">
        <span>{label}</span>
        {progress === undefined || progress.total === 0 ? null : (
          <span className="soft">{t('progress.of', { done: progress.done, total: progress.total })}</span>
        )}
        {onCancel === undefined ? null : (
          <Button size="small" className="end" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
        )}
      </div>
      <Progress percent={percent} showInfo={false} size="small" aria-label={label} />
    </output>
  )
}
