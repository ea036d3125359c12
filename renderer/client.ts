import type { BoanBridge } from '../shared/bridge.ts'
import type { CallProgress, OutgoingFile } from '../shared/call.ts'
import type { CallName, Input, Output, Reply } from '../shared/contract.ts'
import { BoanError } from '../shared/errors.ts'
import { openSession, sessionHeaders } from './session.ts'

declare global {
  interface Window {
    /** Only in the Electron window. */
    boan?: BoanBridge
  }
}

export interface CallOptions {
  onProgress?: (progress: CallProgress) => void
  signal?: AbortSignal
}

/** A file that has come in and waits, by its token, for the call that takes it. */
export interface IncomingFile {
  token: string
  name: string
  sizeBytes: number
  sha256: string
}

/**
 * The window's only way to the core: over the preload bridge in Electron, over loopback HTTP elsewhere.
 * Throws BoanError with the core's code; `app.unreachable` when the host has gone, `app.cancelled` when `signal` was aborted.
 */
export async function call<N extends CallName>(
  name: N,
  input: Input<N>,
  options: CallOptions = {},
): Promise<Output<N>> {
  const bridge = window.boan
  const reply =
    bridge === undefined ? await callByHttp(name, input, options) : await callByBridge(bridge, name, input, options)
  if (reply.ok) return reply.value as Output<N>
  throw new BoanError(reply.error.code, reply.error.params, reply.error.where)
}

let lastCallId = 0

async function callByBridge(
  bridge: BoanBridge,
  name: string,
  input: unknown,
  options: CallOptions,
): Promise<Reply<unknown>> {
  const id = ++lastCallId
  const cancel = (): void => bridge.cancel(id)
  options.signal?.addEventListener('abort', cancel, { once: true })
  try {
    return await bridge.call(id, name, input, (progress) => options.onProgress?.(progress))
  } finally {
    options.signal?.removeEventListener('abort', cancel)
  }
}

async function callByHttp(name: string, input: unknown, options: CallOptions): Promise<Reply<unknown>> {
  const response = await send(
    `call/${encodeURIComponent(name)}`,
    JSON.stringify(input),
    'application/json',
    options.signal,
  )
  if (response.headers.get('content-type')?.startsWith('application/x-ndjson') !== true) {
    return (await response.json()) as Reply<unknown>
  }
  try {
    return await readLines(response, options)
  } catch (error) {
    // A stream that was cut by the person's own cancel fails with the browser's words.
    if (options.signal?.aborted === true) throw new BoanError('app.cancelled', {}, undefined, { cause: error })
    throw error
  }
}

/** Lines of `{progress}` until the last one, which is the reply. */
async function readLines(response: Response, options: CallOptions): Promise<Reply<unknown>> {
  if (response.body === null) throw new BoanError('app.unreachable')
  let rest = ''
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line === '') continue
      const message = JSON.parse(line) as { progress: CallProgress } | Reply<unknown>
      if ('ok' in message) return message
      options.onProgress?.(message.progress)
    }
  }
  throw new BoanError('app.unreachable')
}

async function send(path: string, body: BodyInit, type: string, signal?: AbortSignal): Promise<Response> {
  await openSession()
  let response: Response
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': type, ...sessionHeaders() },
      body,
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (error) {
    throw new BoanError(signal?.aborted === true ? 'app.cancelled' : 'app.unreachable', {}, undefined, { cause: error })
  }
  if (response.status === 401 || response.status === 403) throw new BoanError('app.session-ended')
  return response
}

/** Streams a file in; the core keeps it byte for byte and answers with a token for the call that takes it. */
export async function intake(file: File, signal?: AbortSignal): Promise<IncomingFile> {
  const path = `intake?name=${encodeURIComponent(file.name)}`
  const response = await send(path, file, 'application/octet-stream', signal)
  const reply = (await response.json()) as Reply<IncomingFile>
  if (reply.ok) return reply.value
  throw new BoanError(reply.error.code, reply.error.params, reply.error.where)
}

/** The address of a file that a call made, for a download, an `<img>` or a preview frame. */
export function fileUrl(file: Pick<OutgoingFile, 'token'>): string {
  return `files/${encodeURIComponent(file.token)}`
}

/** The address of a file that is kept (evidence, a statement), for a picture or a preview frame. */
export function attachmentUrl(sha256: string, name: string): string {
  return `attachments/${sha256}?name=${encodeURIComponent(name)}`
}

/** Hands a made file to the person, as a download under its own name. */
export function saveFile(file: OutgoingFile): void {
  const link = document.createElement('a')
  link.href = fileUrl(file)
  link.download = file.name
  link.click()
}
