import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { Arch, build, Platform } from 'electron-builder'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fuses } from '../../electron/security/fuses.ts'
import { stage } from '../../scripts/package/stage.ts'

const root = join(import.meta.dirname, '..', '..')
const work = mkdtempSync(join(tmpdir(), 'boan-pack-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** A fuse wire as a runtime leaves its maker: nine fuses, each off. */
const wire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('000000000'),
])

/** What electron-builder wants to see of a runtime, without one: the files it renames, brands and sets fuses in. */
function stubRuntime(os: 'linux' | 'win32'): string {
  const folder = join(work, `runtime-${os}`)
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'icudtl.dat', 'resources.pak'])
    touch(folder, name)
  for (const name of ['zh-CN', 'en-US', 'de']) touch(join(folder, 'locales'), `${name}.pak`)
  if (os === 'linux') {
    for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler', 'libffmpeg.so']) {
      writeFileSync(join(folder, name), name === 'electron' ? wire : '')
      chmodSync(join(folder, name), 0o755)
    }
    return folder
  }
  const program = NtExecutable.createEmpty()
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  writeFileSync(join(folder, 'electron.exe'), Buffer.concat([Buffer.from(program.generate()), wire]))
  return folder
}

function touch(folder: string, name: string): void {
  writeFileSync(join(folder, name), '')
}

/** The installed packages; those of another platform stand in by name, since only this machine's are installed. */
function modulesFor(target: string, typst: string): string {
  const folder = join(work, `modules-${target}`)
  for (const name of ['better-sqlite3', '@myriaddreamin/typst-ts-node-compiler'])
    cpSync(join(root, 'node_modules', name), join(folder, name), { recursive: true })
  const own = join(folder, '@myriaddreamin', typst)
  mkdirSync(own, { recursive: true })
  writeFileSync(
    join(own, 'package.json'),
    JSON.stringify({ name: `@myriaddreamin/${typst}`, version: '0.7.0', main: 'typst.node', files: ['typst.node'] }),
  )
  writeFileSync(join(own, 'typst.node'), 'stands in for the binary')
  return folder
}

const platforms = [
  {
    target: 'linux-x64',
    os: 'linux',
    platform: Platform.LINUX,
    typst: 'typst-ts-node-compiler-linux-x64-gnu',
    folder: 'linux-unpacked',
    program: 'boan',
  },
  {
    target: 'win32-x64',
    os: 'win32',
    platform: Platform.WINDOWS,
    typst: 'typst-ts-node-compiler-win32-x64-msvc',
    folder: 'win-unpacked',
    program: 'BoAn.exe',
  },
] as const

describe.each(platforms)('a package for $target', ({ target, os, platform, typst, folder, program }) => {
  const app = join(work, `made-${target}`, folder)
  let listed: string[]

  beforeAll(async () => {
    const stageDir = join(work, `stage-${target}`)
    stage({ root, modulesDir: modulesFor(target, typst), stageDir, target })
    await build({
      projectDir: stageDir,
      targets: platform.createTarget('dir', Arch.x64),
      publish: 'never',
      config: {
        extends: join(stageDir, 'electron-builder.yml'),
        electronDist: stubRuntime(os),
        directories: { output: join(work, `made-${target}`) },
      },
    })
    listed = listPackage(join(app, 'resources', 'app.asar'), { isPack: false }).map((path) =>
      path.replaceAll('\\', '/'),
    )
  }, 120_000)

  test('holds what the app starts from', () => {
    for (const path of [
      '/package.json',
      '/out/node/main.js',
      '/out/node/worker.js',
      '/out/preload/preload.cjs',
      '/out/renderer/index.html',
      '/electron/core/database/migrations/0001-first.sql',
      '/resources/fonts/NotoSerifSC-Regular.ttf',
      '/node_modules/better-sqlite3/lib/index.js',
    ])
      expect(listed).toContain(path)
  })

  test('holds one binary of each native package, its own', () => {
    expect(listed.filter((path) => path.endsWith('.node'))).toEqual([
      `/node_modules/@myriaddreamin/${typst}/typst.node`,
      `/node_modules/better-sqlite3/prebuilds/${target}.node`,
    ])
  })

  test('holds nothing that only makers need', () => {
    const unwanted = listed.filter(
      (path) =>
        /\.(map|tsx?)$|README\.md$|^\/(test|scripts|docs|renderer|shared)\b|\/(src|deps)\/.*\.(c|cpp|h)$/.test(path) ||
        (path.startsWith('/node_modules/') && !/^\/node_modules\/(better-sqlite3|@myriaddreamin)(\/|$)/.test(path)),
    )
    expect(unwanted).toEqual([])
  })

  test('has every fuse set as decided', async () => {
    const states = await getCurrentFuseWire(join(app, program))
    for (const { name, on } of fuses) {
      const option = FuseV1Options[name as keyof typeof FuseV1Options]
      expect({ name, state: states[option] }).toEqual({ name, state: on ? FuseState.ENABLE : FuseState.DISABLE })
    }
  })
})

test('the runtime that is packed is the one the app is tested against', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  expect(readFileSync(join(root, 'electron-builder.yml'), 'utf8')).toContain(
    `electronVersion: ${devDependencies.electron}\n`,
  )
})

test('a target without its native files is refused by name', () => {
  const modulesDir = modulesFor('win32-x64', 'typst-ts-node-compiler-win32-x64-msvc')
  expect(() => stage({ root, modulesDir, stageDir: join(work, 'none'), target: 'darwin-arm64' })).toThrow(
    'typst-ts-node-compiler-darwin-arm64 is not installed',
  )
})
