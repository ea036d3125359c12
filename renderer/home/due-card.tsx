import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../shared/earnings/ledger-shapes.ts'
import { formatAmount } from '../../shared/i18n/index.ts'
import { goTo, hrefTo } from '../shell/route.ts'
import { useApp } from '../shell/app-store.ts'
import { DueDate } from '../ui/due-date.tsx'
import { Figure } from '../ui/figure.tsx'
import { Money } from '../ui/money.tsx'
import { Status, type Tone } from '../ui/status.tsx'
import { useWord, WordSide } from '../ui/term.tsx'

type Part = 'underCounted' | 'improper' | 'acknowledgedUnpaid'

const shownPayers = 5

const parts: { id: Part; tone: Tone }[] = [
  { id: 'underCounted', tone: 'bad' },
  { id: 'improper', tone: 'warn' },
  { id: 'acknowledgedUnpaid', tone: 'plain' },
]

/** The headline: what others owe the person. What the person owes themselves is another card's; with nothing else there is none. */
export function DueCard({ overview, asOf }: { overview: Overview; asOf: string }) {
  const self = useApp((state) => state.status?.settings.selfPartyId ?? null)
  const payers = overview.payers.filter(({ payer }) => payer.id !== self)
  if (payers.length === 0 && overview.payers.length > 0) return null
  return (
    <WordSide side="payee">
      <OwedCard overview={{ ...overview, payers }} asOf={asOf} />
    </WordSide>
  )
}

/** What is due and unpaid, by payer, oldest first; what is not yet due stands beside it, never in it. */
function OwedCard({ overview, asOf }: { overview: Overview; asOf: string }) {
  const { t } = useTranslation('home')
  const word = useWord()
  const title = t('due.title')
  return (
    <section className="card home-due">
      <h2 className="soft">{title}</h2>
      <Figure
        label={title}
        fen={overview.dueFen}
        size="headline"
        {...(overview.dueFen > 0 ? { tone: 'bad' as const } : {})}
        onOpen={() => goTo('ledger', { view: 'list', status: 'due-today,overdue', period: 'all' })}
      />
      <div className="row home-parts">
        {parts.map(({ id, tone }) => {
          const fen = overview[`${id}Fen`]
          return fen === 0 ? null : (
            <Status key={id} tone={tone}>
              {word(id)} {formatAmount(fen)}
            </Status>
          )
        })}
        {overview.unexplainedFen === 0 || overview.unexplainedFen === overview.dueFen ? null : (
          <Status tone="plain">
            {t('due.unexplained')} {formatAmount(overview.unexplainedFen)}
          </Status>
        )}
        {overview.notDueFen === 0 ? null : <span className="soft">{t('due.notDue', { fen: overview.notDueFen })}</span>}
      </div>
      {overview.payers.length === 0 ? (
        <p>{t('due.none')}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('due.who')}</th>
              <th scope="col" className="number">
                {word('outstanding')}
              </th>
              <th scope="col">{t('due.earliest')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('steps.title')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {overview.payers.slice(0, shownPayers).map((row, index) => (
              <PayerRow key={row.payer.id} row={row} asOf={asOf} first={index === 0} />
            ))}
          </tbody>
        </table>
      )}
      {overview.payers.length <= shownPayers ? null : (
        <a href={hrefTo('ledger', { view: 'list', status: 'due-today,overdue', period: 'all' })}>
          {t('due.more', { count: overview.payers.length - shownPayers })}
        </a>
      )}
    </section>
  )
}

function PayerRow({ row, asOf, first }: { row: Overview['payers'][number]; asOf: string; first: boolean }) {
  const { t } = useTranslation('home')
  const late = row.dueFen > 0
  return (
    <tr>
      <td>{row.payer.name}</td>
      <td className="number">
        <Money fen={late ? row.dueFen : row.notDueFen} />
      </td>
      <td>{row.earliestDue === null ? null : <DueDate date={row.earliestDue} asOf={asOf} short />}</td>
      <td className="number">
        <Button
          type={late && first ? 'primary' : 'default'}
          href={hrefTo('ledger', { open: row.agreementId, cycle: row.cycle, month: row.cycle.slice(0, 7) })}
        >
          {t(late ? 'due.act' : 'due.look')}
        </Button>
      </td>
    </tr>
  )
}
