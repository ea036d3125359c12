import { Input, Select } from 'antd'
import { Fragment, useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { parsePercent, plainPercent } from '../../../shared/contracts/percent.ts'
import { parseYuan, plainYuan, toHalfWidth } from '../../../shared/money.ts'
import { useReportedFault } from './faults.tsx'

const mark = '\u0001'

/**
 * A sentence of the catalogue (`form.<code>`) with fields in its gaps, in whatever order the language puts them:
 * 每月底薪 [3000] 元.
 */
export function FieldSentence({ code, fields }: { code: string; fields: Record<string, ReactNode> }) {
  const { t } = useTranslation('contracts')
  const gaps = Object.fromEntries(Object.keys(fields).map((name) => [name, mark + name + mark]))
  const parts = t(`form.${code}`, gaps).split(mark)
  return <div className="field-sentence">{parts.map((part, at) => sentencePart(part, at, fields))}</div>
}

/** Every other part is the name of a field; texts between fields that touch are empty. */
function sentencePart(part: string, at: number, fields: Record<string, ReactNode>): ReactNode {
  if (at % 2 === 1) return <Fragment key={part}>{fields[part]}</Fragment>
  const text = part.trim()
  if (text === '') return null
  return (
    <span key={`${at}-${text}`} className="sentence-text">
      {text}
    </span>
  )
}

interface TypedFieldProps<T> {
  label: string
  /** Null when the field is empty, which only an optional one may be. */
  value: T | null
  optional: boolean
  show: (value: T) => string
  parse: (text: string) => T | undefined
  /** The sentence for what cannot be read. */
  fault: string
  widthEm: number
  isText?: boolean
  onChange: (value: T | null) => void
}

/** A field for something typed: it hands on what can be read, and says beside itself what cannot. */
function TypedField<T>({
  label,
  value,
  optional,
  show,
  parse,
  fault,
  widthEm,
  onChange,
  isText = false,
}: TypedFieldProps<T>) {
  const { t } = useTranslation('contracts')
  const [typed, setTyped] = useState<string>()
  const faultId = useId()
  const text = typed ?? (value === null ? '' : show(value))
  const isEmpty = text.trim() === ''
  const problem = isEmpty ? (optional ? undefined : t('fault.required')) : parse(text) === undefined ? fault : undefined
  useReportedFault(problem !== undefined)
  return (
    <span className="sentence-field">
      <Input
        aria-label={label}
        aria-invalid={problem !== undefined}
        {...(problem === undefined ? {} : { 'aria-describedby': faultId })}
        status={problem === undefined ? '' : 'error'}
        className={isText ? 'sentence-input sentence-words' : 'sentence-input'}
        style={{ width: `${widthEm}em` }}
        {...(isText ? {} : { inputMode: 'decimal' as const })}
        autoComplete="off"
        title={label}
        value={text}
        onChange={(event) => {
          const next = event.target.value
          setTyped(next)
          const read = next.trim() === '' ? (optional ? null : undefined) : parse(next)
          if (read !== undefined) onChange(read)
        }}
        onBlur={() => {
          if (problem === undefined) setTyped(undefined)
        }}
      />
      {problem === undefined ? null : (
        <span id={faultId} className="sentence-fault" role="alert">
          {problem}
        </span>
      )}
    </span>
  )
}

interface Required<T> {
  label: string
  value: T
  onChange: (value: T) => void
}
interface Optional<T> {
  label: string
  value: T | null | undefined
  onChange: (value: T | null) => void
}

function keepValue<T>(onChange: (value: T) => void): (value: T | null) => void {
  return (value) => {
    if (value !== null) onChange(value)
  }
}

function parseFen(text: string): number | undefined {
  const fen = parseYuan(text)
  return fen === undefined || fen < 0 ? undefined : fen
}

/** Whole yuan without the two zeros, so that a sentence stays short. */
function shortYuan(fen: number): string {
  return plainYuan(fen).replace(/\.00$/, '')
}

/** An amount in yuan, held in fen. */
export function FenField({ label, value, onChange }: Required<number>) {
  const { t } = useTranslation('contracts')
  const rest = { optional: false, show: shortYuan, parse: parseFen, fault: t('fault.money'), widthEm: 6.5 }
  return <TypedField label={label} value={value} onChange={keepValue(onChange)} {...rest} />
}

export function OptionalFenField({ label, value, onChange }: Optional<number>) {
  const { t } = useTranslation('contracts')
  const rest = { optional: true, show: shortYuan, parse: parseFen, fault: t('fault.money'), widthEm: 6 }
  return <TypedField label={label} value={value ?? null} onChange={onChange} {...rest} />
}

/** A rate in percent, held in ppm. */
export function PpmField({ label, value, onChange }: Required<number>) {
  const { t } = useTranslation('contracts')
  const rest = { optional: false, show: plainPercent, parse: parsePercent, fault: t('fault.percent'), widthEm: 4.5 }
  return <TypedField label={label} value={value} onChange={keepValue(onChange)} {...rest} />
}

export function OptionalPpmField({ label, value, onChange }: Optional<number>) {
  const { t } = useTranslation('contracts')
  const rest = { optional: true, show: plainPercent, parse: parsePercent, fault: t('fault.percent'), widthEm: 4.5 }
  return <TypedField label={label} value={value ?? null} onChange={onChange} {...rest} />
}

interface Range {
  min?: number
  max?: number
}

function countParser(min: number, max: number): (text: string) => number | undefined {
  return (text) => {
    const plain = toHalfWidth(text).replaceAll(/[\s,]/g, '')
    const count = /^\d{1,9}$/.test(plain) ? Number(plain) : undefined
    return count === undefined || count < min || count > max ? undefined : count
  }
}

/** A whole number. */
export function CountField({ label, value, onChange, min = 0, max = 999_999 }: Required<number> & Range) {
  const { t } = useTranslation('contracts')
  const rest = { optional: false, show: String, parse: countParser(min, max), fault: t('fault.count', { min, max }) }
  return <TypedField label={label} value={value} onChange={keepValue(onChange)} widthEm={4} {...rest} />
}

export function OptionalCountField({ label, value, onChange, min = 0, max = 999_999 }: Optional<number> & Range) {
  const { t } = useTranslation('contracts')
  const rest = { optional: true, show: String, parse: countParser(min, max), fault: t('fault.count', { min, max }) }
  return <TypedField label={label} value={value ?? null} onChange={onChange} widthEm={4} {...rest} />
}

function parseName(text: string): string | undefined {
  return text.length > 200 ? undefined : text
}

/** What a term is called. */
export function NameField({ label, value, onChange }: Required<string>) {
  const { t } = useTranslation('contracts')
  const rest = { optional: false, show: String, parse: parseName, fault: t('fault.name'), widthEm: 7, isText: true }
  return <TypedField label={label} value={value} onChange={keepValue(onChange)} {...rest} />
}

interface ChoiceFieldProps<T extends string> {
  label: string
  value: T
  options: readonly T[]
  /** Words of the choices: `choice.<words>.<option>`, or a function of one's own. */
  words: string | ((option: T) => string)
  onChange: (value: T) => void
}

/** One of a few words within a sentence. */
export function ChoiceField<T extends string>({ label, value, options, words, onChange }: ChoiceFieldProps<T>) {
  const { t } = useTranslation('contracts')
  const keyOf = (option: string): string => `${String(words)}.${option}`
  const say = typeof words === 'string' ? (option: T): string => t(keyOf(option)) : words
  return (
    <Select
      aria-label={label}
      className="sentence-choice"
      popupMatchSelectWidth={false}
      value={value}
      onChange={onChange}
      options={options.map((option) => ({ value: option, label: say(option) }))}
    />
  )
}

interface TagsFieldProps {
  label: string
  placeholder: string
  value: readonly string[] | null | undefined
  /** Known values with their words; others can be typed unless `closed`. */
  known?: { value: string; label: string }[]
  closed?: boolean
  onChange: (value: string[] | null) => void
}

/** Several words or numbers; none of them means no restriction. */
export function TagsField({ label, placeholder, value, known = [], closed = false, onChange }: TagsFieldProps) {
  return (
    <Select
      aria-label={label}
      className="sentence-tags"
      mode={closed ? 'multiple' : 'tags'}
      popupMatchSelectWidth={false}
      placeholder={placeholder}
      value={[...(value ?? [])]}
      tokenSeparators={[',', '，', '、', ' ', '\n']}
      options={known}
      notFoundContent={null}
      onChange={(chosen: string[]) => {
        const texts = chosen.map((text) => text.trim()).filter((text) => text !== '')
        onChange(texts.length === 0 ? null : [...new Set(texts)])
      }}
    />
  )
}
