import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorData } from '../../shared/errors.ts'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'

interface ReasonDialogProps {
  title: string
  /** What the act does and what stays. */
  text?: string
  action: string
  busy: boolean
  error: ErrorData | undefined
  onConfirm: (reason: string) => void
  onClose: () => void
}

/** Asks why before something is voided. */
export function ReasonDialog({ title, text, action, busy, error, onConfirm, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('contracts')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  return (
    <FormDialog
      title={title}
      submitLabel={action}
      busy={busy}
      error={error}
      onClose={onClose}
      onSubmit={() => {
        setTried(true)
        if (!isMissing) onConfirm(reason)
      }}
    >
      {text === undefined ? null : <p>{text}</p>}
      <Field label={t('void.reason')} problem={tried && isMissing ? t('void.reasonRequired') : undefined}>
        {(id) => (
          <Input
            id={id}

            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}
