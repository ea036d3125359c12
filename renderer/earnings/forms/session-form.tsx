import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { platformName } from '../../../shared/i18n/index.ts'
import { salesPlatforms } from '../../../shared/platforms.ts'
import type { Output } from '../../../shared/contract.ts'
import { addDays } from '../../../shared/calendar.ts'
import { toHalfWidth } from '../../../shared/money.ts'
import { today } from '../../ui/due-date.tsx'
import { Field } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { shanghaiClock } from '../../ui/format.ts'
import { ChoiceField, DayField } from './fields.tsx'
import { useFactForm } from './use-fact-form.ts'

const platforms = [...salesPlatforms, 'other']

/** A clock time as typed, `20:00` or `8:5`; undefined when it is none. */
function readClock(text: string): string | undefined {
  const match = /^(\d{1,2}):(\d{1,2})$/.exec(toHalfWidth(text).trim())
  const [hour, minute] = [Number(match?.[1] ?? 24), Number(match?.[2] ?? 60)]
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** The moment of a clock time in Shanghai, which keeps UTC+8 all year; `known` with its seconds when it is that minute. */
function momentOf(date: string, clock: string, known: string | undefined): string {
  if (known !== undefined && shanghaiClock(known) === `${date} ${clock}`) return known
  return new Date(`${date}T${clock}:00+08:00`).toISOString()
}

interface SessionFormProps {
  /** What is changed. */
  known?: Output<'earnings.listSessions'>['sessions'][number]
  onClose: () => void
}

/** 记一场直播: when, on which account, with which products. A session that ends after midnight belongs to the day it began. */
export function SessionForm({ known, onClose }: SessionFormProps) {
  const { t } = useTranslation('ledger')
  const form = useFactForm('earnings.saveSession', onClose)
  const [knownDate, knownStart = ''] = known === undefined ? [] : shanghaiClock(known.start).split(' ')
  const [date, setDate] = useState<string | undefined>(knownDate ?? today())
  const [startText, setStartText] = useState(knownStart)
  const [endText, setEndText] = useState(known === undefined ? '' : shanghaiClock(known.end).slice(11))
  const [platform, setPlatform] = useState(known?.platform ?? 'douyin')
  const [account, setAccount] = useState(known?.account ?? '')
  const [products, setProducts] = useState(known?.productIds.join(' ') ?? '')
  const [start, end] = [readClock(startText), readClock(endText)]
  const overMidnight = start !== undefined && end !== undefined && end < start
  const accountWrong = account.trim() === ''
  const submit = (): void =>
    void form.save(
      date === undefined || start === undefined || end === undefined || start === end || accountWrong
        ? undefined
        : {
            ...(known === undefined ? {} : { id: known.id }),
            start: momentOf(date, start, known?.start),
            end: momentOf(overMidnight ? addDays(date, 1) : date, end, known?.end),
            platform,
            account: account.trim(),
            productIds: [...new Set(products.split(/[\s,，;；]+/).filter((id) => id !== ''))],
          },
    )
  return (
    <FormDialog title={t('sessions.add')} onSubmit={submit} {...form.dialog}>
      <DayField form={form} date={date} onChange={setDate} />
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
        <ChoiceField
          label={t('sessions.platform')}
          value={platform}
          onChange={setPlatform}
          options={[...new Set([...platforms, platform])].map((value) => ({ value, label: platformName(t, value) }))}
        />
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
