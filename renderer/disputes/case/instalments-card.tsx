import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FollowedInstalment, spreadPayment } from '../../../shared/disputes/mediation/instalments.ts'
import type { CaseMediation, CaseReply } from '../../../shared/disputes/mediation/party-calls.ts'
import type { CaseView } from '../../../shared/disputes/views.ts'
import { formatFen } from '../../../shared/money.ts'
import { PaymentForm } from '../../earnings/index.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Money } from '../../ui/money.tsx'
import { MoneyInput } from '../../ui/money-input.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { useCommand } from '../../ui/use-command.ts'

type Payments = CaseMediation['payments']

const tones: Record<FollowedInstalment['state'], Tone> = {
  'not-yet': 'plain',
  due: 'warn',
  overdue: 'bad',
  partly: 'warn',
  paid: 'good',
  'paid-late': 'good',
}

interface InstalmentsCardProps {
  reply: CaseReply
  payments: Payments
  parties: CaseView['parties']
}

/** 分期跟进: each instalment to the last payment, with payments of the ledger; what is not linked yet can be. */
export function InstalmentsCard({ reply, payments, parties }: InstalmentsCardProps) {
  const { t } = useTranslation('mediation')
  const [linking, setLinking] = useState<FollowedInstalment>()
  const [paying, setPaying] = useState(false)
  const unlink = useCommand('disputes.linkInstalment')
  const link = useCommand('disputes.linkInstalment')
  const onlyOf = (side: 'applicant' | 'respondent'): string | undefined => {
    const [first, ...others] = parties.filter((party) => party.side === side)
    return others.length === 0 ? first?.id : undefined
  }
  const linkNew = async (payment: { id: string; amountFen: number }): Promise<void> => {
    for (const part of spreadPayment(reply.instalments, payment.amountFen))
      if ((await link.run({ replyId: reply.id, paymentId: payment.id, ...part })) === undefined) return
  }
  return (
    <section className="card stack">
      <div className="row">
        <h2>{t('follow.title')}</h2>
        <span className="end row">
          {reply.remainingFen === 0 ? (
            <Status tone="good">{t('follow.done', { paidFen: reply.paidFen })}</Status>
          ) : (
            <span>{t('follow.remaining', { remainingFen: reply.remainingFen, paidFen: reply.paidFen })}</span>
          )}
          <Button icon={<Icon name="plus" size={16} />} onClick={() => setPaying(true)}>
            {t('follow.pay')}
          </Button>
        </span>
      </div>
      <ul className="lines instalment-rows">
        {reply.instalments.map((one) => (
          <li key={one.number}>
            <div>
              <span className="row">
                <b>{t('plan.number', { number: one.number })}</b>
                <time dateTime={one.date}>{one.date}</time>
                <Status tone={tones[one.state]}>{t(`follow.states.${one.state}`, { days: one.lateDays })}</Status>
              </span>
              {one.payments.map((payment) => (
                <span key={payment.paymentId} className="row soft">
                  {t('follow.paid', { date: payment.date, amountFen: payment.amountFen })}
                  <Button
                    size="small"
                    type="text"
                    onClick={() =>
                      void unlink.run({
                        replyId: reply.id,
                        number: one.number,
                        paymentId: payment.paymentId,
                        amountFen: 0,
                      })
                    }
                  >
                    {t('follow.unlink')}
                  </Button>
                </span>
              ))}
              {one.remainingFen === 0 ? null : (
                <Button size="small" onClick={() => setLinking(one)}>
                  {t('follow.link')}
                </Button>
              )}
            </div>
            <div className="number">
              <Money fen={one.amountFen} />
              {one.remainingFen === one.amountFen || one.remainingFen === 0 ? null : (
                <div className="soft">{t('follow.lacks', { amountFen: one.remainingFen })}</div>
              )}
            </div>
          </li>
        ))}
      </ul>
      {unlink.error === undefined ? null : <ErrorNote error={unlink.error} />}
      {link.error === undefined ? null : <ErrorNote error={link.error} />}
      {linking === undefined ? null : (
        <LinkDialog replyId={reply.id} instalment={linking} payments={payments} onClose={() => setLinking(undefined)} />
      )}
      {paying ? (
        <PaymentForm
          expected={{
            payerId: onlyOf('respondent'),
            payeeId: onlyOf('applicant'),
            amountFen: reply.instalments.find(({ remainingFen }) => remainingFen > 0)?.remainingFen,
          }}
          onSaved={(payment) => void linkNew(payment)}
          onClose={() => setPaying(false)}
        />
      ) : null}
    </section>
  )
}

interface LinkDialogProps {
  replyId: string
  instalment: FollowedInstalment
  payments: Payments
  onClose: () => void
}

/** Which payment of the ledger was for this instalment, and how much of it. */
function LinkDialog({ replyId, instalment, payments, onClose }: LinkDialogProps) {
  const { t } = useTranslation('mediation')
  const fitting = (id: string | undefined): number | undefined => {
    const payment = payments.find((one) => one.id === id)
    return payment === undefined ? undefined : Math.min(payment.freeFen, instalment.remainingFen)
  }
  const [paymentId, setPaymentId] = useState<string | undefined>(payments[0]?.id)
  const [amountFen, setAmountFen] = useState(() => fitting(payments[0]?.id))
  const [tried, setTried] = useState(false)
  const link = useCommand('disputes.linkInstalment')
  const most = fitting(paymentId) ?? 0
  const amountWrong = amountFen === undefined || amountFen <= 0 || amountFen > most
  const submit = async (): Promise<void> => {
    setTried(true)
    if (paymentId === undefined || amountWrong) return
    if ((await link.run({ replyId, number: instalment.number, paymentId, amountFen })) !== undefined) onClose()
  }
  return (
    <FormDialog
      title={t('follow.linkTo', { number: instalment.number })}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={link.busy}
      error={link.error}
    >
      {payments.length === 0 ? <p className="note note-plain">{t('follow.noPayments')}</p> : null}
      <Field
        label={t('follow.payment')}
        problem={tried && paymentId === undefined ? t('follow.paymentMissing') : undefined}
      >
        {(id) => (
          <Select
            id={id}
            value={paymentId ?? null}
            onChange={(value) => {
              setPaymentId(value ?? undefined)
              setAmountFen(fitting(value ?? undefined))
            }}
            options={payments.map((payment) => ({
              value: payment.id,
              label: t('follow.paymentWords', { ...payment, free: formatFen(payment.freeFen) }),
            }))}
          />
        )}
      </Field>
      <Field
        label={t('follow.amount')}
        problem={tried && amountWrong ? t('follow.amountProblem', { amountFen: most }) : undefined}
      >
        {(id) => <MoneyInput id={id} fen={amountFen} onChange={setAmountFen} />}
      </Field>
    </FormDialog>
  )
}
