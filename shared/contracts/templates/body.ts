/**
 * The little language of clause files. A line is a paragraph: plain (numbered 7.1), `- ` an item under it （1）, `> ` without a
 * number, `|` a row of a table (`| cell | cell |`, the first row its head). In a line: `{{variable}}`, `{{variable|form}}`, `{{§clause-id}}` for the number of another clause, `**strong**`,
 * and a part that stands only sometimes: `{{?condition}}…{{/}}`. Conditions: `name` has a value, `!name` has none,
 * `name=value` and `name!=value` of a choice or a whole number (an amount in fen), `+clause-id` and `!+clause-id` whether an optional clause is in.
 * What a person filled in never goes through here, so it can hold no markup.
 */
export interface BodyLine {
  kind: 'numbered' | 'item' | 'plain' | 'row'
  parts: readonly BodyPart[]
  cells: readonly (readonly BodyPart[])[]
}

export type BodyPart =
  | { kind: 'text'; text: string; strong: boolean; when: readonly string[] }
  | { kind: 'variable'; name: string; form: string; strong: boolean; when: readonly string[] }
  | { kind: 'clause'; id: string; strong: boolean; when: readonly string[] }

const TOKEN = /\*\*|\{\{\?[^{}]+\}\}|\{\{\/\}\}|\{\{§?[^{}?/]+\}\}/g

/** Reads a clause file. Throws `Error` for a condition that is not closed: a template with such a file is broken. */
export function parseBody(body: string): BodyLine[] {
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      if (line.startsWith('|')) return rowOf(line)
      if (line.startsWith('- ')) return lineOf('item', line.slice(2))
      if (line.startsWith('> ')) return lineOf('plain', line.slice(2))
      return lineOf('numbered', line)
    })
}

function lineOf(kind: BodyLine['kind'], line: string): BodyLine {
  return { kind, parts: parseParts(line), cells: [] }
}

/** A cell with `{{name|form}}` has its stroke inside braces, which parts no cells. */
function rowOf(line: string): BodyLine {
  const cells = line
    .replaceAll(/\{\{[^{}]*\}\}/g, (token) => token.replaceAll('|', '\u0000'))
    .split('|')
    .slice(1, -1)
    .map((cell) => parseParts(cell.trim().replaceAll('\u0000', '|')))
  return { kind: 'row', parts: cells.flat(), cells }
}

function parseParts(line: string): BodyPart[] {
  const parts: BodyPart[] = []
  const when: string[] = []
  let strong = false
  let at = 0
  const text = (to: number): void => {
    if (to > at) parts.push({ kind: 'text', text: line.slice(at, to), strong, when: [...when] })
  }
  for (const match of line.matchAll(TOKEN)) {
    text(match.index)
    at = match.index + match[0].length
    const inner = match[0].slice(2, -2).trim()
    if (match[0] === '**') strong = !strong
    else if (inner === '/') when.pop()
    else if (inner.startsWith('?')) when.push(inner.slice(1).trim())
    else if (inner.startsWith('§')) parts.push({ kind: 'clause', id: inner.slice(1), strong, when: [...when] })
    else {
      const [name = '', form = ''] = inner.split('|')
      parts.push({ kind: 'variable', name: name.trim(), form: form.trim(), strong, when: [...when] })
    }
  }
  text(line.length)
  if (when.length > 0) throw new Error(`condition not closed: ${line}`)
  return parts
}

/** Names of the variables a clause file shows or asks about. */
export function variablesOf(lines: readonly BodyLine[]): Set<string> {
  const names = new Set<string>()
  for (const part of lines.flatMap((line) => line.parts)) {
    if (part.kind === 'variable') names.add(part.name)
    for (const condition of part.when) {
      const name = /^!?([^+=!][^=!]*)/.exec(condition)?.[1]
      if (name !== undefined) names.add(name)
    }
  }
  return names
}

/** Ids of the clauses a clause file points at or asks about. */
export function clausesOf(lines: readonly BodyLine[]): Set<string> {
  const ids = new Set<string>()
  for (const part of lines.flatMap((line) => line.parts)) {
    if (part.kind === 'clause') ids.add(part.id)
    for (const condition of part.when) {
      const id = /^!?\+(.+)$/.exec(condition)?.[1]
      if (id !== undefined) ids.add(id)
    }
  }
  return ids
}
