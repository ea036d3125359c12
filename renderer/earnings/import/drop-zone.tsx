import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icons.tsx'
import { useFileDrop } from '../../ui/use-file-drop.ts'
import './import.css'

interface DropZoneProps {
  onFiles: (files: File[]) => void
  /** A single line, once there are files on the table. */
  small?: boolean
}

/** Where statements come in: dropped or pasted anywhere on the page, or chosen; any number at once. */
export function DropZone({ onFiles, small = false }: DropZoneProps) {
  const { t } = useTranslation('import-screen')
  const page = useRef<HTMLElement>(document.documentElement)
  const picker = useRef<HTMLInputElement>(null)
  const over = useFileDrop(page, onFiles)
  return (
    <section className={`drop-zone${small ? ' small' : ''}${over ? ' over' : ''}`} aria-label={t('drop.label')}>
      <Icon name="import" size={small ? 20 : 30} />
      <div>
        <strong>{over ? t('drop.over') : t('drop.title')}</strong>
        {small ? null : <p className="soft">{t('drop.kinds')}</p>}
      </div>
      <Button type={small ? 'default' : 'primary'} onClick={() => picker.current?.click()}>
        {t('app:action.chooseFiles')}
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t('drop.label')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </section>
  )
}
