import { openCore } from '../../electron/core/core.ts'
import { callCore } from '../../electron/core/core.ts'
import { answerParent } from './tools.ts'

const { file, dataDir } = JSON.parse(process.argv[2] ?? '{}') as { file: string; dataDir: string }

/** Preview, import, and the same file once more, each timed by itself; the core runs from its sources, as the tests do. */
const core = openCore({ dataDir, appVersion: 'bench' })
await callCore(core, 'app.saveSettings', { roles: ['streamer'] })
const preview = await timed(() =>
  callCore(core, 'earnings.previewStatements', { files: [{ file: core.takeIn({ path: file, name: 'statement' }) }] }),
)
const planned = preview.value.files[0]
if (planned === undefined || !planned.ok) throw new Error(JSON.stringify(planned))
const done = await timed(() =>
  callCore(core, 'earnings.importStatements', { plans: [{ planId: planned.preview.planId }] }),
)
const again = await timed(() =>
  callCore(core, 'earnings.previewStatements', { files: [{ file: core.takeIn({ path: file, name: 'statement' }) }] }),
)
await core.close()
answerParent({ previewMs: preview.ms, importMs: done.ms, againMs: again.ms, counts: done.value.statements[0]?.counts })

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const started = performance.now()
  const value = await work()
  return { ms: performance.now() - started, value }
}
