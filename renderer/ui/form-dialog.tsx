import { Button, Modal } from 'antd'
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorData } from '../../shared/errors.ts'
import { ErrorNote } from './error-note.tsx'

interface FormDialogProps {
  title: string
  /** Saves; the dialog stays open until the caller closes it. */
  onSubmit: () => void
  onClose: () => void
  busy: boolean
  error: ErrorData | undefined
  submitLabel?: string
  children: ReactNode
}

/** A short form over the page: Enter saves, Esc closes, a failure is said inside it. */
export function FormDialog({ title, onSubmit, onClose, busy, error, submitLabel, children }: FormDialogProps) {
  const { t } = useTranslation('app')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    // A dialog opened from another one's form is inside it for React: its submit is not the other's.
    event.stopPropagation()
    onSubmit()
  }
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={null}
      width={520}
      closable={{ 'aria-label': t('action.close') }}
    >
      <form ref={form} className="form" onSubmit={submit} noValidate>
        {children}
        {error === undefined ? null : <ErrorNote error={error} />}
        <div className="form-foot">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {submitLabel ?? t('action.save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
