import { appendFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeText } from '../../core/import/files.ts'
import { openInProcess, type InProcess } from '../../core/import/in-process.ts'
import { shortStatement } from '../../core/import/importing.ts'

const rows = Array.from({ length: 20_000 }, (_, i) => ({ orderId: `69000000000${String(i).padStart(8, '0')}` }))

async function plan(core: InProcess, name = 'statement.csv') {
  const file = writeText(core.folder, name, shortStatement(rows))
  const { files } = await core.call('earnings.previewStatements', { files: [{ file: core.takeIn(file) }] })
  const [result] = files
  if (result?.ok !== true) throw new Error('the file was refused')
  return { file, plans: [{ planId: result.preview.planId }] }
}

/** What an import leaves behind when it does not come about: nothing, in the database and in the store. */
function expectNothingChanged({ db, dataDir }: InProcess): void {
  for (const table of [
    'statements',
    'order_lines',
    'order_line_keys',
    'statement_rows',
    'attachments',
    'line_accounts',
  ]) {
    expect({ table, rows: db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() }).toEqual({ table, rows: 0 })
  }
  const store = join(dataDir, 'attachments')
  const left = existsSync(store) ? readdirSync(store, { recursive: true, withFileTypes: true }) : []
  expect(left.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([])
}

describe('an import that fails changes nothing', () => {
  test('when the file vanishes between preview and import', async () => {
    const core = await openInProcess()
    const { file, plans } = await plan(core)
    rmSync(file.path)
    await expect(core.call('earnings.importStatements', { plans })).rejects.toMatchObject({ code: 'app.file-vanished' })
    expectNothingChanged(core)
  })

  test('when the file changes between preview and import', async () => {
    const core = await openInProcess()
    const { file, plans } = await plan(core)
    appendFileSync(file.path, '\n')
    await expect(core.call('earnings.importStatements', { plans })).rejects.toMatchObject({
      code: 'import.file-changed',
    })
    expectNothingChanged(core)
  })

  test('when the person cancels in the middle', async () => {
    const core = await openInProcess()
    const { plans } = await plan(core)
    let looks = 0
    const cancelled = (): boolean => (looks += 1) > 2
    await expect(core.call('earnings.importStatements', { plans }, cancelled)).rejects.toMatchObject({
      code: 'app.cancelled',
    })
    expectNothingChanged(core)
    await core.call('earnings.importStatements', { plans })
    expect(core.db.prepare('SELECT count(*) FROM order_lines').pluck().get()).toBe(rows.length)
  })

  test('when the disk is full', async () => {
    const core = await openInProcess()
    const { plans } = await plan(core)
    core.db.pragma(`max_page_count = ${Number(core.db.pragma('page_count', { simple: true })) + 50}`)
    await expect(core.call('earnings.importStatements', { plans })).rejects.toMatchObject({ code: 'app.disk-full' })
    expectNothingChanged(core)
    core.db.pragma('max_page_count = 1073741823')
    await core.call('earnings.importStatements', { plans })
    expect(core.db.prepare('SELECT count(*) FROM order_lines').pluck().get()).toBe(rows.length)
  })

  test('when one of several files fails, none of them is imported', async () => {
    const core = await openInProcess()
    const first = await plan(core, 'a.csv')
    const second = { planId: '01900000-0000-7000-8000-000000000000' }
    await expect(core.call('earnings.importStatements', { plans: [...first.plans, second] })).rejects.toMatchObject({
      code: 'import.plan-gone',
    })
    expectNothingChanged(core)
  })
})
