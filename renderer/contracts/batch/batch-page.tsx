import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shanghaiDate } from '../../../shared/calendar.ts'
import type { Output } from '../../../shared/contract.ts'
import type { ContractBatch } from '../../../shared/contracts/roster/calls.ts'
import type { ContractRow } from '../../../shared/contracts/life-shapes.ts'
import { hrefTo } from '../../shell/route.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { HandOverResult, useHandOver } from '../register/hand-over-result.tsx'
import { RegisterTable } from '../register/register-list.tsx'
import { useIssue } from '../register/use-issue.ts'
import { useBatchCounts } from './batch-list.tsx'
import './batch.css'

/** One batch: how far it is, its contracts, and the steps for all of them. */
export function BatchPage({ id }: { id: string }) {
  const { t } = useTranslation('roster')
  const counts = useBatchCounts()
  const batches = useQuery('contracts.listBatches', {})
  const rows = useQuery('contracts.register', { batchId: id })
  const error = batches.error ?? rows.error
  if (error !== undefined) return <ErrorNote error={error} />
  const batch = batches.data?.batches.find((one) => one.id === id)
  if (batch === undefined || rows.data === undefined) return <Loading rows={8} />
  const contracts = rows.data.contracts.toSorted((a, b) => ((a.number ?? a.id) < (b.number ?? b.id) ? -1 : 1))
  return (
    <div className="stack">
      <BackLink href={hrefTo('contracts', { tab: 'register' })} text={t('back')} />
      <header>
        <h1>{batch.title}</h1>
        <p className="soft">{t('batch.made', { rosterName: batch.rosterName, date: shanghaiDate(batch.createdAt) })}</p>
        <p>{counts(batch)}</p>
      </header>
      <BatchSteps batch={batch} rows={contracts} />
      <section className="card register-scroll">
        <RegisterTable rows={contracts} />
      </section>
    </div>
  )
}

function idsIn(rows: readonly ContractRow[], ...states: ContractRow['state'][]): string[] {
  return rows.filter(({ state }) => states.includes(state)).map(({ id }) => id)
}

function BatchSteps({ batch, rows }: { batch: ContractBatch; rows: readonly ContractRow[] }) {
  const { t } = useTranslation('roster')
  const issuing = useIssue()
  const handOver = useHandOver()
  const force = useCommand('contracts.putInForce')
  const [issued, setIssued] = useState<number>()
  const [handed, setHanded] = useState<Output<'contracts.exportHandOver'>>()
  const drafts = idsIn(rows, 'draft')
  const begun = idsIn(rows, 'issuing')
  const made = idsIn(rows, 'issued', 'accepted', 'signed')
  const agreed = rows
    .filter((row) => row.agreementId === null && (row.state === 'accepted' || row.state === 'signed'))
    .map(({ id }) => id)
  const error = issuing.error ?? handOver.error ?? force.error
  const busy = issuing.busy || handOver.busy || force.busy
  return (
    <div className="stack">
      <div className="row">
        {drafts.length + begun.length === 0 ? null : (
          <Button
            type="primary"
            disabled={busy}
            onClick={() => void issuing.run(drafts, begun).then((count) => setIssued(count))}
          >
            {begun.length === 0 ? t('batch.issue') : t('batch.resume', { count: drafts.length + begun.length })}
          </Button>
        )}
        {made.length === 0 ? null : (
          <Button
            type={drafts.length + begun.length === 0 ? 'primary' : 'default'}
            icon={<Icon name="download" size={16} />}
            disabled={busy}
            onClick={() => void handOver.handOver(made).then(setHanded)}
          >
            {t('batch.handOver')}
          </Button>
        )}
        {issuing.busy || batch.issued === 0 || batch.words === batch.issued ? null : (
          <Button disabled={busy} onClick={() => void issuing.makeWords(made)}>
            {t('batch.words', { count: batch.issued - batch.words })}
          </Button>
        )}
        {agreed.length === 0 ? null : (
          <Button disabled={busy} onClick={() => void force.run({ ids: agreed })}>
            {t('batch.force', { count: agreed.length })}
          </Button>
        )}
      </div>
      {issuing.busy ? <TaskProgress progress={issuing.progress} onCancel={issuing.cancel} /> : null}
      {handOver.busy ? <TaskProgress progress={handOver.progress} onCancel={handOver.cancel} /> : null}
      {issuing.wasStopped && !issuing.busy ? <p className="note">{t('batch.stopped')}</p> : null}
      {issued === undefined || issuing.busy || issuing.wasStopped ? null : (
        <output>{t('batch.done', { count: batch.issued })}</output>
      )}
      {issuing.substituted.length === 0 ? null : (
        <p className="note">
          {t('batch.substituted', {
            count: issuing.substituted.length,
            where: issuing.substituted
              .map(({ codePoint, where }) => `${codePoint} ${where}`)
              .join(t('documents:words.semicolon')),
          })}
        </p>
      )}
      {error === undefined ? null : <ErrorNote error={error} />}
      {handed === undefined ? null : <HandOverResult result={handed} />}
    </div>
  )
}
