import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { SettlementRun } from '../../../shared/earnings/settlement-shapes.ts'
import { saveFile } from '../../client.ts'
import { useCommand } from '../../ui/use-command.ts'

/** Makes the files that hand statements over, saves them and notes it. */
export function useStatementFiles(run: Pick<SettlementRun, 'id'>) {
  const { t } = useTranslation('settlement')
  const { message } = App.useApp()
  const making = useCommand('earnings.exportStatements')
  const note = useCommand('earnings.noteStatements')
  const make = async (statementIds: string[] | undefined): Promise<void> => {
    const made = await making.run({ runId: run.id, ...(statementIds === undefined ? {} : { statementIds }) })
    if (made === undefined) return
    saveFile(made.file)
    const { statements, moment, fingerprint } = made
    await note.run({ runId: run.id, statements, moment, fingerprint })
    void message.success(t('run.exported', { count: statements }))
  }
  const { busy, progress, cancel } = making
  return {
    busy,
    progress,
    cancel,
    error: making.error ?? note.error,
    clear: () => {
      making.clear()
      note.clear()
    },
    exportAll: () => make(undefined),
    exportOne: (statementId: string) => make([statementId]),
  }
}
