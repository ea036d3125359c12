import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'

/** Node's request as the Request that both hosts' routes understand; its signal tells when the window has closed it. */
export function toRequest(incoming: IncomingMessage, response: ServerResponse, origin: string): Request {
  const abort = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) abort.abort()
  })
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(new URL(incoming.url ?? '/', origin), {
    method,
    headers,
    signal: abort.signal,
    ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' } : {}),
  })
}

/** Writes a Response out, with headers that go on every answer that does not say otherwise. */
export async function sendResponse(
  answer: Response,
  response: ServerResponse,
  always: Readonly<Record<string, string>>,
): Promise<void> {
  response.writeHead(answer.status, { ...always, ...Object.fromEntries(answer.headers) })
  if (answer.body === null) {
    response.end()
    return
  }
  await pipeline(Readable.fromWeb(answer.body as NodeReadableStream<Uint8Array>), response)
}
