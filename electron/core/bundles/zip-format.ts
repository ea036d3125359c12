/** Numbers of the ZIP format (PKWARE APPNOTE 6.3.10) that reader and writer share. */

export const localSignature = 0x04034b50
export const directorySignature = 0x02014b50
export const endSignature = 0x06054b50
export const zip64LocatorSignature = 0x07064b50
export const descriptorSignature = 0x08074b50

export const localHeaderBytes = 30
export const directoryHeaderBytes = 46
export const endBytes = 22

export const methodStored = 0
export const methodDeflated = 8

export const flagEncrypted = 0x0001
export const flagDescriptor = 0x0008
export const flagUtf8 = 0x0800

/** spec/bundle.md 'Hostile files'; all of them lie below what ZIP64 is needed for. */
export const mostEntries = 20_000
export const mostUnpackedBytes = 4 * 1024 ** 3
export const highestRatio = 200

/** Large enough that the disk and not the loop sets the pace, small enough that memory stays flat. */
export const chunkBytes = 1 << 20
