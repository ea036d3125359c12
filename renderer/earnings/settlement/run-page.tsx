import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { excludedByWarning, type SettlementRun } from '../../../shared/earnings/settlement-shapes.ts'
import { saveFile } from '../../client.ts'
import { ReasonDialog } from '../../contracts/index.ts'
import { goTo, hrefTo } from '../../shell/route.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Money } from '../../ui/money.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { useWide } from '../../ui/use-wide.ts'
import { cycleName } from '../ledger/cycle-words.ts'
import { MatchDialog } from './match-dialog.tsx'
import { PayDialog } from './pay-dialog.tsx'
import { RunStatus } from './run-list.tsx'
import { RunTable } from './run-table.tsx'
import { monthParts } from './settlement-words.ts'
import { StatementPanel } from './statement-panel.tsx'
import { useStatementFiles } from './use-statement-files.ts'

/** One run: whom to pay what, the list to pay from, the statements, and what was paid since. */
export function RunPage({ id, opened }: { id: string; opened: string | undefined }) {
  const { t } = useTranslation('settlement')
  const wide = useWide()
  const { data, error, reload } = useQuery('earnings.settlement', { id })
  const statement = data?.statements.find((one) => one.id === opened)
  return (
    <div className={statement === undefined ? 'settlement-run' : 'settlement-run with-panel'}>
      <div className="stack">
        <BackLink href={hrefTo('ledger/settlement')} text={t('run.back')} />
        {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
        {data === undefined ? (
          error === undefined ? (
            <Loading rows={8} />
          ) : null
        ) : (
          <Run run={data} opened={opened} narrow={wide && statement !== undefined} />
        )}
      </div>
      {data === undefined || statement === undefined ? null : (
        <StatementPanel
          key={statement.id}
          run={data}
          statement={statement}
          onClose={() => goTo(`ledger/settlement/${id}`)}
        />
      )}
    </div>
  )
}

interface RunProps {
  run: SettlementRun
  opened: string | undefined
  narrow: boolean
}

function Run({ run, opened, narrow }: RunProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const unpaid = run.statements.filter(({ state }) => state === 'unpaid' || state === 'part')
  const paying = unpaid.filter(({ id }) => chosen.has(id))
  return (
    <>
      <RunHead run={run} />
      <RunFigures run={run} />
      <RunNotes run={run} />
      {run.voidedAt === null ? <RunActions run={run} paying={paying} onPaid={() => setChosen(new Set())} /> : null}
      <section className="card settlement-scroll">
        <RunTable
          run={run}
          chosen={chosen}
          onChoose={setChosen}
          opened={opened}
          narrow={narrow}
          onOpen={(statement) => goTo(`ledger/settlement/${run.id}`, { statement })}
        />
      </section>
      <Excluded run={run} />
    </>
  )
}

function RunHead({ run }: { run: SettlementRun }) {
  const { t } = useTranslation('settlement')
  return (
    <div className="row">
      <h1>{t('run.title', monthParts(run.month))}</h1>
      <span className="soft">{run.number}</span>
      <RunStatus run={run} />
      <span className="end soft" title={run.sha256}>
        {t('run.asOf', { date: run.asOf })} · {t('run.hash', { hash: run.sha256.slice(0, 16) })}
      </span>
    </div>
  )
}

function RunFigures({ run }: { run: SettlementRun }) {
  const { t } = useTranslation('settlement')
  const left = run.statements.reduce((sum, { totals, paidFen }) => sum + Math.max(0, totals.payableFen - paidFen), 0)
  return (
    <section className="card settlement-figures" aria-label={run.number}>
      <div>
        <span className="soft">{t('run.payable')}</span>
        <Money fen={run.payableFen} size="large" />
        <span className="soft">{t('run.people', { paid: run.paid, toPay: run.toPay })}</span>
      </div>
      <div>
        <span className="soft">{t('run.paid')}</span>
        <Money fen={run.paidFen} size="large" />
      </div>
      <div>
        <span className="soft">{t('run.left')}</span>
        <Money fen={left} size="large" />
      </div>
    </section>
  )
}

/** What one should know before paying from this run. */
function RunNotes({ run }: { run: SettlementRun }) {
  const { t } = useTranslation('settlement')
  const changed = run.statements.flatMap(({ items }) => items).filter(({ changedFen }) => changedFen !== 0).length
  return (
    <>
      {run.voidReason === null ? null : <p className="note">{t('run.voided', { reason: run.voidReason })}</p>}
      {run.note === '' ? null : <p className="note note-plain">{run.note}</p>}
      {changed === 0 || run.voidedAt !== null ? null : <p className="note">{t('run.changed', { count: changed })}</p>}
    </>
  )
}

interface RunActionsProps {
  run: SettlementRun
  paying: SettlementRun['statements']
  onPaid: () => void
}

function RunActions({ run, paying, onPaid }: RunActionsProps) {
  const { t } = useTranslation('settlement')
  const [dialog, setDialog] = useState<'pay' | 'match' | 'void'>()
  const close = (): void => setDialog(undefined)
  const files = useStatementFiles(run)
  return (
    <>
      <div className="row">
        <Button
          type="primary"
          disabled={paying.length === 0}
          title={paying.length === 0 ? t('run.paySelect') : ''}
          onClick={() => setDialog('pay')}
        >
          {t('run.pay', { count: paying.length })}
        </Button>
        <PaymentListButton run={run} />
        <Button icon={<Icon name="download" size={16} />} loading={files.busy} onClick={() => void files.exportAll()}>
          {t('run.statements')}
        </Button>
        <Button onClick={() => setDialog('match')}>{t('run.match')}</Button>
        <Button type="text" className="end" onClick={() => setDialog('void')}>
          {t('run.void')}
        </Button>
      </div>
      {files.busy ? <TaskProgress progress={files.progress} onCancel={files.cancel} /> : null}
      {files.error === undefined ? null : <ErrorNote error={files.error} onClose={files.clear} />}
      {dialog === 'pay' ? <PayDialog run={run} statements={paying} onClose={close} onPaid={onPaid} /> : null}
      {dialog === 'match' ? <MatchDialog run={run} onClose={close} /> : null}
      {dialog === 'void' ? <VoidDialog run={run} onClose={close} /> : null}
    </>
  )
}

function PaymentListButton({ run }: { run: SettlementRun }) {
  const { t } = useTranslation('settlement')
  const { message } = App.useApp()
  const list = useCommand('earnings.exportPaymentList')
  const save = async (): Promise<void> => {
    const made = await list.run({ runId: run.id })
    if (made === undefined) return
    saveFile(made.file)
    void message.success(t('run.listed', { count: made.payments, fen: made.amountFen }))
    if (made.lacking.length > 0) {
      void message.warning(t('run.lacking', { names: made.lacking.join(t('run.comma')) }), 8)
    }
  }
  return (
    <>
      <Button icon={<Icon name="download" size={16} />} loading={list.busy} onClick={() => void save()}>
        {t('run.list')}
      </Button>
      {list.error === undefined ? null : <ErrorNote error={list.error} onClose={list.clear} />}
    </>
  )
}

function VoidDialog({ run, onClose }: { run: SettlementRun; onClose: () => void }) {
  const { t } = useTranslation('settlement')
  const voiding = useCommand('earnings.voidSettlement')
  const confirm = async (reason: string): Promise<void> => {
    if ((await voiding.run({ id: run.id, reason })) !== undefined) onClose()
  }
  return (
    <ReasonDialog
      title={t('run.voidTitle', { number: run.number })}
      text={t('run.voidText')}
      action={t('run.void')}
      busy={voiding.busy}
      error={voiding.error}
      onConfirm={(reason) => void confirm(reason)}
      onClose={onClose}
    />
  )
}

/** What was left out of the run, and why. */
function Excluded({ run }: { run: SettlementRun }) {
  const { t } = useTranslation('settlement')
  if (run.excluded.length === 0) return null
  const why = (reason: string): string =>
    reason.startsWith(excludedByWarning)
      ? t(`review.warnings.${reason.slice(excludedByWarning.length)}`, { number: '' })
      : reason
  return (
    <section className="card">
      <h2>{t('run.excludedTitle')}</h2>
      <ul className="lines">
        {run.excluded.map((one) => (
          <li key={`${one.agreementId} ${one.cycle}`}>
            <span>
              {[...new Set([one.payee.name, one.title]), cycleName(t, one.cycle, one.from)].join(' · ')}
              <br />
              <span className="soft">{why(one.reason)}</span>
            </span>
            <Money fen={one.outstandingFen} tone="soft" />
          </li>
        ))}
      </ul>
    </section>
  )
}
