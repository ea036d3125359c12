import { writeFileSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'

/** An entry as a forger wants it: whatever is not given is what an honest writer would put there. */
export interface ForgedEntry {
  name: string | Buffer
  content?: Buffer | string
  deflate?: boolean
  flags?: number
  method?: number
  attributes?: number
  /** In the directory. */
  crc?: number
  sizeBytes?: number
  compressedBytes?: number
  localOffset?: number
  extra?: Buffer
  /** In the local header, where it differs. */
  local?: {
    name?: string
    flags?: number
    method?: number
    crc?: number
    sizeBytes?: number
    compressedBytes?: number
    extra?: Buffer
  }
  /** Bytes put before the local header, and after the content. */
  before?: Buffer
  after?: Buffer
  /** Leaves the local header and content out. */
  absent?: boolean
}

export interface ForgedArchive {
  entries: ForgedEntry[]
  before?: Buffer
  after?: Buffer
  comment?: Buffer
  count?: number
  countHere?: number
  directoryOffset?: number
  directoryBytes?: number
  beforeEnd?: Buffer
}

interface Laid {
  entry: ForgedEntry
  name: Buffer
  packed: Buffer
  offset: number
  crc: number
  sizeBytes: number
}

/** Writes a zip byte by byte, with every lie that is asked for. */
export function forgeZip(path: string, archive: ForgedArchive): void {
  const parts: Buffer[] = [archive.before ?? Buffer.alloc(0)]
  let at = parts[0]?.length ?? 0
  const laid = archive.entries.map((entry): Laid => {
    const content = Buffer.from(entry.content ?? '')
    const packed = entry.deflate === true ? deflateRawSync(content) : content
    const name = Buffer.from(entry.name)
    const result = {
      entry,
      name,
      packed,
      offset: at + (entry.before?.length ?? 0),
      crc: crc32(content),
      sizeBytes: content.length,
    }
    if (entry.absent !== true) {
      const bytes = Buffer.concat([
        entry.before ?? Buffer.alloc(0),
        localHeader(result),
        packed,
        entry.after ?? Buffer.alloc(0),
      ])
      parts.push(bytes)
      at += bytes.length
    }
    return result
  })
  const directory = Buffer.concat(laid.map(directoryHeader))
  const beforeEnd = archive.beforeEnd ?? Buffer.alloc(0)
  const comment = archive.comment ?? Buffer.alloc(0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(archive.countHere ?? archive.count ?? laid.length, 8)
  end.writeUInt16LE(archive.count ?? laid.length, 10)
  end.writeUInt32LE(archive.directoryBytes ?? directory.length + beforeEnd.length, 12)
  end.writeUInt32LE(archive.directoryOffset ?? at, 16)
  end.writeUInt16LE(comment.length, 20)
  writeFileSync(path, Buffer.concat([...parts, directory, beforeEnd, end, comment, archive.after ?? Buffer.alloc(0)]))
}

function localHeader({ entry, name, packed, crc, sizeBytes }: Laid): Buffer {
  const local = entry.local ?? {}
  const localName = local.name === undefined ? name : Buffer.from(local.name)
  const extra = local.extra ?? Buffer.alloc(0)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(local.flags ?? entry.flags ?? 0x0800, 6)
  header.writeUInt16LE(local.method ?? methodOf(entry), 8)
  header.writeUInt32LE(local.crc ?? entry.crc ?? crc, 14)
  header.writeUInt32LE(local.compressedBytes ?? entry.compressedBytes ?? packed.length, 18)
  header.writeUInt32LE(local.sizeBytes ?? entry.sizeBytes ?? sizeBytes, 22)
  header.writeUInt16LE(localName.length, 26)
  header.writeUInt16LE(extra.length, 28)
  return Buffer.concat([header, localName, extra])
}

function directoryHeader({ entry, name, packed, offset, crc, sizeBytes }: Laid): Buffer {
  const extra = entry.extra ?? Buffer.alloc(0)
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE((3 << 8) | 20, 4)
  header.writeUInt16LE(20, 6)
  header.writeUInt16LE(entry.flags ?? 0x0800, 8)
  header.writeUInt16LE(methodOf(entry), 10)
  header.writeUInt32LE(entry.crc ?? crc, 16)
  header.writeUInt32LE(entry.compressedBytes ?? packed.length, 20)
  header.writeUInt32LE(entry.sizeBytes ?? sizeBytes, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt32LE((entry.attributes ?? 0o100644 << 16) >>> 0, 38)
  header.writeUInt32LE(entry.localOffset ?? offset, 42)
  return Buffer.concat([header, name, extra])
}

function methodOf(entry: ForgedEntry): number {
  return entry.method ?? (entry.deflate === true ? 8 : 0)
}
