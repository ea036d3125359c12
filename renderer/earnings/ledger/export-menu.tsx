import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LedgerFilter } from '../../../shared/earnings/ledger-shapes.ts'
import { saveFile } from '../../client.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { useCommand } from '../../ui/use-command.ts'

const formats = { xlsx: 'xlsx', xlsxLines: 'xlsx', csv: 'csv' } as const
type Choice = keyof typeof formats

/** The ledger as the filters show it, as a file. */
export function ExportMenu({ asOf, filter }: { asOf: string; filter: LedgerFilter }) {
  const { t } = useTranslation('ledger')
  const exporting = useCommand('earnings.exportLedger')
  const run = async (choice: Choice): Promise<void> => {
    const file = await exporting.run({ asOf, filter, format: formats[choice], withLines: choice === 'xlsxLines' })
    if (file !== undefined) saveFile(file)
  }
  if (exporting.busy) return <TaskProgress progress={exporting.progress} onCancel={exporting.cancel} />
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: (Object.keys(formats) as Choice[]).map((key) => ({ key, label: t(`export.${key}`) })),
          onClick: ({ key }) => void run(key as Choice),
        }}
      >
        <Button icon={<Icon name="download" />}>{t('export.button')}</Button>
      </Dropdown>
      {exporting.error === undefined ? null : <ErrorNote error={exporting.error} onClose={exporting.clear} />}
    </>
  )
}
