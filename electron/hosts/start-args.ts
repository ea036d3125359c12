import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BoanError } from '../../shared/errors.ts'
import { findReceivedFile } from './open-received.ts'

export interface StartArgs {
  open: boolean
  /** 0 takes any free port. */
  port: number
  data: string | undefined
  /** Opens the sample. */
  demo: boolean
  /** A case file to open. */
  receivedFile: string | undefined
}

/** What `npm start -- …` was told. Throws `host.bad-argument`. */
export function readStartArgs(args: string[]): StartArgs {
  const { values, positionals } = parse(args)
  const receivedFile = findReceivedFile(positionals)
  if (positionals.length > (receivedFile === undefined ? 0 : 1)) throw badArgument(positionals.join(' '))
  const port = values.port ?? '0'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw badArgument(`--port ${port}`)
  return {
    open: values['no-open'] !== true,
    port: Number(port),
    data: values.data === undefined ? undefined : resolve(values.data),
    demo: values.demo === true,
    receivedFile,
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        'no-open': { type: 'boolean' },
        port: { type: 'string' },
        data: { type: 'string' },
        demo: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw badArgument(args.join(' '), error)
  }
}

function badArgument(argument: string, cause?: unknown): BoanError {
  return new BoanError('host.bad-argument', { argument }, undefined, { cause })
}
