import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallProgress } from '../../../shared/call.ts'
import type { StatementRecord } from '../../../shared/earnings/import-shapes.ts'
import type { ErrorData } from '../../../shared/errors.ts'
import { ReasonDialog } from '../../contracts/index.ts'
import { useCommand } from '../../ui/use-command.ts'
import type { LedgerChange } from './changes-table.tsx'

interface TakingBack {
  busy: boolean
  progress: CallProgress | undefined
  error: ErrorData | undefined
  cancel: () => void
  askVoid: (statement: StatementRecord) => void
  restore: (statement: StatementRecord) => void
  /** Asks for the reason, while it is open. */
  dialog: ReactNode
}

/** Voids an import, with a reason, and brings it back; says which figures moved. */
export function useTakingBack(onMoved: (changes: readonly LedgerChange[]) => void): TakingBack {
  const { t } = useTranslation('import-screen')
  const voiding = useCommand('earnings.voidStatement')
  const restoring = useCommand('earnings.restoreStatement')
  const [asked, setAsked] = useState<StatementRecord>()
  const confirm = async (statement: StatementRecord, reason: string): Promise<void> => {
    const outcome = await voiding.run({ statementId: statement.id, reason })
    if (outcome === undefined) return
    setAsked(undefined)
    onMoved(outcome.changes)
  }
  const restore = async (statement: StatementRecord): Promise<void> => {
    const outcome = await restoring.run({ statementId: statement.id })
    if (outcome !== undefined) onMoved(outcome.changes)
  }
  const active = voiding.busy ? voiding : restoring
  return {
    busy: active.busy,
    progress: active.progress,
    error: restoring.error,
    cancel: active.cancel,
    askVoid: setAsked,
    restore: (statement) => void restore(statement),
    dialog:
      asked === undefined ? null : (
        <ReasonDialog
          title={t('void.title', { file: asked.file })}
          text={t('void.text')}
          action={t('app:action.void')}
          busy={voiding.busy}
          error={voiding.error}
          onConfirm={(reason) => void confirm(asked, reason)}
          onClose={() => setAsked(undefined)}
        />
      ),
  }
}
