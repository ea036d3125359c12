import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FactKind } from '../../../shared/earnings/ledger-shapes.ts'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useUndoMessage } from '../../ui/use-undo-message.tsx'

/** Takes a typed fact out of the figures, with a reason; it stays in the record and the message brings it back. */
export function VoidButton({ kind, id, name }: { kind: FactKind; id: string; name: string }) {
  const { t } = useTranslation('ledger')
  const showUndo = useUndoMessage()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const voiding = useCommand('earnings.voidFact')
  const restoring = useCommand('earnings.restoreFact')
  const submit = async (): Promise<void> => {
    if ((await voiding.run({ kind, id, reason })) === undefined) return
    setAsking(false)
    showUndo(`void-${id}`, t('panel.voided'), () => void restoring.run({ kind, id }))
  }
  return (
    <>
      <Button
        size="small"
        type="text"
        aria-label={`${t('panel.void')}: ${name}`}
        icon={<Icon name="close" size={14} />}
        onClick={() => setAsking(true)}
      />
      {asking ? (
        <FormDialog
          title={t('panel.void')}
          submitLabel={t('app:action.void')}
          onSubmit={() => void submit()}
          onClose={() => setAsking(false)}
          busy={voiding.busy}
          error={voiding.error}
        >
          <p>{name}</p>
          <Field label={t('panel.voidReason')}>
            {(field) => (
              <Input id={field} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
        </FormDialog>
      ) : null}
    </>
  )
}
