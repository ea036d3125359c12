import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../../shared/i18n/index.ts'
import { goTo, hrefTo } from '../../shell/route.ts'
import { Icon } from '../../ui/icons.tsx'
import { changeHref, ChangesTable, largestChange } from './changes-table.tsx'
import { addCounts, FiveCounts } from './five-counts.tsx'
import { type ImportResult, useImport } from './import-store.ts'

/** What the import did: counts that add up, figures that moved, and what is left to do. */
export function ImportDone({ result }: { result: ImportResult }) {
  const { t } = useTranslation('import-screen')
  const rows = result.previews.reduce((sum, preview) => sum + preview.rows, 0)
  const counts = addCounts(result.statements.map((statement) => statement.counts))
  const largest = largestChange(result.changes)
  return (
    <section className="card stack import-done" aria-label={t('done.title', { count: result.statements.length })}>
      <div className="row">
        <Icon name="check" size={22} />
        <h2 className="file-title">{t('done.title', { count: result.statements.length })}</h2>
        <Button
          type="text"
          className="end"
          aria-label={t('app:action.close')}
          icon={<Icon name="close" />}
          onClick={() => useImport.getState().closeResult()}
        />
      </div>
      <FiveCounts counts={counts} rows={rows} />
      {result.statements.length > 1 ? <PerFile result={result} /> : <RejectedLinks result={result} />}
      {result.waitingPayments === 0 ? null : (
        <p className="note">
          {t('done.waiting', { count: result.waitingPayments, shown: formatCount(result.waitingPayments) })}{' '}
          <a href={hrefTo('ledger', { view: 'payments' })}>{t('done.waitingOpen')}</a>
        </p>
      )}
      <h2 className="sub-title">{t('changes.title')}</h2>
      <ChangesTable changes={result.changes} />
      <div className="row">
        <Button
          type="primary"
          onClick={() => {
            if (largest === undefined) goTo('ledger')
            else location.hash = changeHref(largest)
          }}
        >
          {t('done.ledger')}
        </Button>
      </div>
    </section>
  )
}

function PerFile({ result }: { result: ImportResult }) {
  const { t } = useTranslation('import-screen')
  return (
    <ul className="lines">
      {result.statements.map((statement) => (
        <li key={statement.planId}>
          <span className="file-name">{statement.file}</span>
          <span className="soft">
            {t('done.counts', {
              accepted: formatCount(statement.counts.accepted),
              repeated: formatCount(statement.counts.repeated),
              rejected: formatCount(statement.counts.rejected),
            })}
            {statement.statementId !== null && statement.counts.rejected > 0 ? (
              <>
                {' '}
                <a href={hrefTo('import', { statement: statement.statementId })}>{t('rejected.open')}</a>
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  )
}

function RejectedLinks({ result }: { result: ImportResult }) {
  const { t } = useTranslation('import-screen')
  const [statement] = result.statements
  if (statement === undefined || statement.statementId === null || statement.counts.rejected === 0) return null
  return (
    <p className="note">
      {t('rejected.some', { count: statement.counts.rejected })}{' '}
      <a href={hrefTo('import', { statement: statement.statementId })}>{t('rejected.open')}</a>
    </p>
  )
}
