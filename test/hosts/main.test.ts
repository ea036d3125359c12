import { expect, test, vi } from 'vitest'
import { eventually } from './eventually.ts'
import { createFakeElectron } from './fake-electron.ts'

const fake = createFakeElectron()
vi.mock('electron', () => fake.electron)

test('main.ts drives Electron through every guard and shows the page', async () => {
  const { tempFolder } = await import('../core/temp-core.ts')
  const dataDir = tempFolder()
  vi.stubEnv('BOAN_DATA', dataDir)
  await import('../../electron/main.ts')
  await fake.becomeReady()
  expect(fake.dialog.showErrorBox).not.toHaveBeenCalled()
  expect(fake.order).toEqual(
    expect.arrayContaining(['sandbox', 'permission request handler', 'request handler', 'page']),
  )
  fake.app.emit('will-quit', { preventDefault: () => {} })
  await eventually(() => expect(fake.quit).toHaveBeenCalled())
})
