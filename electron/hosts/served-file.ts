import { createReadStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'

/**
 * A file as an answer, streamed, with one byte range where one is asked for (players seek by it).
 * Undefined when there is no such file.
 */
export function serveFile(path: string, request: Request, headers: Record<string, string>): Response | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined || !stats.isFile()) return undefined
  const range = readRange(request.headers.get('range'), stats.size)
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${stats.size}` } })
  }
  const { start, end } = range ?? { start: 0, end: stats.size - 1 }
  const all = { ...headers, 'accept-ranges': 'bytes', 'content-length': String(end - start + 1) }
  const body = request.method === 'HEAD' || stats.size === 0 ? null : streamBytes(path, start, end)
  if (range === undefined) return new Response(body, { headers: all })
  return new Response(body, {
    status: 206,
    headers: { ...all, 'content-range': `bytes ${start}-${end}/${stats.size}` },
  })
}

function streamBytes(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>
}

interface ByteRange {
  start: number
  end: number
}

/** The single range of a Range header; undefined (the whole file) for none and for forms we do not serve. */
function readRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (match === null) return undefined
  const [first, last] = [match[1] ?? '', match[2] ?? '']
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start > end ? 'unsatisfiable' : { start, end }
}
