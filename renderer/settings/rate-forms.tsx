import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toHalfWidth } from '../../shared/money.ts'
import { useApp } from '../shell/app-store.ts'
import { DateInput } from '../ui/date-input.tsx'
import { today } from '../ui/due-date.tsx'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { MoneyInput } from '../ui/money-input.tsx'
import { useCommand } from '../ui/use-command.ts'

/** A percentage as typed, `3.45` or `3.45%`, in ppm; exact, at most four decimals. */
function parsePercent(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?%?$/.exec(toHalfWidth(text).trim())
  if (match === null) return undefined
  const ppm = Number(`${match[1] ?? ''}${(match[2] ?? '').padEnd(4, '0')}`)
  return ppm <= 1_000_000 ? ppm : undefined
}

/** A change of the LPR that the built-in table does not have yet. */
export function LprForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  const save = useCommand('earnings.saveRate')
  const [from, setFrom] = useState<string | undefined>(today())
  const [rate, setRate] = useState('')
  const [source, setSource] = useState('')
  const [tried, setTried] = useState(false)
  const ratePpm = parsePercent(rate)
  const submit = async (): Promise<void> => {
    setTried(true)
    if (from === undefined || ratePpm === undefined) return
    if ((await save.run({ kind: 'lpr', from, ratePpm, source })) !== undefined) onClose()
  }
  return (
    <FormDialog
      title={t('rates.addLpr')}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={save.busy}
      error={save.error}
    >
      <div className="form-pair">
        <Field label={t('rates.from')}>{(id) => <DateInput id={id} value={from} onChange={setFrom} />}</Field>
        <Field label={t('rates.rate')} problem={tried && ratePpm === undefined ? t('rates.rateProblem') : undefined}>
          {(id) => <Input id={id} inputMode="decimal" value={rate} onChange={(event) => setRate(event.target.value)} />}
        </Field>
      </div>
      <SourceField value={source} onChange={setSource} />
    </FormDialog>
  )
}

/** A minimum wage of a place from a day. */
export function WageForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  const save = useCommand('earnings.saveRate')
  const workPlace = useApp((state) => state.status?.settings.workPlace ?? '')
  const [place, setPlace] = useState(workPlace)
  const [from, setFrom] = useState<string | undefined>(today())
  const [amountFen, setAmountFen] = useState<number>()
  const [source, setSource] = useState('')
  const [tried, setTried] = useState(false)
  const amountWrong = amountFen === undefined || amountFen <= 0
  const submit = async (): Promise<void> => {
    setTried(true)
    if (from === undefined || amountWrong || place.trim() === '') return
    const rate = { kind: 'minimum-wage' as const, place: place.trim(), from, amountFen, source }
    if ((await save.run(rate)) !== undefined) onClose()
  }
  return (
    <FormDialog
      title={t('rates.addWage')}
      onSubmit={() => void submit()}
      onClose={onClose}
      busy={save.busy}
      error={save.error}
    >
      <Field label={t('rates.place')} problem={tried && place.trim() === '' ? t('rates.placeProblem') : undefined}>
        {(id) => <Input id={id} value={place} maxLength={60} onChange={(event) => setPlace(event.target.value)} />}
      </Field>
      <div className="form-pair">
        <Field label={t('rates.from')}>{(id) => <DateInput id={id} value={from} onChange={setFrom} />}</Field>
        <Field label={t('rates.amount')} problem={tried && amountWrong ? t('ledger:form.amountProblem') : undefined}>
          {(id) => <MoneyInput id={id} fen={amountFen} onChange={setAmountFen} />}
        </Field>
      </div>
      <SourceField value={source} onChange={setSource} />
    </FormDialog>
  )
}

function SourceField({ value, onChange }: { value: string; onChange: (source: string) => void }) {
  const { t } = useTranslation('settings')
  return (
    <Field label={t('rates.source')}>
      {(id) => <Input id={id} value={value} maxLength={200} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  )
}
