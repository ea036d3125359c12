import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract.ts'
import { incomeKinds } from '../../../shared/earnings/vocabulary.ts'
import { platformName } from '../../../shared/i18n/index.ts'
import { today } from '../../ui/due-date.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { AmountField, ChoiceField, DayField } from './fields.tsx'
import { useFactForm } from './use-fact-form.ts'

interface IncomeFormProps {
  sessions: Output<'earnings.listSessions'>['sessions']
  /** What is changed. */
  known?: Output<'earnings.listIncomeItems'>['items'][number]
  onClose: () => void
}

/** 打赏, 商单 and other income beside sales. */
export function IncomeForm({ sessions, known, onClose }: IncomeFormProps) {
  const { t } = useTranslation('ledger')
  const form = useFactForm('earnings.saveIncomeItem', onClose)
  const [kind, setKind] = useState<(typeof incomeKinds)[number]>(known?.kind ?? 'gift')
  const [date, setDate] = useState<string | undefined>(known?.date ?? today())
  const [grossFen, setGrossFen] = useState(known?.grossFen)
  const [feeFen, setFeeFen] = useState<number | undefined>(known?.feeFen ?? 0)
  const [sessionId, setSessionId] = useState(known?.sessionId ?? '')
  const session = sessions.find((one) => one.id === sessionId)
  const isSameSession = sessionId === (known?.sessionId ?? '')
  const submit = (): void =>
    void form.save(
      date === undefined || grossFen === undefined || feeFen === undefined
        ? undefined
        : {
            ...(known === undefined ? {} : { id: known.id }),
            kind,
            date,
            grossFen,
            feeFen,
            sessionId: sessionId === '' ? null : sessionId,
            platform: session?.platform ?? (isSameSession ? (known?.platform ?? null) : null),
          },
    )
  return (
    <FormDialog title={t('sessions.addIncome')} onSubmit={submit} {...form.dialog}>
      <div className="form-pair">
        <ChoiceField
          label={t('sessions.kind')}
          value={kind}
          onChange={setKind}
          options={incomeKinds.map((value) => ({ value, label: t(`earnings:incomeKinds.${value}`) }))}
        />
        <DayField form={form} date={date} onChange={setDate} />
      </div>
      <div className="form-pair">
        <AmountField
          form={form}
          label={t('sessions.gross')}
          fen={grossFen}
          onChange={setGrossFen}
          isWrong={grossFen === undefined}
        />
        <AmountField
          form={form}
          label={t('sessions.fee')}
          fen={feeFen}
          onChange={setFeeFen}
          isWrong={feeFen === undefined}
        />
      </div>
      <ChoiceField
        label={t('sessions.session')}
        value={sessionId}
        onChange={setSessionId}
        options={[
          { value: '', label: t('sessions.noSession') },
          ...sessions.map((one) => ({
            value: one.id,
            label: t('sessions.name', {
              date: shanghaiClock(one.start),
              platform: platformName(t, one.platform),
              account: one.account,
            }),
          })),
        ]}
      />
    </FormDialog>
  )
}
