import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { resolveInside } from '../../../electron/security/resolve-inside.ts'
import { tempFolder } from '../../core/temp-core.ts'

function folderWithNeighbour(): string {
  const root = tempFolder()
  const folder = join(root, 'page')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  mkdirSync(join(root, 'page-evil'))
  writeFileSync(join(folder, 'index.html'), 'page')
  writeFileSync(join(folder, 'assets', 'a b.js'), 'script')
  writeFileSync(join(root, 'page-evil', 'secret'), 'secret')
  writeFileSync(join(root, 'secret'), 'secret')
  symlinkSync(join(root, 'secret'), join(folder, 'link'))
  symlinkSync(join(root, 'page-evil'), join(folder, 'folder-link'))
  return folder
}

test('a file of the folder is found, by its escaped name too', () => {
  const folder = folderWithNeighbour()
  expect(resolveInside(folder, '/index.html')).toMatch(/page[/\\]index\.html$/)
  expect(resolveInside(folder, '/assets/a%20b.js')).toMatch(/a b\.js$/)
})

test.each([
  '',
  '/',
  '/.',
  '/..',
  '/../secret',
  '/assets/../../secret',
  '/%2e%2e/secret',
  '/..%2fsecret',
  '/%2e%2e%2fsecret',
  '/..%5csecret',
  '/..\\secret',
  '/../page-evil/secret',
  '/link',
  '/folder-link/secret',
  '/%00',
  '/index.html%00.js',
  '/%',
  '/%ff',
  '/C:/Windows/win.ini',
  '//etc/passwd',
  '/nothing-here',
])('%j names nothing outside the folder', (path) => {
  expect(resolveInside(folderWithNeighbour(), path)).toBeUndefined()
})
