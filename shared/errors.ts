/** Where in a person's material something is wrong: shown beside the sentence, never inside it. */
export interface ErrorPlace {
  file?: string
  sheet?: string
  /** Line of the file or sheet, from 1. */
  row?: number
  column?: string
  value?: string
}

export type ErrorParams = Record<string, string | number>

/** What crosses from the core to a window or a command line: never a sentence, always a code and what fills its gaps. */
export interface ErrorData {
  code: string
  params: ErrorParams
  where?: ErrorPlace
}

/**
 * A failure a person can be told about. `code` is `<domain>.<name>`; the sentence lives in
 * `shared/i18n/<language>/<domain>.json` under `errors.<name>` and says what happened and what to do.
 */
export class BoanError extends Error {
  readonly code: string
  readonly params: ErrorParams
  readonly where: ErrorPlace | undefined

  constructor(code: string, params: ErrorParams = {}, where?: ErrorPlace, options?: ErrorOptions) {
    super(code, options)
    this.name = 'BoanError'
    this.code = code
    this.params = params
    this.where = where
  }

  /** The plain data of this error, as it crosses a worker, IPC or HTTP. */
  toData(): ErrorData {
    return { code: this.code, params: this.params, ...(this.where ? { where: this.where } : {}) }
  }
}

/** Call at the end of a switch that has handled every case: the compiler then finds a case that was forgotten. */
export function unreachable(value: never): never {
  throw new Error(`unhandled case: ${String(value)}`)
}
