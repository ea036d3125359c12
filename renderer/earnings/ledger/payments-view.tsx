import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerPayment } from '../../../shared/earnings/ledger-shapes.ts'
import { hrefTo } from '../../shell/route.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { EvidenceLinks } from '../../ui/evidence-links.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Money } from '../../ui/money.tsx'
import { Pager, usePages } from '../../ui/pager.tsx'
import { LedgerPicture } from '../../ui/pictures.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { Status } from '../../ui/status.tsx'
import { usePayerWords, useSideForm, useSideTranslation } from '../../ui/term.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { EditButton } from '../forms/edit-button.tsx'
import { PaymentForm } from '../forms/payment-form.tsx'
import { VoidButton } from '../forms/void-button.tsx'
import { channelName } from './payments-section.tsx'
import { WaitingPayments } from './waiting-payments.tsx'

interface PaymentsViewProps {
  asOf: string
  payerId: string | undefined
  payeeId: string | undefined
}

/** Every payment and where its money counts; the newest first, in pages. */
export function PaymentsView({ asOf, payerId, payeeId }: PaymentsViewProps) {
  const { t } = useSideTranslation('ledger')
  const side = useSideForm()
  const [withVoided, setWithVoided] = useState(false)
  const [adding, setAdding] = useState(false)
  const pages = usePages(`${payerId ?? ''} ${payeeId ?? ''} ${withVoided}`)
  const parties = { ...(payerId === undefined ? {} : { payerId }), ...(payeeId === undefined ? {} : { payeeId }) }
  const input = { asOf, withVoided, after: pages.after, ...parties }
  const { data, error, reload } = useQuery('earnings.listPayments', input)
  if (data === undefined) return error === undefined ? <Loading /> : <ErrorNote error={error} onRetry={reload} />
  const form = adding ? <PaymentForm onClose={() => setAdding(false)} /> : null
  if (data.payments.length === 0 && pages.number === 1 && !withVoided) {
    return (
      <>
        <WaitingPayments />
        <EmptyState
          title={t('view.payments')}
          purpose={t('payments.empty')}
          picture={<LedgerPicture />}
          action={{ label: t('payments.add'), onClick: () => setAdding(true) }}
        />
        {form}
      </>
    )
  }
  return (
    <>
      <WaitingPayments />
      <section className="card">
        <div className="row">
          <Checkbox checked={withVoided} onChange={(event) => setWithVoided(event.target.checked)}>
            {t('payments.kept')}
          </Checkbox>
          <Button className="end" onClick={() => setAdding(true)}>
            {t('payments.add')}
          </Button>
        </div>
        <table className="plain-table">
          <TableHead
            columns={[
              t('payments.date'),
              t('payments.payer', side),
              t('payments.where'),
              t('payments.source'),
              { title: t('payments.amount'), isNumber: true },
              { title: t('panel.more'), isHidden: true },
            ]}
          />
          <tbody>
            {data.payments.map((payment) => (
              <PaymentRow key={payment.id} payment={payment} />
            ))}
          </tbody>
        </table>
        <Pager pages={pages} next={data.next} />
        {form}
      </section>
    </>
  )
}

function PaymentRow({ payment }: { payment: LedgerPayment }) {
  const { t } = useSideTranslation('ledger')
  const { importedFrom, onBehalfOf, payer, voidedAt } = payment
  const isPayer = usePayerWords()
  const other = isPayer ? payment.payee : payer
  const name = `${payment.date} ${other.name}`
  const signed = payment.kind === 'repayment' ? -payment.amountFen : payment.amountFen
  return (
    <tr className={voidedAt === null ? '' : 'voided'}>
      <td className="keep">{payment.date}</td>
      <td>
        {other.name}
        <div className="soft">
          {[
            t(`earnings:paymentKinds.${payment.kind}`),
            ...(payment.channel === '' ? [] : [channelName(t, payment.channel)]),
            ...(onBehalfOf === null ? [] : [onBehalfOf.name]),
          ].join(' · ')}
        </div>
      </td>
      <td>
        {payment.parts.map((part) => (
          <div key={`${part.agreementId} ${part.cycle}`}>
            <a href={hrefTo('ledger', { open: part.agreementId, cycle: part.cycle })}>{part.cycle}</a>{' '}
            <Money fen={part.amountFen} tone="soft" />
          </div>
        ))}
        {payment.unallocatedFen === 0 || voidedAt !== null ? null : (
          <Status tone="warn">{t('payments.unallocated', { amountFen: payment.unallocatedFen })}</Status>
        )}
      </td>
      <td className="soft">
        {importedFrom === null ? (
          t('payments.typed')
        ) : (
          <a href={hrefTo('import', { statement: importedFrom.statementId })}>{t('payments.imported', importedFrom)}</a>
        )}
        {payment.evidenceIds.length === 0 ? null : (
          <div>
            <EvidenceLinks ids={payment.evidenceIds} name={name} />
          </div>
        )}
        {payment.voidReason === null ? null : <div>{payment.voidReason}</div>}
      </td>
      <td className="number">
        <Money fen={signed} />
      </td>
      <td className="number">
        {voidedAt === null ? (
          <>
            {importedFrom === null ? (
              <EditButton name={name} renderForm={(onClose) => <PaymentForm known={payment} onClose={onClose} />} />
            ) : null}
            <VoidButton kind="payment" id={payment.id} name={name} />
          </>
        ) : (
          <RestoreButton id={payment.id} />
        )}
      </td>
    </tr>
  )
}

function RestoreButton({ id }: { id: string }) {
  const { t } = useTranslation('app')
  const restore = useCommand('earnings.restoreFact')
  return (
    <Button size="small" loading={restore.busy} onClick={() => void restore.run({ kind: 'payment', id })}>
      {t('action.restore')}
    </Button>
  )
}
