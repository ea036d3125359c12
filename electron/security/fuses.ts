/**
 * Every fuse of the runtime, decided; packaging sets them (scripts/package/after-pack.mjs). A runtime with a fuse that is not in
 * this list is refused: a new one must be decided here first.
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
