import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../core/temp-core.ts'
import { runBoan } from './run-boan.ts'

const minutes = 60_000

test(
  'demo exports a case that verifies; the same moment gives the same bytes, by number or id',
  { timeout: 5 * minutes },
  async () => {
    const data = tempFolder()
    const made = await runBoan(['demo', '--data', data])
    expect(made.code).toBe(0)
    const { bundle, sample, caseId, caseNumber } = JSON.parse(made.stdout) as Record<string, string>
    expect(sample).toBe(join(data, 'sample'))
    const verified = await runBoan(['verify', bundle ?? ''])
    expect(verified.code).toBe(0)
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, kind: 'case' })
    expect(
      verified.stderr
        .trim()
        .split('\n')
        .map((line) => line[0]),
    ).toEqual(Array.from({ length: 6 }, () => '✓'))
    expect((await runBoan(['verify', bundle ?? '', '--json'])).stderr).toBe('')

    const options = ['--data', data, '--moment', '2026-11-25T00:00:00.000Z', '--out']
    await runBoan(['export-case', caseNumber ?? '', ...options, join(data, '1.boan')])
    await runBoan(['export-case', caseId ?? '', ...options, join(data, '2.boan')])
    expect(readFileSync(join(data, '1.boan')).equals(readFileSync(join(data, '2.boan')))).toBe(true)
  },
)
