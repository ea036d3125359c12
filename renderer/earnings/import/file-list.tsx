import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../../shared/i18n/index.ts'
import { formatBytes } from '../../ui/format.ts'
import { Icon } from '../../ui/icons.tsx'
import { Status } from '../../ui/status.tsx'
import { type OpenFile, useImport, type Work } from './import-store.ts'
import { usePresetName } from './words.ts'

/** The files on the table, each with what it is and how far it is; the chosen one is shown beside. */
export function FileList({ files, selected }: { files: OpenFile[]; selected: string | undefined }) {
  const { t } = useTranslation('import-screen')
  return (
    <ul className="import-files" aria-label={t('files.label')}>
      {files.map((file) => (
        <FileItem key={file.key} file={file} isSelected={file.key === selected} />
      ))}
    </ul>
  )
}

function FileItem({ file, isSelected }: { file: OpenFile; isSelected: boolean }) {
  const { t } = useTranslation('import-screen')
  const presetName = usePresetName(t)
  const work = useImport((state) => state.work)
  const preview = file.answer?.ok === true ? file.answer.preview : undefined
  return (
    <li className={isSelected ? 'import-file on' : 'import-file'}>
      <button
        type="button"
        className="bare-button import-file-open"
        aria-current={isSelected}
        onClick={() => useImport.getState().select(file.key)}
      >
        <b>{preview === undefined ? file.name : presetName(preview.preset, preview.role)}</b>
        {preview === undefined ? null : <span className="soft import-file-name">{file.name}</span>}
        <span className="row import-file-state">
          <FileState file={file} work={work} />
          <span className="soft">
            {preview === undefined
              ? formatBytes(file.sizeBytes)
              : t('rows', { count: preview.rows, shown: formatCount(preview.rows) })}
          </span>
        </span>
      </button>
      <Button
        type="text"
        size="small"
        aria-label={t('files.remove', { name: file.name })}
        icon={<Icon name="close" size={14} />}
        disabled={work?.task === 'importing'}
        onClick={() => useImport.getState().remove(file.key)}
      />
    </li>
  )
}

/** How far a file is, in an icon and a word. */
export function FileState({ file, work }: { file: OpenFile; work: Work | undefined }) {
  const { t } = useTranslation('import-screen')
  if (file.failure !== undefined) return <Status tone="bad">{t('state.notIn')}</Status>
  if (file.token === undefined) {
    return (
      <Status tone="plain" icon="clock">
        {t('state.comingIn')}
      </Status>
    )
  }
  if (!file.isRead || file.answer === undefined) {
    return (
      <Status tone="plain" icon="clock">
        {t(work?.task === 'reading' ? 'state.reading' : 'state.unread')}
      </Status>
    )
  }
  if (!file.answer.ok)
    return <FailedState code={file.answer.failure.error.code} isUnknown={file.answer.failure.unknown !== null} />
  const { alreadyImported, decisions } = file.answer.preview
  if (alreadyImported !== null) {
    return (
      <Status tone="plain" icon="check">
        {t('state.already')}
      </Status>
    )
  }
  if (decisions.rejected + decisions.conflict > 0) {
    return <Status tone="warn">{t('state.readyBut', { count: decisions.rejected + decisions.conflict })}</Status>
  }
  return <Status tone="good">{t('state.ready')}</Status>
}

function FailedState({ code, isUnknown }: { code: string; isUnknown: boolean }) {
  const { t } = useTranslation('import-screen')
  if (isUnknown) return <Status tone="warn">{t('state.unknown')}</Status>
  if (code === 'import.password-needed' || code === 'import.password-wrong') {
    return (
      <Status tone="warn" icon="lock">
        {t('state.locked')}
      </Status>
    )
  }
  return <Status tone="bad">{t('state.failed')}</Status>
}
