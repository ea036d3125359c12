import { BoanError } from './errors.ts'

/** What JSON can hold; a member that is `undefined` is left out, as JSON.stringify does. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue | undefined }

/**
 * The one text of a JSON value (RFC 8785, JCS): members in order of their names' UTF-16 code units, no white space, numbers and
 * strings as ECMAScript writes them. Equal values give equal text, so that a hash of it means the value.
 * Throws `bundles.ill-formed-text` for half a surrogate pair (it has no UTF-8) and `TypeError` for what JSON cannot hold.
 */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'string') return stringText(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (isPlainObject(value)) return objectText(value)
  throw new TypeError(`canonical JSON cannot hold ${Object.prototype.toString.call(value)}`)
}

/** The same with unknown input, for values that came from JSON.parse or from a checked schema. */
export function canonicalJsonOf(value: unknown): string {
  return canonicalJson(value as JsonValue)
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`canonical JSON cannot hold ${value}`)
  return JSON.stringify(value)
}

function stringText(value: string): string {
  if (!value.isWellFormed())
    throw new BoanError('bundles.ill-formed-text', {}, { value: value.toWellFormed().slice(0, 80) })
  return JSON.stringify(value)
}

function isPlainObject(value: unknown): value is { readonly [name: string]: JsonValue | undefined } {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function objectText(value: { readonly [name: string]: JsonValue | undefined }): string {
  const members: string[] = []
  // The default order of `toSorted` is by UTF-16 code units, which is what RFC 8785 3.2.3 asks for.
  for (const name of Object.keys(value).toSorted()) {
    const member = value[name]
    if (member !== undefined) members.push(`${stringText(name)}:${canonicalJson(member)}`)
  }
  return `{${members.join(',')}}`
}
