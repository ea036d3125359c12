import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadSigningKey } from '../../electron/core/bundles/signing-key.ts'
import { verifyBundle } from '../../electron/core/bundles/verify-bundle.ts'
import { writeBundle } from '../../electron/core/bundles/write-bundle.ts'
import { answerParent } from './tools.ts'

const { folder, out } = JSON.parse(process.argv[2] ?? '{}') as { folder: string; out: string }
const key = loadSigningKey(out)
const file = join(out, 'case.boan')

const started = performance.now()
writeBundle({
  kind: 'case',
  name: 'bench',
  externalId: 'bench',
  organization: 'bench',
  moment: '2026-11-24T00:00:00.000Z',
  files: readdirSync(folder).map((name) => ({ path: `evidence/${name}`, sourcePath: join(folder, name) })),
  key,
  outFile: file,
})
const written = performance.now()
const verification = await verifyBundle(file, { knownKeys: [] })
const verified = performance.now()
const broken = verification.answers.filter((answer) => answer.check === 'payload' && !answer.ok)
if (broken.length > 0) throw new Error(JSON.stringify(broken))
answerParent({ writeMs: written - started, verifyMs: verified - written, file })
