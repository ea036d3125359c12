import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { platformName } from '../../../shared/i18n/index.ts'
import { salesPlatforms } from '../../../shared/platforms.ts'
import { addDays } from '../../../shared/calendar.ts'
import { toHalfWidth } from '../../../shared/money.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { today } from '../../ui/due-date.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useFactForm } from './use-fact-form.ts'

const platforms = [...salesPlatforms, 'other']

/** A clock time as typed, `20:00` or `8:5`; undefined when it is none. */
function readClock(text: string): string | undefined {
  const match = /^(\d{1,2}):(\d{1,2})$/.exec(toHalfWidth(text).trim())
  const [hour, minute] = [Number(match?.[1] ?? 24), Number(match?.[2] ?? 60)]
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** The moment of a clock time in Shanghai, which keeps UTC+8 all year. */
function momentOf(date: string, clock: string): string {
  return new Date(`${date}T${clock}:00+08:00`).toISOString()
}

/** 记一场直播: when, on which account, with which products. A session that ends after midnight belongs to the day it began. */
export function SessionForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('ledger')
  const form = useFactForm('earnings.saveSession', onClose)
  const [date, setDate] = useState<string | undefined>(today())
  const [startText, setStartText] = useState('')
  const [endText, setEndText] = useState('')
  const [platform, setPlatform] = useState('douyin')
  const [account, setAccount] = useState('')
  const [products, setProducts] = useState('')
  const [start, end] = [readClock(startText), readClock(endText)]
  const overMidnight = start !== undefined && end !== undefined && end < start
  const accountWrong = account.trim() === ''
  const submit = (): void =>
    void form.save(
      date === undefined || start === undefined || end === undefined || start === end || accountWrong
        ? undefined
        : {
            start: momentOf(date, start),
            end: momentOf(overMidnight ? addDays(date, 1) : date, end),
            platform,
            account: account.trim(),
            productIds: [...new Set(products.split(/[\s,，;；]+/).filter((id) => id !== ''))],
          },
    )
  return (
    <FormDialog title={t('sessions.add')} onSubmit={submit} onClose={onClose} busy={form.busy} error={form.error}>
      <Field label={t('form.date')} problem={form.problem(date === undefined, 'dateProblem')}>
        {(id) => <DateInput id={id} value={date} onChange={setDate} />}
      </Field>
      <div className="form-pair">
        <ClockField
          label={t('sessions.start')}
          text={startText}
          onChange={setStartText}
          wrong={form.tried && start === undefined}
        />
        <ClockField
          label={t('sessions.end')}
          text={endText}
          onChange={setEndText}
          wrong={form.tried && (end === undefined || end === start)}
          help={overMidnight ? t('sessions.nextDay') : undefined}
        />
      </div>
      <div className="form-pair">
        <Field label={t('sessions.platform')}>
          {(id) => (
            <Select
              id={id}
              value={platform}
              onChange={setPlatform}
              options={platforms.map((value) => ({ value, label: platformName(t, value) }))}
            />
          )}
        </Field>
        <Field
          label={t('sessions.account')}
          problem={form.tried && accountWrong ? t('sessions.accountProblem') : undefined}
        >
          {(id) => (
            <Input id={id} value={account} maxLength={200} onChange={(event) => setAccount(event.target.value)} />
          )}
        </Field>
      </div>
      <Field label={t('sessions.products')} help={t('sessions.productsHelp')}>
        {(id) => (
          <Input.TextArea id={id} rows={2} value={products} onChange={(event) => setProducts(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  )
}

interface ClockFieldProps {
  label: string
  text: string
  onChange: (text: string) => void
  wrong: boolean
  help?: string | undefined
}

function ClockField({ label, text, onChange, wrong, help }: ClockFieldProps) {
  const { t } = useTranslation('ledger')
  return (
    <Field label={label} problem={wrong ? t('sessions.clockProblem') : undefined} help={help}>
      {(id) => (
        <Input
          id={id}
          value={text}
          placeholder="20:00"
          inputMode="numeric"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
