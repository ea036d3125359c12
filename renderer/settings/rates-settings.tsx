import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input, Output } from '../../shared/contract.ts'
import { formatPpm } from '../../shared/money.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon } from '../ui/icons.tsx'
import { Loading } from '../ui/loading.tsx'
import { Money } from '../ui/money.tsx'
import { Term } from '../ui/term.tsx'
import { useCommand } from '../ui/use-command.ts'
import { useQuery } from '../ui/use-query.ts'
import { LprForm, WageForm } from './rate-forms.tsx'

type Rates = Output<'earnings.rates'>
const shownAtFirst = 6

/** The LPR and minimum wages: what is built in, and what the person has added with its source. */
export function RatesSettings() {
  const { t } = useTranslation('settings')
  const { data, error, reload } = useQuery('earnings.rates', {})
  const removing = useCommand('earnings.saveRate')
  const [adding, setAdding] = useState<'lpr' | 'wage'>()
  const remove = (rate: Input<'earnings.saveRate'>): void => void removing.run(rate)
  return (
    <section className="card stack">
      <div>
        <h2>{t('rates.title')}</h2>
        <p className="soft">{t('rates.text')}</p>
      </div>
      {error === undefined ? null : <ErrorNote error={error} onRetry={reload} />}
      {removing.error === undefined ? null : <ErrorNote error={removing.error} onClose={removing.clear} />}
      {data === undefined ? (
        <Loading />
      ) : (
        <div className="settings-columns">
          <LprTable rates={data} onAdd={() => setAdding('lpr')} onRemove={remove} />
          <WageTable rates={data} onAdd={() => setAdding('wage')} onRemove={remove} />
        </div>
      )}
      {adding === 'lpr' ? <LprForm onClose={() => setAdding(undefined)} /> : null}
      {adding === 'wage' ? <WageForm onClose={() => setAdding(undefined)} /> : null}
    </section>
  )
}

interface TableProps {
  rates: Rates
  onAdd: () => void
  onRemove: (rate: Input<'earnings.saveRate'>) => void
}

function LprTable({ rates, onAdd, onRemove }: TableProps) {
  const { t } = useTranslation('settings')
  const [all, setAll] = useState(false)
  const newestFirst = rates.lpr.toSorted((a, b) => (a.from < b.from ? 1 : -1))
  return (
    <div>
      <div className="row">
        <h3>
          <Term id="lpr" />
        </h3>
        <Button size="small" className="end" onClick={onAdd}>
          {t('rates.addLpr')}
        </Button>
      </div>
      <ul className="lines">
        {(all ? newestFirst : newestFirst.slice(0, shownAtFirst)).map((rate) => (
          <li key={rate.from}>
            <span>
              {rate.from} <Origin own={rate.own} source={rate.source} />
            </span>
            <span className="row">
              {formatPpm(rate.ratePpm)}
              {rate.own ? (
                <RemoveButton
                  what={rate.from}
                  onClick={() => onRemove({ kind: 'lpr', from: rate.from, ratePpm: null })}
                />
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {newestFirst.length <= shownAtFirst ? null : (
        <Button size="small" type="link" onClick={() => setAll(!all)}>
          {all ? t('rates.few') : t('rates.all', { count: newestFirst.length })}
        </Button>
      )}
      <p className="soft">{t('rates.known', { date: rates.lprKnownTo })}</p>
    </div>
  )
}

function WageTable({ rates, onAdd, onRemove }: TableProps) {
  const { t } = useTranslation('settings')
  return (
    <div>
      <div className="row">
        <h3>{t('rates.wage')}</h3>
        <Button size="small" className="end" onClick={onAdd}>
          {t('rates.addWage')}
        </Button>
      </div>
      {rates.minimumWages.length === 0 ? <p className="soft">{t('rates.none')}</p> : null}
      <ul className="lines">
        {rates.minimumWages.map(({ place, from, amountFen, own, source }) => (
          <li key={`${place} ${from}`}>
            <span>
              {place} · {from} <Origin own={own} source={source} />
            </span>
            <span className="row">
              <Money fen={amountFen} />
              {own ? (
                <RemoveButton
                  what={`${place} ${from}`}
                  onClick={() => onRemove({ kind: 'minimum-wage', place, from, amountFen: null })}
                />
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Origin({ own, source }: { own: boolean; source: string }) {
  const { t } = useTranslation('settings')
  return <span className="soft">{own ? [t('rates.own'), source].filter(Boolean).join(' · ') : t('rates.builtIn')}</span>
}

function RemoveButton({ what, onClick }: { what: string; onClick: () => void }) {
  const { t } = useTranslation('settings')
  return (
    <Button
      size="small"
      type="text"
      aria-label={t('rates.remove', { what })}
      icon={<Icon name="close" size={14} />}
      onClick={onClick}
    />
  )
}
