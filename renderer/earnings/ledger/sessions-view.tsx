import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { platformName } from '../../../shared/i18n/index.ts'
import type { Output } from '../../../shared/contract.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { Loading } from '../../ui/loading.tsx'
import { Money } from '../../ui/money.tsx'
import { ImportPicture } from '../../ui/pictures.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { useQuery } from '../../ui/use-query.ts'
import { EditButton } from '../forms/edit-button.tsx'
import { IncomeForm } from '../forms/income-form.tsx'
import { SessionForm } from '../forms/session-form.tsx'
import { VoidButton } from '../forms/void-button.tsx'

type Session = Output<'earnings.listSessions'>['sessions'][number]
type IncomeItem = Output<'earnings.listIncomeItems'>['items'][number]

/** Live sessions, and gifts and ads: what pay by session, hour, day or other income is computed from. */
export function SessionsView({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation('ledger')
  const sessions = useQuery('earnings.listSessions', { from, to })
  const income = useQuery('earnings.listIncomeItems', { from, to })
  const [form, setForm] = useState<'session' | 'income'>()
  const error = sessions.error ?? income.error
  if (error !== undefined) return <ErrorNote error={error} onRetry={sessions.reload} />
  if (sessions.data === undefined || income.data === undefined) return <Loading />
  const close = (): void => setForm(undefined)
  const known = sessions.data.sessions
  const items = income.data.items
  return (
    <>
      {known.length === 0 && items.length === 0 ? (
        <EmptyState
          title={t('sessions.title')}
          purpose={t('sessions.empty')}
          picture={<ImportPicture />}
          action={{ label: t('sessions.add'), onClick: () => setForm('session') }}
          aside={
            <Button type="link" onClick={() => setForm('income')}>
              {t('sessions.addIncome')}
            </Button>
          }
        />
      ) : (
        <>
          <SessionsTable sessions={known} onAdd={() => setForm('session')} />
          <IncomeTable items={items} sessions={known} onAdd={() => setForm('income')} />
        </>
      )}
      {form === 'session' ? <SessionForm onClose={close} /> : null}
      {form === 'income' ? <IncomeForm sessions={known} onClose={close} /> : null}
    </>
  )
}

function SessionsTable({ sessions, onAdd }: { sessions: Session[]; onAdd: () => void }) {
  const { t } = useTranslation('ledger')
  return (
    <section className="card">
      <div className="row">
        <h2>{t('sessions.title')}</h2>
        <Button className="end" onClick={onAdd}>
          {t('sessions.add')}
        </Button>
      </div>
      <table className="plain-table">
        <TableHead
          columns={[
            t('sessions.start'),
            t('sessions.minutes'),
            t('sessions.account'),
            { title: t('sessions.products'), isNumber: true },
            { title: t('sessions.lines'), isNumber: true },
            { title: t('panel.more'), isHidden: true },
          ]}
        />
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <td>{shanghaiClock(session.start)}</td>
              <td>{lengthWords(t, session)}</td>
              <td>
                {platformName(t, session.platform)} {session.account}
              </td>
              <td className="number">{session.productIds.length}</td>
              <td className="number">{session.lines}</td>
              <td className="number">
                <EditButton
                  name={shanghaiClock(session.start)}
                  renderForm={(onClose) => <SessionForm known={session} onClose={onClose} />}
                />
                <VoidButton kind="session" id={session.id} name={shanghaiClock(session.start)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function lengthWords(t: TFunction<'ledger'>, session: Session): string {
  const minutes = Math.floor((Date.parse(session.end) - Date.parse(session.start)) / 60_000)
  return t('sessions.length', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}

interface IncomeTableProps {
  items: IncomeItem[]
  sessions: Session[]
  onAdd: () => void
}

function IncomeTable({ items, sessions, onAdd }: IncomeTableProps) {
  const { t } = useTranslation('ledger')
  return (
    <section className="card">
      <div className="row">
        <h2>{t('sessions.income')}</h2>
        <Button className="end" onClick={onAdd}>
          {t('sessions.addIncome')}
        </Button>
      </div>
      {items.length === 0 ? <p className="soft">{t('sessions.incomeEmpty')}</p> : null}
      <ul className="lines">
        {items.map((item) => (
          <li key={item.id}>
            <span>
              {item.date} · {t(`earnings:incomeKinds.${item.kind}`)}
            </span>
            <span className="row">
              <Money fen={item.grossFen} />
              {item.feeFen === 0 ? null : <Money fen={-item.feeFen} tone="soft" />}
              <EditButton
                name={item.date}
                renderForm={(onClose) => <IncomeForm sessions={sessions} known={item} onClose={onClose} />}
              />
              <VoidButton kind="income-item" id={item.id} name={item.date} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
