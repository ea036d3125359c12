import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Undo } from './use-undo.ts'

/** Says what was taken away and takes it back. */
export function UndoBar({ undo, text }: { undo: Undo; text: string }) {
  const { t } = useTranslation('app')
  return (
    <output aria-live="polite">
      {undo.offered ? (
        <span className="note note-plain row">
          {text}
          <Button size="small" className="end" onClick={undo.run}>
            {t('action.undo')}
          </Button>
        </span>
      ) : null}
    </output>
  )
}
