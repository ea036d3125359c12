import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementRecord } from '../../../shared/earnings/import-shapes.ts'
import { saveFile } from '../../client.ts'
import { useApp } from '../../shell/app-store.ts'
import { hrefTo } from '../../shell/route.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Pager, usePages } from '../../ui/pager.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { Term } from '../../ui/term.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { ChangesTable, type LedgerChange } from './changes-table.tsx'
import { FiveCounts } from './five-counts.tsx'
import { MendRows } from './mend-rows.tsx'
import { RejectedTable } from './preview-rows.tsx'
import { periodText, StatementState } from './statement-history.tsx'
import { StatementSums } from './statement-sums.tsx'
import { useTakingBack } from './use-taking-back.tsx'
import { usePresetName } from './words.ts'

/** One import of the history: its counts and sums, the rows it refused, and the way to take it back. */
export function StatementPage({ id }: { id: string }) {
  const { t } = useTranslation('import-screen')
  const { data, error, reload } = useQuery('earnings.listStatements', {})
  const statement = data?.statements.find((candidate) => candidate.id === id)
  return (
    <div className="stack import-screen">
      <BackLink href={hrefTo('import')} text={t('back')} />
      {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
      {data === undefined && error === undefined ? <Loading rows={8} /> : null}
      {data !== undefined && statement === undefined ? <p className="note">{t('page.gone')}</p> : null}
      {statement === undefined ? null : <OneStatement statement={statement} />}
    </div>
  )
}

function OneStatement({ statement }: { statement: StatementRecord }) {
  const { t } = useTranslation('import-screen')
  const presetName = usePresetName(t)
  const [moved, setMoved] = useState<readonly LedgerChange[]>()
  const back = useTakingBack(setMoved)
  return (
    <>
      <section className="card stack">
        <div className="row">
          <h1>{presetName(statement.preset, statement.role)}</h1>
          <StatementState statement={statement} />
          <span className="end" />
          {statement.voidedAt === null ? (
            <Button disabled={back.busy} onClick={() => back.askVoid(statement)}>
              {t('app:action.void')}
            </Button>
          ) : (
            <Button type="primary" disabled={back.busy} onClick={() => back.restore(statement)}>
              {t('app:action.restore')}
            </Button>
          )}
        </div>
        {back.error === undefined ? null : <ErrorNote error={back.error} />}
        {back.busy ? <TaskProgress progress={back.progress} onCancel={back.cancel} /> : null}
        <FiveCounts counts={statement.counts} rows={statement.rows} />
        <StatementPlaces statement={statement} />
        <StatementSums sums={statement.sums} />
        {moved === undefined ? null : (
          <output className="note note-plain">
            <h2 className="sub-title">{t('changes.title')}</h2>
            <ChangesTable changes={moved} />
          </output>
        )}
      </section>
      {statement.counts.rejected === 0 ? null : <RejectedRows statement={statement} />}
      {back.dialog}
    </>
  )
}

function StatementPlaces({ statement }: { statement: StatementRecord }) {
  const { t } = useTranslation('import-screen')
  return (
    <dl className="file-places">
      <dt>{t('history.file')}</dt>
      <dd>{statement.isKept ? statement.file : t('named', { name: statement.file, more: t('page.notKept') })}</dd>
      <dt>{t('fact.period')}</dt>
      <dd>{periodText(statement)}</dd>
      <dt>{t('fact.exportedAt')}</dt>
      <dd>
        {shanghaiClock(statement.exportedAt)} · {t(`exportedFrom.${statement.exportedFrom}`)}
      </dd>
      <dt>{t('page.importedAt')}</dt>
      <dd>{shanghaiClock(statement.importedAt)}</dd>
      <dt>
        <Term id="hash" />
      </dt>
      <dd className="long-id">{statement.sha256}</dd>
      {statement.voidedAt === null ? null : (
        <>
          <dt>{t('history.voided')}</dt>
          <dd>
            {shanghaiClock(statement.voidedAt)} · {statement.voidReason}
          </dd>
        </>
      )}
    </dl>
  )
}

function RejectedRows({ statement }: { statement: StatementRecord }) {
  const { t } = useTranslation('import-screen')
  const language = useApp((state) => state.status?.settings.language ?? 'zh')
  const pages = usePages<number>()
  const { data, error, reload } = useQuery('earnings.rejectedRows', {
    statementId: statement.id,
    afterRow: pages.after ?? 0,
  })
  const exporting = useCommand('earnings.exportRejected')
  const [mending, setMending] = useState(false)
  const save = async (): Promise<void> => {
    const file = await exporting.run({ statementId: statement.id, language })
    if (file !== undefined) saveFile(file)
  }
  return (
    <section className="card stack">
      <div className="row">
        <h2>{t('rejected.title', { count: statement.counts.rejected })}</h2>
        <span className="end" />
        {mending || !statement.isKept || statement.voidedAt !== null ? null : (
          <Button type="primary" icon={<Icon name="pencil" size={16} />} onClick={() => setMending(true)}>
            {t('mend.open')}
          </Button>
        )}
        <Button loading={exporting.busy} icon={<Icon name="download" size={16} />} onClick={() => void save()}>
          {t('rejected.export')}
        </Button>
      </div>
      <p className="soft">{t('rejected.help')}</p>
      {exporting.error === undefined ? null : <ErrorNote error={exporting.error} />}
      {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
      {mending ? (
        <MendRows statement={statement} onClose={() => setMending(false)} />
      ) : (
        <>
          {data === undefined ? <Loading rows={5} /> : <RejectedTable rows={data.rows} />}
          <Pager pages={pages} next={data?.next ?? null} />
        </>
      )}
    </section>
  )
}
