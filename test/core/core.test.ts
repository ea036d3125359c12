import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { callCore, openCore } from '../../electron/core/core.ts'
import { openTempCore, tempFolder } from './temp-core.ts'

test('a new folder answers its status through the reader after the writer has made the database', async () => {
  const core = openTempCore()
  const status = await callCore(core, 'app.status', {})
  expect(status).toMatchObject({ version: '0.0.0-test', sample: false, settings: { roles: [], language: 'zh' } })
})

test('a command is journaled in its own transaction and the chain holds', async () => {
  const core = openTempCore()
  await callCore(core, 'app.saveSettings', { language: 'en' })
  await callCore(core, 'app.saveSettings', { roles: ['streamer'] })
  expect(await callCore(core, 'app.verifyJournal', {})).toEqual({ ok: true, entries: 2, brokenAt: null })
  expect((await callCore(core, 'app.status', {})).settings).toMatchObject({ language: 'en', roles: ['streamer'] })
})

test('unknown calls and fields are refused with a code', async () => {
  const core = openTempCore()
  expect(await core.invoke('toString', {})).toMatchObject({ ok: false, error: { code: 'app.unknown-call' } })
  expect(await core.invoke('app.status', { extra: 1 })).toMatchObject({
    ok: false,
    error: { code: 'app.invalid-input' },
  })
})

test('a second process on the folder is told who holds it', () => {
  const dataDir = tempFolder()
  const core = openTempCore({ dataDir })
  expect(() => openCore({ dataDir, appVersion: 'x' })).toThrowError(
    expect.objectContaining({ code: 'app.folder-in-use' }),
  )
  expect(core.dataDir).toBe(dataDir)
})

test('a database of a newer version is refused and not touched', async () => {
  const dataDir = tempFolder()
  const db = new Database(join(dataDir, 'boan.db'))
  db.pragma('user_version = 9999')
  db.close()
  const core = openTempCore({ dataDir })
  expect(await core.invoke('app.saveSettings', {})).toMatchObject({ ok: false, error: { code: 'app.database-newer' } })
})

test('a backup is a whole database of its own', async () => {
  const core = openTempCore()
  await callCore(core, 'app.saveSettings', { workPlace: '杭州' })
  const backup = await callCore(core, 'app.backup', {})
  expect(existsSync(backup.path)).toBe(true)
  const copy = new Database(backup.path, { readonly: true })
  expect(copy.prepare('SELECT value FROM settings WHERE key = ?').get('workPlace')).toEqual({ value: '"杭州"' })
  copy.close()
})

test('closing leaves no lock behind', async () => {
  const dataDir = tempFolder()
  const core = openCore({ dataDir, appVersion: 'x' })
  await callCore(core, 'app.status', {})
  await core.close()
  expect(readdirSync(dataDir).filter((name) => name === 'lock.json')).toEqual([])
})
