import type { Reply } from '../../shared/contract.ts'
import { BoanError } from '../../shared/errors.ts'
import type { Core } from '../core/core.ts'
import { readBody } from './read-body.ts'

/** The longest input of a call; files do not travel as JSON. */
const maxInputBytes = 16 * 1024 ** 2

/**
 * Runs the call a request names. The answer is the Reply as JSON or, as soon as there is progress to tell, NDJSON: lines of
 * `{progress}` and then the Reply. The call is cancelled when the window closes the request.
 * Throws `host.input-too-large` and `host.invalid-json`.
 */
export async function answerCall(core: Core, name: string, request: Request): Promise<Response> {
  const input = await readInput(request)
  const lines = createLines()
  const started = Promise.withResolvers<undefined>()
  const onProgress = (progress: unknown): void => {
    lines.write({ progress })
    started.resolve(undefined)
  }
  const reply = core.invoke(name, input, { signal: request.signal, onProgress })
  const first = await Promise.race([started.promise, reply])
  if (first !== undefined) return Response.json(first)
  void reply.then((last: Reply<unknown>) => lines.end(last))
  return new Response(lines.stream, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8' } })
}

async function readInput(request: Request): Promise<unknown> {
  const text = await readBody(request, maxInputBytes)
  try {
    return text === '' ? {} : (JSON.parse(text) as unknown)
  } catch (error) {
    throw new BoanError('host.invalid-json', {}, undefined, { cause: error })
  }
}

/** JSON values as the lines of a stream; silent once whoever reads has gone. */
function createLines(): { stream: ReadableStream<Uint8Array>; write(value: unknown): void; end(last: unknown): void } {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const stream = new ReadableStream<Uint8Array>({
    start(own) {
      controller = own
    },
    cancel() {
      controller = undefined
    },
  })
  const write = (value: unknown): void => controller?.enqueue(encoder.encode(`${JSON.stringify(value)}\n`))
  return {
    stream,
    write,
    end(last) {
      write(last)
      controller?.close()
    },
  }
}
