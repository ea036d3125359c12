import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** What the person says to single clauses, by clause id. */
export type Remarks = ReadonlyMap<string, string>

interface ClauseRemarkProps {
  clauseId: string
  remarks: Remarks
  onChange: (remarks: Remarks) => void
}

/** A button under a clause that opens a line for an objection. */
export function ClauseRemark({ clauseId, remarks, onChange }: ClauseRemarkProps) {
  const { t } = useTranslation('handover')
  const [open, setOpen] = useState(false)
  const text = remarks.get(clauseId) ?? ''
  if (!open && text === '') {
    return (
      <Button type="text" size="small" onClick={() => setOpen(true)}>
        {t('view.remark')}
      </Button>
    )
  }
  return (
    <Input.TextArea
      autoSize={{ minRows: 1, maxRows: 6 }}
      maxLength={2000}
      aria-label={t('view.remark')}
      placeholder={t('view.remarkPlaceholder')}
      value={text}
      onChange={(event) => onChange(new Map(remarks).set(clauseId, event.target.value))}
    />
  )
}
