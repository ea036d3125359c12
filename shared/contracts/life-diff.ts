import type { BuiltClause, BuiltContract } from './templates/built.ts'
import { paragraphText } from './templates/built.ts'

/** A stretch of text that stands in both, only in the earlier or only in the later one. */
export interface DiffRun {
  kind: 'same' | 'removed' | 'added'
  text: string
}

export interface ClauseDiff {
  /** The template's id of the clause. */
  id: string
  heading: string
  kind: 'same' | 'changed' | 'added' | 'removed'
  runs: DiffRun[]
}

/** Two contracts clause by clause, in the order of the later one; what only the earlier one has stands where it stood. */
export function diffClauses(
  before: Pick<BuiltContract, 'clauses'>,
  after: Pick<BuiltContract, 'clauses'>,
): ClauseDiff[] {
  const earlier = new Map(before.clauses.map((clause) => [clause.id, clause]))
  const later = new Set(after.clauses.map(({ id }) => id))
  const diffs = after.clauses.map((clause) => diffClause(earlier.get(clause.id), clause))
  for (const [index, clause] of before.clauses.entries()) {
    if (later.has(clause.id)) continue
    const removed: ClauseDiff = {
      ...headOf(clause),
      kind: 'removed',
      runs: [{ kind: 'removed', text: textOf(clause) }],
    }
    const previous = before.clauses[index - 1]?.id
    diffs.splice(diffs.findIndex(({ id }) => id === previous) + 1, 0, removed)
  }
  return diffs
}

function headOf({ id, heading }: BuiltClause): Pick<ClauseDiff, 'id' | 'heading'> {
  return { id, heading }
}

function textOf(clause: BuiltClause): string {
  return clause.paragraphs.map(paragraphText).join('\n')
}

function diffClause(before: BuiltClause | undefined, after: BuiltClause): ClauseDiff {
  const text = textOf(after)
  if (before === undefined) return { ...headOf(after), kind: 'added', runs: [{ kind: 'added', text }] }
  const runs = diffText(textOf(before), text)
  const isSame = runs.every(({ kind }) => kind === 'same')
  return { ...headOf(after), kind: isSame ? 'same' : 'changed', runs }
}

/** Beyond this many pairs of words the middle is shown as replaced whole: nobody reads such a change word by word. */
const mostPairs = 4_000_000

/** What changed between two texts: figures and Latin words whole, Chinese by the character. Removed stands before added. */
export function diffText(before: string, after: string): DiffRun[] {
  const old = wordsOf(before)
  const fresh = wordsOf(after)
  let start = 0
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1
  let end = 0
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1
  const oldMiddle = old.slice(start, old.length - end)
  const freshMiddle = fresh.slice(start, fresh.length - end)
  return joinRuns([
    { kind: 'same', text: old.slice(0, start).join('') },
    ...diffMiddle(oldMiddle, freshMiddle),
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ])
}

function wordsOf(text: string): string[] {
  return text.match(/[\d.,%]+|[A-Za-z]+|[\s\S]/gu) ?? []
}

function diffMiddle(old: readonly string[], fresh: readonly string[]): DiffRun[] {
  const whole: DiffRun[] = [
    { kind: 'removed', text: old.join('') },
    { kind: 'added', text: fresh.join('') },
  ]
  if (old.length === 0 || fresh.length === 0 || old.length * fresh.length > mostPairs) return whole
  const lengths = commonLengths(old, fresh)
  const width = fresh.length + 1
  const runs: DiffRun[] = []
  let at = 0
  let to = 0
  while (at < old.length || to < fresh.length) {
    if (at < old.length && to < fresh.length && old[at] === fresh[to]) {
      runs.push({ kind: 'same', text: old[at] ?? '' })
      at += 1
      to += 1
    } else if (
      to >= fresh.length ||
      (at < old.length && (lengths[(at + 1) * width + to] ?? 0) >= (lengths[at * width + to + 1] ?? 0))
    ) {
      runs.push({ kind: 'removed', text: old[at] ?? '' })
      at += 1
    } else {
      runs.push({ kind: 'added', text: fresh[to] ?? '' })
      to += 1
    }
  }
  return runs
}

/** Length of the longest common sequence of the ends from each pair of places. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Uint16Array {
  const width = fresh.length + 1
  const lengths = new Uint16Array((old.length + 1) * width)
  for (let at = old.length - 1; at >= 0; at -= 1) {
    for (let to = fresh.length - 1; to >= 0; to -= 1) {
      lengths[at * width + to] =
        old[at] === fresh[to]
          ? (lengths[(at + 1) * width + to + 1] ?? 0) + 1
          : Math.max(lengths[(at + 1) * width + to] ?? 0, lengths[at * width + to + 1] ?? 0)
    }
  }
  return lengths
}

/** Neighbours of a kind become one; within a stretch without anything in common, all that went stands before all that came. */
function joinRuns(runs: readonly DiffRun[]): DiffRun[] {
  const joined: DiffRun[] = []
  for (const run of runs) {
    if (run.text === '') continue
    const last = joined.at(-1)
    if (last?.kind === run.kind) last.text += run.text
    else if (last?.kind === 'added' && run.kind === 'removed') insertBefore(joined, run)
    else joined.push({ ...run })
  }
  return joined
}

function insertBefore(joined: DiffRun[], run: DiffRun): void {
  const before = joined.at(-2)
  if (before?.kind === 'removed') before.text += run.text
  else joined.splice(-1, 0, { ...run })
}
