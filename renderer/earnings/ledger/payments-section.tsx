import { Select } from 'antd'
import type { TFunction } from 'i18next'
import { platformName } from '../../../shared/i18n/index.ts'
import type { CycleDetail, CyclePayment } from '../../../shared/earnings/ledger-shapes.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { EvidenceLinks } from '../../ui/evidence-links.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Money } from '../../ui/money.tsx'
import { Term, useSideTranslation } from '../../ui/term.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { useQuery } from '../../ui/use-query.ts'
import { EditButton } from '../forms/edit-button.tsx'
import { PaymentForm } from '../forms/payment-form.tsx'
import { VoidButton } from '../forms/void-button.tsx'
import { cycleName } from './cycle-words.ts'
import { moveAllocation, startDrag, type DraggedPayment } from './dragged-payment.ts'

interface PaymentsSectionProps {
  detail: CycleDetail
  cycleName: string
  asOf: string
}

/** What was paid for this cycle; a payment can be dragged to another month of the table, or moved by its list. */
export function PaymentsSection({ detail, cycleName: name, asOf }: PaymentsSectionProps) {
  const { t } = useSideTranslation('ledger')
  const { payments } = detail
  return (
    <section className="panel-section">
      <h2>
        <Term id="paid" />
      </h2>
      {payments.length === 0 ? (
        <p className="soft">{t('panel.noPayments')}</p>
      ) : (
        <ul className="lines">
          {payments.map((payment) => (
            <PaymentItem key={payment.id} payment={payment} detail={detail} cycleName={name} asOf={asOf} />
          ))}
        </ul>
      )}
    </section>
  )
}

function PaymentItem({ payment, detail, cycleName: name, asOf }: PaymentsSectionProps & { payment: CyclePayment }) {
  const { t } = useSideTranslation('ledger')
  const { agreementId, cycle } = detail.row
  const allocate = useCommand('earnings.allocatePayment')
  const { data } = useQuery('earnings.ledger', { asOf, filter: { agreementIds: [agreementId] } })
  const dragged: DraggedPayment = {
    paymentId: payment.id,
    fromAgreementId: agreementId,
    fromCycle: cycle,
    partFen: payment.partFen,
    allocations: payment.allocations,
  }
  const others = (data?.agreements[0]?.rows ?? []).filter((row) => row.cycle !== cycle).toReversed()
  const channel = payment.channel === '' ? [] : [channelName(t, payment.channel)]
  const onBehalfOf = payment.onBehalfOf === null ? [] : [payment.onBehalfOf.name]
  const title = `${payment.date} ${t('form.payment')}`
  return (
    <li className="payment-item">
      <div>
        <span>
          <button
            type="button"
            className="bare-button drag-handle"
            draggable
            aria-label={t('panel.moveHelp')}
            onDragStart={(event) => startDrag(event, dragged)}
          >
            <Icon name="grip" size={16} />
          </button>
          {payment.date} · {t(`earnings:paymentKinds.${payment.kind}`)}
        </span>
        <p className="soft">
          {[payment.payer.name, ...channel, ...onBehalfOf].join(' · ')}
          {payment.isImported && payment.evidenceIds.length === 0 ? null : (
            <>
              {' · '}
              <EvidenceLinks ids={payment.evidenceIds} name={title} />
            </>
          )}
        </p>
        <p className="soft">
          {t(payment.explicit ? 'panel.explicit' : 'panel.spread')}
          {payment.partFen === payment.amountFen ? '' : ` · ${t('panel.partOf', { amountFen: payment.amountFen })}`}
        </p>
        <Select<string>
          size="small"
          className="payment-move"
          aria-label={t('panel.move')}
          placeholder={t('panel.move')}
          value={null}
          loading={allocate.busy}
          onChange={(to) =>
            void allocate.run({ paymentId: payment.id, allocations: moveAllocation(dragged, agreementId, to) })
          }
          options={others.map((row) => ({ value: row.cycle, label: cycleName(t, row.cycle, row.from) }))}
        />
        {allocate.error === undefined ? null : <ErrorNote error={allocate.error} onClose={allocate.clear} />}
      </div>
      <span className="row">
        <Money fen={payment.kind === 'repayment' ? -payment.partFen : payment.partFen} />
        {payment.isImported ? null : (
          <EditButton
            name={title}
            renderForm={(onClose) => (
              <PaymentForm place={{ detail, cycleName: name }} known={payment} onClose={onClose} />
            )}
          />
        )}
        <VoidButton kind="payment" id={payment.id} name={title} />
      </span>
    </li>
  )
}

const typedChannels = ['bank', 'wechat', 'alipay', 'cash', 'platform', 'other']

/** The word of a channel: one of those that are typed, or the list that it was imported from. */
export function channelName(t: TFunction<'ledger'>, channel: string): string {
  return typedChannels.includes(channel) ? t(`form.channels.${channel}`) : platformName(t, channel)
}
