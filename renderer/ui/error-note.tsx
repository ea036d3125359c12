import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorData } from '../../shared/errors.ts'
import { errorPlaceParts, errorSentence } from '../../shared/i18n/index.ts'
import { Icon } from './icons.tsx'

interface ErrorNoteProps {
  error: ErrorData
  onRetry?: () => void
  onClose?: () => void
  children?: ReactNode
}

/** A failure as a person needs it: what happened and what to do, then the place, then a way on. */
export function ErrorNote({ error, onRetry, onClose, children }: ErrorNoteProps) {
  const { t } = useTranslation()
  const place = error.where === undefined ? [] : errorPlaceParts(t, error.where)
  return (
    <div className="error-note" role="alert">
      <Icon name="warn" size={20} />
      <div>
        <p>{errorSentence(t, error)}</p>
        {place.length === 0 ? null : <p className="soft">{place.join(' · ')}</p>}
        {children}
      </div>
      {onRetry === undefined ? null : (
        <Button size="small" onClick={onRetry}>
          {t('action.retry')}
        </Button>
      )}
      {onClose === undefined ? null : (
        <Button
          size="small"
          type="text"
          onClick={onClose}
          aria-label={t('action.close')}
          icon={<Icon name="close" />}
        />
      )}
    </div>
  )
}
