import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadSigningKey } from '../../electron/core/bundles/signing-key.ts'
import { writeBundle } from '../../electron/core/bundles/write-bundle.ts'
import { migrate } from '../../electron/core/database/migrate.ts'
import { openWriter } from '../../electron/core/database/open.ts'
import { dispatch } from '../../electron/core/dispatch.ts'
import { registerIntake } from '../../electron/core/exchange.ts'
import { compareLines } from '../../shared/disputes/mediation/compare-cases.ts'
import type { OrderLine } from '../../shared/earnings/index.ts'
import { makeCase, makePayload, moment } from '../core/bundles/sample-case.ts'
import { answerParent } from './tools.ts'

const { folder, out, lines } = JSON.parse(process.argv[2] ?? '{}') as { folder: string; out: string; lines: number }

/** A whole case with its figures to compute again, and evidence. */
function writeCase(name: string, evidence: string[]): string {
  const key = loadSigningKey(out)
  const file = join(out, name)
  writeBundle({
    kind: 'case',
    name: 'bench',
    externalId: '2026-0007',
    organization: 'bench',
    moment,
    files: [
      ...makePayload(makeCase(), key.fingerprint),
      ...evidence.map((name) => ({ path: `evidence/bench-${name}`, sourcePath: join(folder, name) })),
    ],
    key,
    outFile: file,
  })
  return file
}

const db = openWriter(out)
const now = (): string => moment
await migrate(db, out, now)

/** Opens it as a person does: refused or verified, kept, its content shown. Answers the time in ms. */
async function open(path: string, token: string): Promise<number> {
  registerIntake(out, token, { path, name: 'case.boan' })
  const environment = { db, dataDir: out, isSample: false, appVersion: '0', deviceId: 'd', now, newId: () => token }
  const started = performance.now()
  const reply = await dispatch(environment, 'bundles.open', { token }, { progress: () => {}, cancelled: () => false })
  if (!reply.ok) throw new Error(reply.error.code)
  return performance.now() - started
}

/** Lines of one side: a hundredth differ, as many again stand on this side alone. */
function makeLines(side: 'left' | 'right'): OrderLine[] {
  return Array.from({ length: lines }, (_, i): OrderLine => {
    const order = (i * 7919) % lines
    const isOwn = order % 100 === 1
    return {
      id: `${side}-${i}`,
      platform: 'douyin',
      account: side,
      role: 'creator',
      orderId: `69${String(order).padStart(14, '0')}${isOwn ? side : ''}`,
      productId: String(order % 37),
      occurrence: 1,
      paidAt: '2026-03-10T04:00:00.000Z',
      saleFen: 10_000 + order,
      settledBaseFen: 10_000 + order,
      commissionFen: order % 100 === 0 && side === 'right' ? 499 : 500,
      status: 'settled',
    }
  })
}

// A small one first: what is measured is opening, not the loading of our own modules.
await open(writeCase('small.boan', []), '01900000-0000-7000-8000-000000000001')
const file = writeCase('case.boan', readdirSync(folder))
const openMs = await open(file, '01900000-0000-7000-8000-000000000002')
// As they come out of two files.
const [left, right] = (['left', 'right'] as const).map(
  (side) => JSON.parse(JSON.stringify(makeLines(side))) as OrderLine[],
)
if (left === undefined || right === undefined) throw new Error('two sides')
const started = performance.now()
const compared = compareLines(left, right)
const compareMs = performance.now() - started
if (compared.same + compared.differs + compared.left !== lines) throw new Error(JSON.stringify(compared.same))
answerParent({ openMs, compareMs, file })
