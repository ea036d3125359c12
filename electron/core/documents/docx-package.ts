import yauzl from 'yauzl'
import yazl from 'yazl'

interface Part {
  name: string
  bytes: Buffer
}

async function collect(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk))
  return Buffer.concat(chunks)
}

async function readParts(packed: Buffer): Promise<Part[]> {
  const zip = await yauzl.fromBufferPromise(packed, { lazyEntries: true })
  const parts: Part[] = []
  for await (const entry of zip.eachEntry()) {
    parts.push({ name: entry.fileName, bytes: await collect(await zip.openReadStreamPromise(entry)) })
  }
  return parts
}

/** The library writes the computer's clock into `docProps/core.xml`. */
function withMoment(core: Buffer, moment: string): Buffer {
  const stamp = moment.replace(/\.\d+Z$/, 'Z')
  return Buffer.from(
    core.toString('utf8').replaceAll(/(<dcterms:(?:created|modified) [^>]*>)[^<]*/g, `$1${stamp}`),
    'utf8',
  )
}

/**
 * The same DOCX with nothing in it that the clock or the time zone decides: the moment given in its properties, one fixed
 * date on every entry. Same content and moment give the same bytes (spec/bundle.md).
 */
export async function fixDocxTimes(packed: Buffer, moment: string): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  // DOS times are local: a local date is the same bytes in every time zone.
  const mtime = new Date(2000, 0, 1)
  for (const { name, bytes } of await readParts(packed)) {
    const content = name === 'docProps/core.xml' ? withMoment(bytes, moment) : bytes
    zip.addBuffer(content, name, { mtime, mode: 0o100644, compress: true, forceDosTimestamp: true })
  }
  zip.end()
  return collect(zip.outputStream)
}
