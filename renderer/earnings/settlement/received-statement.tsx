import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenedBundle } from '../../../shared/bundles/calls.ts'
import type { ContentOf } from '../../../shared/bundles/contents.ts'
import type { Output } from '../../../shared/contract.ts'
import { BundleFiles, type ReceivedViewProps } from '../../bundles/index.ts'
import { DueDate, today } from '../../ui/due-date.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Money } from '../../ui/money.tsx'
import { WordSide } from '../../ui/term.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { ComparedTable } from './compared-table.tsx'
import { monthParts } from './settlement-words.ts'
import { ShortNote } from './short-note.tsx'
import { StatementWorking } from './statement-working.tsx'
import './settlement.css'

type Statement = ContentOf<'statement'>

/** A received 结算单: what they say, beside one's own ledger, and taking it as acknowledged. */
export function ReceivedStatement({ opened }: ReceivedViewProps) {
  const { content } = opened
  if (content?.kind !== 'statement') return null
  return (
    <WordSide side="payee">
      <div className="stack">
        <Head statement={content.data} />
        {opened.verification.ok ? <Comparison opened={opened} statement={content.data} /> : <Damaged />}
        <StatementWorking content={content.data.content} />
        <Files opened={opened} statement={content.data} />
      </div>
    </WordSide>
  )
}

function Damaged() {
  const { t } = useTranslation('settlement')
  return <p className="note">{t('received.damaged')}</p>
}

function Head({ statement: { content } }: { statement: Statement }) {
  const { t } = useTranslation('settlement')
  const { payer, payee, month, asOf, totals, payBy, number } = content
  return (
    <section className="card stack">
      <div className="row">
        <h1>{t('received.title', { number })}</h1>
      </div>
      <p className="soft">{t('received.from', { payer: payer.name, payee: payee.name, asOf, ...monthParts(month) })}</p>
      <div className="row">
        <span>{t('received.payable')}</span>
        <Money fen={totals.payableFen} size="large" />
        {payBy === null ? null : <DueDate date={payBy} />}
      </div>
    </section>
  )
}

type Compared = Output<'earnings.compareStatement'>

function Comparison({ opened, statement }: { opened: OpenedBundle; statement: Statement }) {
  const { t } = useTranslation('settlement')
  const [agreementIds, setAgreementIds] = useState<{ index: number; agreementId: string }[]>([])
  const compare = useQuery('earnings.compareStatement', { bundleId: opened.id, asOf: today(), agreementIds })
  const { payer, payee } = statement.content
  const choose = (index: number, agreementId: string): void =>
    setAgreementIds([...agreementIds.filter((one) => one.index !== index), { index, agreementId }])
  if (compare.error !== undefined) return <ErrorNote error={compare.error} onRetry={compare.reload} />
  if (compare.data === undefined) return <Loading rows={4} />
  const { problem, items } = compare.data
  if (problem !== null) {
    return <p className="note">{t(`received.problem.${problem}`, { payer: payer.name, payee: payee.name })}</p>
  }
  return (
    <>
      <section className="card settlement-scroll stack">
        <h2>{t('received.compare')}</h2>
        <ComparedTable content={statement.content} items={items} onChoose={choose} />
        <Taking bundleId={opened.id} items={items} />
      </section>
      <ShortNote content={statement.content} items={items} />
    </>
  )
}

/** Takes what fits one's own cycles; what is taken already is not taken again. */
function Taking({ bundleId, items }: { bundleId: string; items: Compared['items'] }) {
  const { t } = useTranslation('settlement')
  const { message } = App.useApp()
  const take = useCommand('earnings.takeStatement')
  const open = items.flatMap(({ index, agreementId, cycle, taken }) =>
    agreementId === null || cycle === null || taken ? [] : [{ index, agreementId, cycle }],
  )
  const run = async (): Promise<void> => {
    const done = await take.run({ bundleId, items: open })
    if (done !== undefined) void message.success(t('received.takenMessage', { count: done.acknowledgements }))
  }
  if (open.length === 0) return null
  return (
    <>
      <div className="row">
        <Button type="primary" loading={take.busy} onClick={() => void run()}>
          {t('received.take')}
        </Button>
        <span className="soft">{t('received.takeText')}</span>
      </div>
      {take.error === undefined ? null : <ErrorNote error={take.error} onClose={take.clear} />}
    </>
  )
}

function Files({ opened, statement }: { opened: OpenedBundle; statement: Statement }) {
  const { t } = useTranslation('settlement')
  return (
    <BundleFiles id={opened.id} lists={[{ title: t('received.files'), entries: opened.entries }]}>
      {statement.linesFile === null ? <p className="soft">{t('received.noLines')}</p> : null}
    </BundleFiles>
  )
}
