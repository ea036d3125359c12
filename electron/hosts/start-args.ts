import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BoanError } from '../../shared/errors.ts'

export interface StartArgs {
  open: boolean
  /** 0 takes any free port. */
  port: number
  data: string | undefined
  /** Opens the sample. */
  demo: boolean
}

/** What `npm start -- …` was told. Throws `host.bad-argument`. */
export function readStartArgs(args: string[]): StartArgs {
  const values = parse(args)
  const port = values.port ?? '0'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new BoanError('host.bad-argument', { argument: `--port ${port}` })
  return {
    open: values['no-open'] !== true,
    port: Number(port),
    data: values.data === undefined ? undefined : resolve(values.data),
    demo: values.demo === true,
  }
}

function parse(args: string[]): { port?: string; data?: string; demo?: boolean; 'no-open'?: boolean } {
  try {
    return parseArgs({
      args,
      options: {
        'no-open': { type: 'boolean' },
        port: { type: 'string' },
        data: { type: 'string' },
        demo: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new BoanError('host.bad-argument', { argument: args.join(' ') }, undefined, { cause: error })
  }
}
