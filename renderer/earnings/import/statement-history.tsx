import { Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatementRecord } from '../../../shared/earnings/import-shapes.ts'
import { formatCount } from '../../../shared/i18n/index.ts'
import { hrefTo } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { Status } from '../../ui/status.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { ChangesTable, type LedgerChange } from './changes-table.tsx'
import { useTakingBack } from './use-taking-back.tsx'
import { usePresetName } from './words.ts'

const pageSize = 50

/** Every import there was, the newest first; each can be voided and brought back. */
export function StatementHistory({ statements }: { statements: StatementRecord[] }) {
  const { t } = useTranslation('import-screen')
  const presetName = usePresetName(t)
  const [moved, setMoved] = useState<readonly LedgerChange[]>()
  const back = useTakingBack(setMoved)
  return (
    <section className="card stack">
      <h2>{t('history.title')}</h2>
      {back.error === undefined ? null : <ErrorNote error={back.error} />}
      {back.busy ? <TaskProgress progress={back.progress} onCancel={back.cancel} /> : null}
      {moved === undefined ? null : (
        <output className="note note-plain">
          <h2 className="sub-title">{t('changes.title')}</h2>
          <ChangesTable changes={moved} />
        </output>
      )}
      <Table<StatementRecord>
        className="preview-table"
        size="middle"
        rowKey="id"
        dataSource={statements}
        rowClassName={(statement) => (statement.voidedAt === null ? '' : 'voided')}
        pagination={statements.length > pageSize ? { pageSize, showSizeChanger: false } : false}
        columns={[
          {
            title: t('history.file'),
            render: (_, statement) => (
              <div className="two-lines">
                <a href={hrefTo('import', { statement: statement.id })}>{presetName(statement.preset)}</a>
                <div className="soft file-name">{statement.file}</div>
              </div>
            ),
          },
          {
            title: t('history.period'),
            render: (_, statement) => (
              <div className="two-lines">
                <div>{periodText(statement)}</div>
                <div className="soft">{t('history.at', { at: shanghaiClock(statement.importedAt) })}</div>
              </div>
            ),
          },
          {
            title: t('history.rows'),
            className: 'number',
            render: (_, { counts, rows }) => (
              <div className="two-lines">
                <div>{formatCount(counts.accepted)}</div>
                <div className="soft">{t('history.of', { shown: formatCount(rows) })}</div>
              </div>
            ),
          },
          {
            title: t('history.state'),
            render: (_, statement) => <StatementState statement={statement} />,
          },
          {
            title: <span className="visually-hidden">{t('history.actions')}</span>,
            render: (_, statement) =>
              statement.voidedAt === null ? (
                <Button size="small" disabled={back.busy} onClick={() => back.askVoid(statement)}>
                  {t('app:action.void')}
                </Button>
              ) : (
                <Button size="small" disabled={back.busy} onClick={() => back.restore(statement)}>
                  {t('app:action.restore')}
                </Button>
              ),
          },
        ]}
      />
      {back.dialog}
    </section>
  )
}

export function StatementState({ statement }: { statement: StatementRecord }) {
  const { t } = useTranslation('import-screen')
  if (statement.voidedAt !== null) {
    return (
      <Status tone="plain" icon="undo">
        {t('history.voided')}
      </Status>
    )
  }
  if (statement.counts.rejected > 0) {
    return (
      <a className="bare-link" href={hrefTo('import', { statement: statement.id })}>
        <Status tone="warn">{t('history.rejected', { count: statement.counts.rejected })}</Status>
      </a>
    )
  }
  return <Status tone="good">{t('history.counts')}</Status>
}

export function periodText({ periodFrom, periodTo }: StatementRecord): string {
  if (periodFrom === null || periodTo === null) return '—'
  return periodFrom === periodTo ? periodFrom : `${periodFrom} – ${periodTo}`
}
