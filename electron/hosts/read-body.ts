import { BoanError } from '../../shared/errors.ts'

/** The text of a request's body. Throws `host.input-too-large` beyond `maxBytes`. */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of request.body ?? []) {
    sizeBytes += chunk.length
    if (sizeBytes > maxBytes) throw new BoanError('host.input-too-large', { limitBytes: maxBytes })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
