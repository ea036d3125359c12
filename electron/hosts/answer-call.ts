import type { CallDefinition, CallProgress } from '../../shared/call.ts'
import { contract, isCallName } from '../../shared/contract.ts'
import { BoanError } from '../../shared/errors.ts'
import type { Core } from '../core/core.ts'
import { readBody } from './read-body.ts'

/** The longest input of a call; files do not travel as JSON. */
const maxInputBytes = 16 * 1024 ** 2

/**
 * Runs the call a request names. The answer is the Reply as JSON; of a long call NDJSON, lines of `{progress}` and then the Reply.
 * The call is cancelled when the window closes the request. Throws `host.input-too-large` and `host.invalid-json`.
 */
export async function answerCall(core: Core, name: string, request: Request): Promise<Response> {
  const input = await readInput(request)
  const definition: CallDefinition | undefined = isCallName(name) ? contract[name] : undefined
  if (definition?.long === true) return streamCall(core, name, input, request.signal)
  return Response.json(await core.invoke(name, input, { signal: request.signal }))
}

async function readInput(request: Request): Promise<unknown> {
  const text = await readBody(request, maxInputBytes)
  try {
    return text === '' ? {} : (JSON.parse(text) as unknown)
  } catch (error) {
    throw new BoanError('host.invalid-json', {}, undefined, { cause: error })
  }
}

function streamCall(core: Core, name: string, input: unknown, signal: AbortSignal): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (message: unknown): void => controller.enqueue(encoder.encode(`${JSON.stringify(message)}\n`))
      const onProgress = (progress: CallProgress): void => {
        if (!signal.aborted) send({ progress })
      }
      const reply = await core.invoke(name, input, { signal, onProgress })
      if (signal.aborted) return
      send(reply)
      controller.close()
    },
  })
  return new Response(body, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8' } })
}
