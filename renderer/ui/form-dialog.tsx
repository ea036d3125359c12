import { Button, Modal } from 'antd'
import { useRef, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorData } from '../../shared/errors.ts'
import { ErrorNote } from './error-note.tsx'
import { useReturnedFocus } from './use-returned-focus.ts'
import { useTopmost } from './use-topmost.ts'

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

const typedIn = 'input:not([type="radio"], [type="checkbox"], [type="file"]), textarea'

/** A short form over the page: the first field has the focus, Enter saves, Esc closes, a failure is said inside it. */
export function FormDialog({ title, onSubmit, onClose, busy, error, submitLabel, children }: FormDialogProps) {
  const { t } = useTranslation('app')
  const form = useRef<HTMLFormElement>(null)
  useReturnedFocus()
  const isTopmost = useTopmost()
  // The dialog takes the focus as it opens; once it has, the field gets it unless one has it already.
  const focusFirstField = (): void => {
    if (document.activeElement?.matches(typedIn) !== true) form.current?.querySelector<HTMLElement>(typedIn)?.focus()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    // A dialog opened from another one's form is inside it for React: its submit is not the other's.
    event.stopPropagation()
    onSubmit()
  }
  return (
    <Modal
      open
      // Without an opening motion: at its end a dialog takes the focus, also from one that was opened above it meanwhile, and
      // what a quick person types would land in the wrong field.
      transitionName=""
      maskTransitionName=""
      title={title}
      onCancel={onClose}
      afterOpenChange={(isOpen) => isOpen && isTopmost && focusFirstField()}
      // Two dialogs that open at once would each hold the focus, and the one below could win.
      focusable={{ trap: isTopmost }}
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
