/**
 * Every fuse of the runtime, decided, in the order of its wire.
 * A runtime with a fuse that is not in this list is refused: a new one must be decided here first.
 */
export const fuses: readonly { name: string; on: boolean; reason: string }[] = [
  { name: 'RunAsNode', on: false, reason: 'The signed app must not serve as a Node for other programs.' },
  { name: 'EnableCookieEncryption', on: true, reason: 'Costs nothing; the window keeps no cookie today.' },
  { name: 'EnableNodeOptionsEnvironmentVariable', on: false, reason: 'NODE_OPTIONS could load code into the app.' },
  { name: 'EnableNodeCliInspectArguments', on: false, reason: '--inspect would open the data to any local program.' },
  { name: 'EnableEmbeddedAsarIntegrityValidation', on: true, reason: 'Changed app files do not start.' },
  { name: 'OnlyLoadAppFromAsar', on: true, reason: 'No app folder can be put in front of the checked archive.' },
  { name: 'LoadBrowserProcessSpecificV8Snapshot', on: false, reason: 'We ship no snapshot of our own.' },
  { name: 'GrantFileProtocolExtraPrivileges', on: false, reason: 'No page of ours is loaded from file://.' },
  { name: 'WasmTrapHandlers', on: true, reason: 'The default; WebAssembly is not reachable under our page policy.' },
]

/** Marks the wire in the runtime's binary; see Electron's documentation of fuses. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const wireVersion = 1

/**
 * Sets all fuses in a runtime's binary, in place. Throws when the binary has no wire, another version of it, or another
 * number of fuses than the list above, and when it has a fuse that was removed from this runtime.
 */
export function setFuses(binary: Buffer): void {
  const start = binary.indexOf(sentinel)
  if (start < 0) throw new Error('no fuse wire in this binary')
  // Universal builds of macOS hold one binary per processor.
  for (let at = start; at >= 0; at = binary.indexOf(sentinel, at + sentinel.length))
    setWire(binary, at + sentinel.length)
}

function setWire(binary: Buffer, at: number): void {
  const [version, count] = [binary[at], binary[at + 1]]
  if (version !== wireVersion) throw new Error(`fuse wire of version ${version}`)
  if (count !== fuses.length) throw new Error(`${count} fuses in the runtime, ${fuses.length} decided`)
  for (const [index, fuse] of fuses.entries()) {
    const place = at + 2 + index
    const state = String.fromCharCode(binary[place] ?? 0)
    if (state !== '0' && state !== '1') throw new Error(`fuse ${fuse.name} is '${state}' in this runtime`)
    binary.write(fuse.on ? '1' : '0', place)
  }
}
