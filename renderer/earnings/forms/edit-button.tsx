import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icons.tsx'

interface EditButtonProps {
  /** What a screen reader calls the entry. */
  name: string
  /** The form with what is known filled in. */
  renderForm: (onClose: () => void) => ReactElement
}

/** Changes a typed entry; what it said before stays in its history. */
export function EditButton({ name, renderForm }: EditButtonProps) {
  const { t } = useTranslation('ledger')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        size="small"
        type="text"
        aria-label={`${t('panel.edit')}: ${name}`}
        icon={<Icon name="pencil" size={14} />}
        onClick={() => setOpen(true)}
      />
      {isOpen ? renderForm(() => setOpen(false)) : null}
    </>
  )
}
