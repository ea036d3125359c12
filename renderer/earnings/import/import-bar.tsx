import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../../shared/i18n/index.ts'
import { useHotkey } from '../../ui/keyboard.ts'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { isImported, type OpenFile, readyPreview, useImport } from './import-store.ts'

interface ImportBarProps {
  files: OpenFile[]
  /** What has to be asked first is still being found out. */
  isWaiting: boolean
  onImport: () => void
}

/** The one button of the page, always in sight: imports what was previewed. While something runs, how far it is. */
export function ImportBar({ files, isWaiting, onImport }: ImportBarProps) {
  const { t } = useTranslation('import-screen')
  const work = useImport((state) => state.work)
  const ready = files.flatMap((file) => readyPreview(file) ?? [])
  const left = files.filter((file) => readyPreview(file) === undefined && !isImported(file)).length
  const rows = ready.reduce((sum, preview) => sum + preview.rows, 0)
  useHotkey('mod+s', onImport, { enabled: work === undefined && !isWaiting && ready.length > 0 })
  return (
    <div className="import-bar">
      {work === undefined ? (
        <>
          <span className="soft">
            {ready.length === 0 ? t('bar.none') : left > 0 ? t('bar.left', { count: left }) : t('bar.binding')}
          </span>
          <Button size="large" className="end" onClick={() => useImport.getState().clear()}>
            {t('bar.clear')}
          </Button>
          <Button type="primary" size="large" disabled={isWaiting || ready.length === 0} onClick={onImport}>
            {ready.length === 0
              ? t('bar.importNone')
              : t('bar.import', { count: ready.length, rows: formatCount(rows) })}
          </Button>
        </>
      ) : (
        <div className="import-work" data-task={work.task}>
          <TaskProgress
            progress={work.progress ?? { done: 0, total: 0, label: `import-screen:progress.${work.task}` }}
            onCancel={() => useImport.getState().cancel()}
          />
        </div>
      )}
    </div>
  )
}
