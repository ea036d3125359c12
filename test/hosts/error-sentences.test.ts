import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogues } from '../../shared/i18n/catalogues.ts'

const root = join(import.meta.dirname, '../..')

type Tree = { [key: string]: string | Tree }

/** Every source file below the folders, with its text. */
function readSources(...folders: string[]): { path: string; text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => ({
        path: join(folder, name),
        text: withoutComments(readFileSync(join(root, folder, name), 'utf8')),
      })),
  )
}

/** Comments give examples of codes and keys that need not exist. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}

function find(language: 'zh' | 'en', domain: string, key: string): string | Tree | undefined {
  const all: Record<string, Tree> = catalogues[language]
  let node: string | Tree | undefined = all[domain]
  for (const part of key.split('.')) {
    if (typeof node !== 'object') return undefined
    const inside: Tree = node
    node = inside[part] ?? inside[`${part}_other`]
  }
  return node
}

/** Codes thrown as errors, and those written straight into error data. */
const codePattern = /(?:new BoanError\(\s*|\bcode: )'([a-z]+)\.([a-z0-9-]+)'/g

const codes = [
  ...new Set(
    readSources('electron', 'shared', 'renderer').flatMap(({ text }) =>
      [...text.matchAll(codePattern)].map((match) => `${match[1]}.${match[2]}`),
    ),
  ),
].toSorted()

test('error codes are found in the sources', () => {
  expect(codes).toEqual(expect.arrayContaining(['app.folder-in-use', 'app.disk-full', 'host.request-refused']))
})

test.each(['zh', 'en'] as const)('every error code has its sentence in %s', (language) => {
  const silent = codes.filter((code) => {
    const [domain = '', name = ''] = code.split('.')
    return typeof find(language, domain, `errors.${name}`) !== 'string'
  })
  expect(silent).toEqual([])
})

/** Whole keys that name their domain: `t('earnings:status.overdue')`, labels of progress and the like. */
const keyPattern = /['"`]([a-z][a-zA-Z]*):([a-zA-Z][\w-]*(?:\.[\w-]+)+)['"`]/g

test.each(['zh', 'en'] as const)('every key that a source names is in the catalogue of %s', (language) => {
  const domains = new Set(Object.keys(catalogues.zh))
  const missing = readSources('electron', 'shared', 'renderer').flatMap(({ path, text }) =>
    [...text.matchAll(keyPattern)]
      .filter((match) => domains.has(match[1] ?? '') && find(language, match[1] ?? '', match[2] ?? '') === undefined)
      .map((match) => `${path}: ${match[1]}:${match[2]}`),
  )
  expect(missing).toEqual([])
})
