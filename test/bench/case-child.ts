import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { callCore, openCore } from '../../electron/core/core.ts'
import { answerParent } from './tools.ts'

const { folder, dataDir } = JSON.parse(process.argv[2] ?? '{}') as { folder: string; dataDir: string }

/** The case of the sample, with every file of a folder as evidence in it. */
const core = openCore({ dataDir, appVersion: 'bench' })
const { caseId } = await callCore(core, 'app.openSample', {})
if (caseId === null) throw new Error('the sample was there already')
for (const name of readdirSync(folder)) {
  const token = core.takeIn({ path: join(folder, name), name })
  await callCore(core, 'disputes.addEvidence', { token, caseId })
}
await core.close()
answerParent({ caseId })
