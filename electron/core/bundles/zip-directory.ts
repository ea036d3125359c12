import { entryNameFault, entryNameKey } from '../../../shared/bundles/entry-names.ts'
import {
  directoryHeaderBytes,
  directorySignature,
  endBytes,
  endSignature,
  flagEncrypted,
  highestRatio,
  localSignature,
  methodDeflated,
  methodStored,
  mostEntries,
  mostUnpackedBytes,
  zip64LocatorSignature,
} from './zip-format.ts'
import { checkLocalHeaders } from './zip-local-headers.ts'
import { checkExtraFields, readAt, refuse, type ZipEntry } from './zip-raw.ts'

/**
 * Reads the directory of a zip and checks it against spec/bundle.md 'Hostile files', on the raw bytes: nothing is unpacked
 * or written. Entries come in the order of their bytes. Throws `bundles.<ZipFault>`.
 */
export function readZipDirectory(file: number, fileBytes: number): ZipEntry[] {
  const end = readEnd(file, fileBytes)
  const directory = readAt(file, end.directoryOffset, end.directoryBytes)
  const entries: ZipEntry[] = []
  let at = 0
  for (let index = 0; index < end.count; index++) {
    if (at + directoryHeaderBytes > directory.length || directory.readUInt32LE(at) !== directorySignature) {
      refuse('directory-mismatch')
    }
    const next = at + directoryHeaderBytes + variableBytes(directory, at)
    if (next > directory.length) refuse('directory-mismatch')
    entries.push(readEntry(directory.subarray(at, next)))
    at = next
  }
  if (at !== directory.length) refuse('directory-mismatch')
  checkNames(entries)
  checkSizes(entries)
  const inOrder = entries.toSorted((a, b) => a.localOffset - b.localOffset)
  checkLocalHeaders(file, inOrder, end.directoryOffset)
  return inOrder
}

interface EndRecord {
  count: number
  directoryOffset: number
  directoryBytes: number
}

/** A name, its extra fields and a comment at their longest, for every entry that is allowed. */
const mostDirectoryBytes = 64 * 1024 ** 2

function readEnd(file: number, fileBytes: number): EndRecord {
  if (fileBytes < endBytes) refuse(fileBytes >= 4 && startsAsZip(file) ? 'cut-off' : 'not-a-zip')
  const end = readAt(file, fileBytes - endBytes, endBytes)
  if (end.readUInt32LE(0) !== endSignature || end.readUInt16LE(20) !== 0) refuseEnd(file, fileBytes)
  if (fileBytes >= endBytes + 20) {
    if (readAt(file, fileBytes - endBytes - 20, 4).readUInt32LE(0) === zip64LocatorSignature) refuse('zip64')
  }
  if (end.readUInt16LE(4) !== 0 || end.readUInt16LE(6) !== 0 || end.readUInt16LE(8) !== end.readUInt16LE(10)) {
    refuse('split-archive')
  }
  const record = {
    count: end.readUInt16LE(10),
    directoryBytes: end.readUInt32LE(12),
    directoryOffset: end.readUInt32LE(16),
  }
  if (record.count > mostEntries) refuse('too-many-entries')
  if (record.directoryOffset + record.directoryBytes !== fileBytes - endBytes) refuse('directory-mismatch')
  if (record.directoryBytes > mostDirectoryBytes) refuse('directory-mismatch')
  return record
}

function startsAsZip(file: number): boolean {
  return readAt(file, 0, 4).readUInt32LE(0) === localSignature
}

// Where a tool looks for the end decides what it unpacks, so that the end must be the last thing in the file: an archive
// comment or anything after it could hold a second end.
function refuseEnd(file: number, fileBytes: number): never {
  const tailBytes = Math.min(fileBytes, endBytes + 0xffff)
  const marker = Buffer.alloc(4)
  marker.writeUInt32LE(endSignature)
  if (readAt(file, fileBytes - tailBytes, tailBytes).includes(marker)) refuse('trailing-data')
  refuse(startsAsZip(file) ? 'cut-off' : 'not-a-zip')
}

function variableBytes(header: Buffer, at: number): number {
  return header.readUInt16LE(at + 28) + header.readUInt16LE(at + 30) + header.readUInt16LE(at + 32)
}

function readEntry(header: Buffer): ZipEntry {
  const nameEnd = directoryHeaderBytes + header.readUInt16LE(28)
  const name = header.subarray(directoryHeaderBytes, nameEnd)
  const path = decodeName(name)
  const entry: ZipEntry = {
    path,
    flags: header.readUInt16LE(8),
    method: header.readUInt16LE(10),
    crc: header.readUInt32LE(16),
    compressedBytes: header.readUInt32LE(20),
    sizeBytes: header.readUInt32LE(24),
    localOffset: header.readUInt32LE(42),
    dataOffset: 0,
  }
  checkExtraFields(header.subarray(nameEnd, nameEnd + header.readUInt16LE(30)), name, path)
  if (header.readUInt16LE(34) !== 0) refuse('split-archive', path)
  checkMethod(entry)
  checkAttributes(header.readUInt32LE(38), entry)
  return entry
}

/** The name as every tool must read it: UTF-8, whether the flag says so or not. */
function decodeName(name: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name)
  } catch {
    return refuse('name-encoding', Buffer.from(name).toString('latin1'))
  }
}

const flagsOfEncryption = flagEncrypted | 0x0040 | 0x2000
const flagPatch = 0x0020
const methodAes = 99

function checkMethod({ flags, method, path }: ZipEntry): void {
  if ((flags & flagsOfEncryption) !== 0 || method === methodAes) refuse('encrypted-entry', path)
  if ((flags & flagPatch) !== 0 || (method !== methodStored && method !== methodDeflated))
    refuse('unknown-method', path)
}

const typeMask = 0o170000
const typeFile = 0o100000
const typeFolder = 0o040000
const typeLink = 0o120000
const dosReparsePoint = 0x0400

function checkAttributes(attributes: number, entry: ZipEntry): void {
  const type = (attributes >>> 16) & typeMask
  const isFolder = entry.path.endsWith('/')
  if (type === typeLink || (attributes & dosReparsePoint) !== 0) refuse('link', entry.path)
  if (type !== 0 && type !== (isFolder ? typeFolder : typeFile)) refuse('special-file', entry.path)
}

function checkNames(entries: ZipEntry[]): void {
  const files = new Set<string>()
  const folders = new Set<string>()
  for (const { path } of entries) {
    const fault = entryNameFault(path)
    if (fault !== undefined) refuse(fault, path)
    const key = entryNameKey(path)
    if (files.has(key)) refuse('duplicate-name', path)
    files.add(key)
    for (let slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) folders.add(key.slice(0, slash))
  }
  // One name as a file and as a folder: a tool unpacks the one over the other.
  for (const { path } of entries) if (folders.has(entryNameKey(path))) refuse('duplicate-name', path)
}

function checkSizes(entries: ZipEntry[]): void {
  let unpackedBytes = 0
  for (const entry of entries) {
    const { path, method, sizeBytes, compressedBytes } = entry
    if (path.endsWith('/') && (sizeBytes > 0 || compressedBytes > 2)) refuse('folder-with-content', path)
    if (sizeBytes > highestRatio * Math.max(compressedBytes, 1)) refuse('ratio-too-high', path)
    if (method === methodStored && sizeBytes !== compressedBytes) refuse('size-mismatch', path)
    unpackedBytes += sizeBytes
  }
  if (unpackedBytes > mostUnpackedBytes) refuse('too-large')
}
