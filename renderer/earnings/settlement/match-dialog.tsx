import { App, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import type { SettlementRun } from '../../../shared/earnings/settlement-shapes.ts'
import { platformName } from '../../../shared/i18n/index.ts'
import { hrefTo } from '../../shell/route.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Money } from '../../ui/money.tsx'
import { Status } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'

type Match = Output<'earnings.matchStatements'>['matches'][number]

/** Payments that the ledger already has, such as from an imported bank list: those ticked are put to their statements. */
export function MatchDialog({ run, onClose }: { run: SettlementRun; onClose: () => void }) {
  const { t } = useTranslation('settlement')
  const { message } = App.useApp()
  const { data, error, reload } = useQuery('earnings.matchStatements', { runId: run.id })
  const link = useCommand('earnings.linkStatements')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = (data?.matches ?? []).filter(({ paymentId }) => !left.has(paymentId))
  const submit = async (): Promise<void> => {
    if (chosen.length === 0) return onClose()
    const links = chosen.map(({ statementId, paymentId }) => ({ statementId, paymentId }))
    const done = await link.run({ runId: run.id, links })
    if (done === undefined) return
    void message.success(t('match.done', { count: done.linked }))
    onClose()
  }
  const toggle = (paymentId: string, on: boolean): void => {
    const next = new Set(left)
    if (on) next.delete(paymentId)
    else next.add(paymentId)
    setLeft(next)
  }
  return (
    <FormDialog
      title={t('match.title')}
      submitLabel={chosen.length === 0 ? t('app:action.close') : t('match.submit', { count: chosen.length })}
      busy={link.busy}
      error={link.error}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="soft">{t('match.text')}</p>
      {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
      {data === undefined ? (
        <Loading rows={3} />
      ) : data.matches.length === 0 ? (
        <p>
          {t('match.none')} <a href={hrefTo('import')}>{t('match.import')}</a>
        </p>
      ) : (
        <ul className="lines">
          {data.matches.map((match) => (
            <MatchLine
              key={match.paymentId}
              match={match}
              payee={run.statements.find(({ id }) => id === match.statementId)?.payee.name ?? ''}
              checked={!left.has(match.paymentId)}
              onChange={(on) => toggle(match.paymentId, on)}
            />
          ))}
        </ul>
      )}
    </FormDialog>
  )
}

interface MatchLineProps {
  match: Match
  payee: string
  checked: boolean
  onChange: (on: boolean) => void
}

function MatchLine({ match, payee, checked, onChange }: MatchLineProps) {
  const { t } = useTranslation('settlement')
  const label = t('match.use', { date: match.date, fen: match.amountFen, payee })
  const place = [match.channel === '' ? '' : platformName(t, match.channel), match.reference]
  return (
    <li>
      <Checkbox checked={checked} aria-label={label} onChange={(event) => onChange(event.target.checked)}>
        {payee} · {match.date}
        <div className="soft">{place.filter((part) => part !== '').join(' · ')}</div>
      </Checkbox>
      <span className="row">
        <Status tone={match.exact ? 'good' : 'warn'}>{t(match.exact ? 'match.exact' : 'match.part')}</Status>
        <Money fen={match.amountFen} />
      </span>
    </li>
  )
}
