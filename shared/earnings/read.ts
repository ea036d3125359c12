import { isCivilDate, parseMoment } from '../calendar.ts'
import { ComputeFault } from './fault.ts'

/**
 * Checks of single fields, hand-written because `earnings.compute` answers thousands of inputs a second and must name the
 * place of a fault. Each throws ComputeFault `invalid` with the path of the field; paths are put together only then.
 */
export type Raw = Readonly<Record<string, unknown>>

export function invalid(path: string): never {
  throw new ComputeFault('invalid', path)
}

function join(parent: string, key: string): string {
  return parent === '' ? key : `${parent}.${key}`
}

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null
}

/** The value as an object with fields. */
export function asObject(value: unknown, path: string): Raw {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) invalid(path)
  return value as Raw
}

export function readObject(raw: Raw, key: string, parent: string): Raw {
  return asObject(raw[key], join(parent, key))
}

/** The object at a field that may be absent or null. */
export function readObjectMaybe(raw: Raw, key: string, parent: string): Raw | undefined {
  return isAbsent(raw[key]) ? undefined : readObject(raw, key, parent)
}

export function checkText(raw: Raw, key: string, parent: string): void {
  if (typeof raw[key] !== 'string') invalid(join(parent, key))
}

export function checkTextMaybe(raw: Raw, key: string, parent: string): void {
  if (!isAbsent(raw[key])) checkText(raw, key, parent)
}

export function checkFlag(raw: Raw, key: string, parent: string): void {
  if (typeof raw[key] !== 'boolean') invalid(join(parent, key))
}

/** An integer below 2^53, not below `min` and not above `max`. */
export function checkInteger(raw: Raw, key: string, parent: string, min = -Infinity, max = Infinity): void {
  const value = raw[key]
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min || value > max)
    invalid(join(parent, key))
}

export function checkIntegerMaybe(raw: Raw, key: string, parent: string, min = -Infinity, max = Infinity): void {
  if (!isAbsent(raw[key])) checkInteger(raw, key, parent, min, max)
}

export function checkDate(raw: Raw, key: string, parent: string): void {
  const value = raw[key]
  if (typeof value !== 'string' || !isCivilDate(value)) invalid(join(parent, key))
}

/** A period: `from`, and `to` (may be absent when `open`) not before it. */
export function checkPeriod(raw: Raw, parent: string, open: boolean): void {
  checkDate(raw, 'from', parent)
  if (open && isAbsent(raw['to'])) return
  checkDate(raw, 'to', parent)
  if (String(raw['to']) < String(raw['from'])) invalid(join(parent, 'to'))
}

/** Milliseconds of the moment at a field. */
export function readMoment(raw: Raw, key: string, parent: string): number {
  const value = raw[key]
  const momentMs = typeof value === 'string' ? parseMoment(value) : undefined
  return momentMs ?? invalid(join(parent, key))
}

export function checkWord(raw: Raw, key: string, parent: string, words: readonly string[]): void {
  const value = raw[key]
  if (typeof value !== 'string' || !words.includes(value)) invalid(join(parent, key))
}

export function checkWordMaybe(raw: Raw, key: string, parent: string, words: readonly string[]): void {
  if (!isAbsent(raw[key])) checkWord(raw, key, parent, words)
}

/** Checks each item of a list that must be there. */
export function checkList(raw: Raw, key: string, parent: string, check: (item: unknown, path: string) => void): void {
  const value = raw[key]
  const path = join(parent, key)
  if (!Array.isArray(value)) invalid(path)
  value.forEach((item, index) => check(item, `${path}[${index}]`))
}

export function checkListMaybe(
  raw: Raw,
  key: string,
  parent: string,
  check: (item: unknown, path: string) => void,
): void {
  if (!isAbsent(raw[key])) checkList(raw, key, parent, check)
}

/** Checks each object of a list that may be absent. */
export function checkObjects(raw: Raw, key: string, parent: string, check: (item: Raw, path: string) => void): void {
  checkListMaybe(raw, key, parent, (item, path) => check(asObject(item, path), path))
}

export function checkTexts(raw: Raw, key: string, parent: string): void {
  checkList(raw, key, parent, (item, path) => {
    if (typeof item !== 'string') invalid(path)
  })
}

/** A filter: absent, or a list that is not empty of texts (of `words`, when given). An empty one would match nothing. */
export function checkFilter(raw: Raw, key: string, parent: string, words?: readonly string[]): void {
  if (isAbsent(raw[key])) return
  checkList(raw, key, parent, (item, path) => {
    if (typeof item !== 'string' || (words !== undefined && !words.includes(item))) invalid(path)
  })
  if (Array.isArray(raw[key]) && raw[key].length === 0) invalid(join(parent, key))
}
