import { descriptorSignature, flagDescriptor, localHeaderBytes, localSignature } from './zip-format.ts'
import { checkExtraFields, readAt, refuse, type ZipEntry } from './zip-raw.ts'

/**
 * Reads the header before each entry's bytes and compares it with the directory: tools differ in which of the two they
 * believe. Entries must lie one after the other from the first byte to the directory, so that nothing overlaps and nothing
 * hides between them. Sets `dataOffset`. Throws `bundles.<ZipFault>`.
 */
export function checkLocalHeaders(file: number, entries: ZipEntry[], directoryOffset: number): void {
  let at = 0
  for (const entry of entries) {
    if (entry.localOffset < at) refuse('overlapping-entries', entry.path)
    if (entry.localOffset > at) refuse('hidden-data', entry.path)
    if (at + localHeaderBytes > directoryOffset) refuse('overlapping-entries', entry.path)
    entry.dataOffset = at + checkLocalHeader(file, entry, directoryOffset)
    at = entry.dataOffset + entry.compressedBytes
    if (at > directoryOffset) refuse('overlapping-entries', entry.path)
    if ((entry.flags & flagDescriptor) !== 0) at += checkDescriptor(file, entry, at, directoryOffset)
  }
  if (at !== directoryOffset) refuse('hidden-data')
}

/** Returns the length of the header in bytes. */
function checkLocalHeader(file: number, entry: ZipEntry, directoryOffset: number): number {
  const { path, localOffset } = entry
  const fixed = readAt(file, localOffset, localHeaderBytes)
  if (fixed.readUInt32LE(0) !== localSignature) refuse('local-header-mismatch', path)
  const nameBytes = fixed.readUInt16LE(26)
  const extraBytes = fixed.readUInt16LE(28)
  const length = localHeaderBytes + nameBytes + extraBytes
  if (localOffset + length > directoryOffset) refuse('overlapping-entries', path)
  const variable = readAt(file, localOffset + localHeaderBytes, nameBytes + extraBytes)
  const name = variable.subarray(0, nameBytes)
  const same = name.equals(Buffer.from(path, 'utf8')) && fixed.readUInt16LE(6) === entry.flags
  if (!same || fixed.readUInt16LE(8) !== entry.method) refuse('local-header-mismatch', path)
  const sizes = [fixed.readUInt32LE(14), fixed.readUInt32LE(18), fixed.readUInt32LE(22)]
  const isLater = (entry.flags & flagDescriptor) !== 0 && sizes.every((value) => value === 0)
  if (!isLater && !equalSizes(sizes, entry)) refuse('local-header-mismatch', path)
  checkExtraFields(variable.subarray(nameBytes), name, path)
  return length
}

function equalSizes([crc, compressedBytes, sizeBytes]: number[], entry: ZipEntry): boolean {
  return crc === entry.crc && compressedBytes === entry.compressedBytes && sizeBytes === entry.sizeBytes
}

/** Returns the length of the record that follows the bytes of an entry written as a stream; its signature is optional. */
function checkDescriptor(file: number, entry: ZipEntry, at: number, directoryOffset: number): number {
  const bytes = readAt(file, at, Math.min(16, directoryOffset - at))
  const signed = bytes.length === 16 && bytes.readUInt32LE(0) === descriptorSignature
  const start = signed ? 4 : 0
  if (bytes.length < start + 12) return refuse('local-header-mismatch', entry.path)
  const sizes = [bytes.readUInt32LE(start), bytes.readUInt32LE(start + 4), bytes.readUInt32LE(start + 8)]
  if (!equalSizes(sizes, entry)) refuse('local-header-mismatch', entry.path)
  return start + 12
}
