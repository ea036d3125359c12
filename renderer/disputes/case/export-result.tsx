import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { shortFingerprint } from '../../../shared/bundles/bag.ts'
import type { Output } from '../../../shared/contract.ts'
import type { CaseView } from '../../../shared/disputes/views.ts'
import { saveFile } from '../../client.ts'
import { formatBytes, shanghaiClock } from '../../ui/format.ts'
import { Icon } from '../../ui/icons.tsx'
import { Status } from '../../ui/status.tsx'

/** The file is made: its name, how to save it again, and the fingerprint to compare by telephone. */
export function ExportResult({ result }: { result: Output<'disputes.exportCase'> }) {
  const { t } = useTranslation('disputes')
  const characters = result.substituted
    .map(({ char, codePoint }) => `${char} ${codePoint}`)
    .join(t('documents:words.listComma'))
  return (
    <output className="export-result">
      <div className="row">
        <Status tone="good">{t('submit.done')}</Status>
        <strong>{result.file.name}</strong>
        <span className="soft">
          {t('submit.files', { size: formatBytes(result.file.sizeBytes), count: result.payloadFiles })}
        </span>
        <Button className="end" icon={<Icon name="download" size={16} />} onClick={() => saveFile(result.file)}>
          {t('submit.again')}
        </Button>
      </div>
      <p>{t('submit.fingerprint')}</p>
      <p className="fingerprint">{shortFingerprint(result.fingerprint)}</p>
      <p className="soft">{t('submit.fingerprintHelp')}</p>
      {result.withheld === 0 ? null : <p className="soft">{t('submit.withheld', { count: result.withheld })}</p>}
      {characters === '' ? null : (
        <p className="note">{t('documents:substituted', { count: result.substituted.length, chars: characters })}</p>
      )}
    </output>
  )
}

/** What has left the computer, newest first. */
export function ExportHistory({ view }: { view: CaseView }) {
  const { t } = useTranslation('disputes')
  if (view.exports.length === 0) return null
  return (
    <section className="card case-scroll">
      <h2>{t('submit.history')}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('submit.when')}</th>
            <th scope="col">{t('submit.forWhom')}</th>
            <th scope="col">{t('submit.file')}</th>
            <th scope="col">{t('submit.manifest')}</th>
          </tr>
        </thead>
        <tbody>
          {view.exports.map((row) => (
            <tr key={row.id}>
              <td>{shanghaiClock(row.madeAt)}</td>
              <td>{t(`audiences.${row.audience}.name`)}</td>
              <td>{row.fileName}</td>
              <td className="hash">{row.manifestSha256.slice(0, 16)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
