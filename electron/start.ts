import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { appRoot } from './app-root.ts'
import { openCore } from './core/core.ts'
import { readAppVersion } from './hosts/app-version.ts'
import { defaultDataDir } from './hosts/data-folder.ts'
import { startLocalHost } from './local-host.ts'

const { values } = parseArgs({
  options: {
    'no-open': { type: 'boolean' },
    port: { type: 'string', default: '0' },
    data: { type: 'string' },
    demo: { type: 'boolean' },
  },
})

const core = openCore({ dataDir: values.data ?? defaultDataDir(), appVersion: readAppVersion() })
const host = await startLocalHost(core, join(appRoot, 'out', 'renderer'), Number(values.port))
console.log(host.newAddress())

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void host.close().then(() => core.close()))
}
