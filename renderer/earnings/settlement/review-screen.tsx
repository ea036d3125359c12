import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import { isBlocked, settlementTotals } from '../../../shared/earnings/settlement.ts'
import type { SettlementRow } from '../../../shared/earnings/settlement-shapes.ts'
import { ReasonDialog } from '../../contracts/index.ts'
import { goTo, hrefTo } from '../../shell/route.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { placeOf, ReviewTable } from './review-table.tsx'
import { monthParts } from './settlement-words.ts'

interface ReviewScreenProps {
  month: string
  firstAsOf: string
}

/** A month before it is frozen: every cycle, what to look at first, and what is left out with why. */
export function ReviewScreen({ month, firstAsOf }: ReviewScreenProps) {
  const { t } = useTranslation('settlement')
  const [asOf, setAsOf] = useState(firstAsOf)
  const { data, error, reload } = useQuery('earnings.previewSettlement', { month, asOf })
  return (
    <div className="stack">
      <BackLink href={hrefTo('ledger/settlement')} text={t('review.back')} />
      <div className="row">
        <h1>{t('review.title', monthParts(month))}</h1>
        <label className="row soft end">
          {t('review.asOf')}
          <DateInput label={t('review.asOf')} value={asOf} onChange={(date) => date !== undefined && setAsOf(date)} />
        </label>
      </div>
      {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
      {data === undefined ? (
        error === undefined ? (
          <Loading rows={8} />
        ) : null
      ) : data.rows.length === 0 ? (
        <section className="card stack">
          <h2>{t('review.none')}</h2>
          <p className="soft">{t('review.noneText')}</p>
        </section>
      ) : (
        <Review key={asOf} month={month} asOf={asOf} preview={data} />
      )}
      {data === undefined ? null : <Faulty faulty={data.faulty} />}
    </div>
  )
}

type Preview = Output<'earnings.previewSettlement'>

function Faulty({ faulty }: { faulty: Preview['faulty'] }) {
  const { t } = useTranslation('settlement')
  return faulty.map((one) => (
    <div key={one.id} className="note row">
      {t('review.faulty', { title: one.title, payee: one.payee })}
      <a className="end" href={hrefTo('contracts', { agreement: one.id })}>
        {t('review.mend')}
      </a>
    </div>
  ))
}

interface ReviewProps {
  month: string
  asOf: string
  preview: Preview
}

function Review({ month, asOf, preview }: ReviewProps) {
  const { t } = useTranslation('settlement')
  const { message } = App.useApp()
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map())
  const [asking, setAsking] = useState<SettlementRow>()
  const [note, setNote] = useState('')
  const create = useCommand('earnings.createSettlement')
  const settled = preview.rows.filter((row) => !isBlocked(row) && !reasons.has(placeOf(row)))
  const totals = settlementTotals(settled)
  const people = new Set(settled.map(({ payee }) => payee.id)).size
  const freeze = async (): Promise<void> => {
    const excluded = preview.rows.flatMap(({ agreementId, cycle }) => {
      const reason = reasons.get(placeOf({ agreementId, cycle }))
      return reason === undefined ? [] : [{ agreementId, cycle, reason }]
    })
    const made = await create.run({ month, asOf, stateSha256: preview.stateSha256, excluded, note })
    if (made === undefined) return
    void message.success(t('review.frozen', { number: made.number }))
    goTo(`ledger/settlement/${made.id}`)
  }
  const setReason = (row: SettlementRow, reason: string | undefined): void => {
    const next = new Map(reasons)
    if (reason === undefined) next.delete(placeOf(row))
    else next.set(placeOf(row), reason)
    setReasons(next)
  }
  return (
    <>
      <p className="soft">{t('review.text')}</p>
      {preview.earlierFen === 0 ? null : (
        <div className="note note-plain row">
          {t('review.earlier', { fen: preview.earlierFen })}
          <a className="end" href={hrefTo('ledger/payables')}>
            {t('review.earlierLook')}
          </a>
        </div>
      )}
      <section className="card settlement-scroll">
        <ReviewTable
          rows={preview.rows}
          reasons={reasons}
          totals={totals}
          onExclude={setAsking}
          onInclude={(row) => setReason(row, undefined)}
        />
      </section>
      <section className="card stack">
        <div className="row">
          <b>{t('review.totals', { people, count: settled.length, fen: totals.payableFen })}</b>
          <span className="soft">{t('review.freezeText')}</span>
        </div>
        <div className="row">
          <Input
            className="settlement-note"
            aria-label={t('review.note')}
            placeholder={t('review.note')}
            value={note}
            maxLength={500}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button
            type="primary"
            className="end"
            disabled={settled.length === 0}
            loading={create.busy}
            onClick={() => void freeze()}
          >
            {t('review.freeze')}
          </Button>
        </div>
        {create.busy ? <TaskProgress progress={create.progress} onCancel={create.cancel} /> : null}
        {create.error === undefined ? null : <ErrorNote error={create.error} onClose={create.clear} />}
      </section>
      {asking === undefined ? null : (
        <ReasonDialog
          title={t('review.excludeTitle')}
          text={t('review.excludeHelp')}
          action={t('review.exclude')}
          busy={false}
          error={undefined}
          onClose={() => setAsking(undefined)}
          onConfirm={(reason) => {
            setReason(asking, reason.trim())
            setAsking(undefined)
          }}
        />
      )}
    </>
  )
}
