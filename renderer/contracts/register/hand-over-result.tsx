import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { shortFingerprint } from '../../../shared/bundles/bag.ts'
import type { Output } from '../../../shared/contract.ts'
import { saveFile } from '../../client.ts'
import { Icon } from '../../ui/icons.tsx'
import { Status } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'

export interface HandingOver extends ReturnType<typeof useCommand<'contracts.exportHandOver'>> {
  /** Makes the file, notes it, hands it to the person; answers it. */
  handOver: (ids: readonly string[]) => Promise<Output<'contracts.exportHandOver'> | undefined>
}

/** Exporting what hands contracts over, and noting it so that the answer is known again. */
export function useHandOver(): HandingOver {
  const make = useCommand('contracts.exportHandOver')
  const note = useCommand('contracts.noteHandOver')
  const handOver: HandingOver['handOver'] = async (ids) => {
    const made = await make.run({ ids: [...ids] })
    if (made === undefined || (await note.run({ bundles: made.bundles })) === undefined) return undefined
    saveFile(made.file)
    return made
  }
  return { ...make, busy: make.busy || note.busy, error: make.error ?? note.error, handOver }
}

/** The file is made: its name, what to do with it, and the fingerprint to compare. */
export function HandOverResult({ result }: { result: Output<'contracts.exportHandOver'> }) {
  const { t } = useTranslation('register')
  return (
    <output className="export-result">
      <div className="row">
        <Status tone="good">{t('handOver.done', { name: result.file.name })}</Status>
        <Button className="end" icon={<Icon name="download" size={16} />} onClick={() => saveFile(result.file)}>
          {t('handOver.save')}
        </Button>
      </div>
      <p>{t('handOver.text')}</p>
      <p className="soft">{t('handOver.fingerprint', { fingerprint: shortFingerprint(result.fingerprint) })}</p>
    </output>
  )
}
