import type { Buffer } from 'node:buffer'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Decision, DecisionCounts, ImportCounts } from '../../../../shared/earnings/import-shapes.ts'
import type { IgnoredWhy } from '../../../../shared/earnings/statements/rows.ts'

/** One byte per row, in this order. */
export const decisionNames = [
  'new',
  'repeated',
  'superseding',
  'superseded',
  'conflict',
  'ignored',
  'rejected',
] as const

export const isNew = 0
export const isRepeated = 1
export const isSuperseding = 2
export const isSuperseded = 3
export const isConflict = 4
export const isIgnored = 5
export const isRejected = 6

/** Decisions of the rows below a header, in their order. */
export class DecisionList {
  #bytes = new Uint8Array(1 << 16)
  length = 0

  push(decision: number): void {
    if (this.length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes[this.length] = decision
    this.length += 1
  }

  at(index: number): number {
    return this.#bytes[index] ?? isRejected
  }

  set(index: number, decision: number): void {
    this.#bytes[index] = decision
  }

  counts(): DecisionCounts {
    const counts = { new: 0, repeated: 0, superseding: 0, superseded: 0, conflict: 0, ignored: 0, rejected: 0 }
    for (let index = 0; index < this.length; index += 1) counts[nameOf(this.at(index))] += 1
    return counts
  }

  pack(): Buffer {
    return deflateRawSync(this.#bytes.subarray(0, this.length), { level: 1 })
  }

  static unpack(packed: Uint8Array): DecisionList {
    const list = new DecisionList()
    list.#bytes = new Uint8Array(inflateRawSync(packed))
    list.length = list.#bytes.length
    return list
  }
}

export function nameOf(decision: number): Decision {
  return decisionNames[decision] ?? 'rejected'
}

/** Accepted = new + superseding; rejected = faulty rows and conflicts nobody has decided. */
export function toImportCounts(counts: DecisionCounts): ImportCounts {
  return {
    accepted: counts.new + counts.superseding,
    repeated: counts.repeated,
    superseded: counts.superseded,
    rejected: counts.rejected + counts.conflict,
    ignored: counts.ignored,
  }
}

export interface IgnoredRun {
  from: number
  to: number
  why: IgnoredWhy
}

/** Notes ignored rows as runs of lines. */
export class IgnoredRuns {
  readonly runs: IgnoredRun[] = []

  add(line: number, why: IgnoredWhy): void {
    const last = this.runs.at(-1)
    if (last !== undefined && last.why === why && last.to === line - 1) last.to = line
    else this.runs.push({ from: line, to: line, why })
  }
}
