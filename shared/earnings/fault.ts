/** What is wrong with an input of `earnings.compute`; its errors are values, not failures of the call (spec/compute.md). */
export type ComputeErrorCode =
  | 'invalid'
  | 'duplicate'
  | 'no-terms'
  | 'cycle-changed'
  | 'base-per-month'
  | 'over-allocated'

/** Thrown inside the computation and turned into `{ error: { code, path } }` at its edge. */
export class ComputeFault extends Error {
  readonly code: ComputeErrorCode
  /** Such as `agreement.versions[0].terms.due.days`; under `no-terms` the day that lacks them. */
  readonly path: string

  constructor(code: ComputeErrorCode, path: string) {
    super(`${code}: ${path}`)
    this.name = 'ComputeFault'
    this.code = code
    this.path = path
  }
}

/** The exact sum of amounts in plain numbers, which is fast; only where one would not be exact by BigInt. */
export function sumFen(amountsFen: readonly number[]): number {
  let sum = 0
  for (const amountFen of amountsFen) {
    sum += amountFen
    if (!Number.isSafeInteger(sum)) return toFen(amountsFen.reduce((total, fen) => total + BigInt(fen), 0n))
  }
  return sum
}

/**
 * A figure as it leaves the computation. Amounts that no JSON integer can hold exactly are refused, not rounded:
 * throws ComputeFault `invalid` at `agreement`.
 */
export function toFen(value: bigint): number {
  const fen = Number(value)
  if (!Number.isSafeInteger(fen)) throw new ComputeFault('invalid', 'agreement')
  return fen
}
