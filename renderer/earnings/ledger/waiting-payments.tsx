import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import { PartySelect } from '../../parties/index.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Money } from '../../ui/money.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'

type Waiting = Output<'earnings.listWaitingPayments'>['payments']

/** Kept rows of payment lists of which nobody has said who paid, by the name that stands in the list; nothing when there are none. */
export function WaitingPayments() {
  const { t } = useTranslation('ledger')
  const { data } = useQuery('earnings.listWaitingPayments', {})
  const { data: known } = useQuery('parties.list', {})
  const assign = useCommand('earnings.assignPayments')
  const saveParty = useCommand('parties.save')
  const error = assign.error ?? saveParty.error
  const groups = byCounterparty(data?.payments ?? [])
  if (groups.length === 0) return null
  return (
    <section className="card" aria-label={t('waiting.title')}>
      <h2>{t('waiting.title')}</h2>
      <p className="soft">{t('waiting.purpose')}</p>
      {error === undefined ? null : <ErrorNote error={error} />}
      {known === undefined || known.parties.some(({ isSelf }) => isSelf) ? null : (
        // A payment needs someone it was paid to.
        <div className="row">
          <label htmlFor="waiting-self">{t('waiting.self')}</label>
          <PartySelect
            id="waiting-self"
            value={undefined}
            addsSelf
            placeholder={t('waiting.chooseSelf')}
            onChange={(id) => void saveParty.run({ id, isSelf: true })}
          />
        </div>
      )}
      <table className="plain-table">
        <TableHead
          columns={[t('waiting.counterparty'), { title: t('payments.amount'), isNumber: true }, t('payments.payer')]}
        />
        <tbody>
          {groups.map(({ counterparty, ids, amountFen }, i) => (
            <tr key={counterparty}>
              <td>
                {counterparty === '' ? t('waiting.nameless') : counterparty}
                <div className="soft">{t('waiting.count', { shown: ids.length })}</div>
              </td>
              <td className="number">
                <Money fen={amountFen} />
              </td>
              <td>
                <label className="visually-hidden" htmlFor={`waiting-${i}`}>
                  {t('waiting.who', { name: counterparty })}
                </label>
                <PartySelect
                  id={`waiting-${i}`}
                  value={undefined}
                  placeholder={t('waiting.choose')}
                  onChange={(payerId) => void assign.run({ ids: ids.slice(0, 5_000), payerId })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function byCounterparty(payments: Waiting): { counterparty: string; ids: number[]; amountFen: number }[] {
  const groups = new Map<string, { counterparty: string; ids: number[]; amountFen: number }>()
  for (const { id, counterparty, amountFen } of payments) {
    const group = groups.get(counterparty) ?? { counterparty, ids: [], amountFen: 0 }
    group.ids.push(id)
    group.amountFen += amountFen
    groups.set(counterparty, group)
  }
  return [...groups.values()].toSorted((a, b) => b.amountFen - a.amountFen)
}
