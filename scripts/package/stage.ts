import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** The npm package that holds Typst's binary, by platform and processor. */
const typstPackages: Record<string, string> = {
  'win32-x64': 'typst-ts-node-compiler-win32-x64-msvc',
  'win32-arm64': 'typst-ts-node-compiler-win32-arm64-msvc',
  'darwin-x64': 'typst-ts-node-compiler-darwin-x64',
  'darwin-arm64': 'typst-ts-node-compiler-darwin-arm64',
  'linux-x64': 'typst-ts-node-compiler-linux-x64-gnu',
  'linux-arm64': 'typst-ts-node-compiler-linux-arm64-gnu',
}

/** `win32-x64`: what a package can be made for. */
export const targets = Object.keys(typstPackages)

interface StageRequest {
  root: string
  modulesDir: string
  stageDir: string
  /** One of `targets`. */
  target: string
}

/**
 * Fills `stageDir` with what the app needs on one target, taken from the built checkout at `root` and from `modulesDir`, a
 * node_modules that was installed for that target. Throws when a native file of the target is not in it.
 */
export function stage({ root, modulesDir, stageDir, target }: StageRequest): void {
  rmSync(stageDir, { recursive: true, force: true })
  mkdirSync(join(stageDir, 'node_modules', '@myriaddreamin'), { recursive: true })
  const carried = [
    'package.json',
    'electron-builder.yml',
    'out/node',
    'out/preload',
    'out/renderer',
    'resources',
    'electron/core/database/migrations',
    'electron/security/fuses.ts',
    'scripts/package/after-pack.mjs',
  ]
  for (const path of carried) cpSync(join(root, path), join(stageDir, path), { recursive: true })
  const packages = [
    'better-sqlite3',
    '@myriaddreamin/typst-ts-node-compiler',
    `@myriaddreamin/${typstPackages[target]}`,
  ]
  for (const name of packages) {
    const source = join(modulesDir, name)
    if (!existsSync(source)) throw new Error(`${name} is not installed: npm ci --os … --cpu … for ${target}`)
    cpSync(source, join(stageDir, 'node_modules', name), { recursive: true, dereference: true })
  }
  keepOwnBinary(join(stageDir, 'node_modules', 'better-sqlite3', 'prebuilds'), `${target}.node`)
}

/** better-sqlite3 brings the binaries of all platforms. */
function keepOwnBinary(folder: string, own: string): void {
  if (!existsSync(join(folder, own))) throw new Error(`better-sqlite3 has no ${own}`)
  for (const name of readdirSync(folder)) if (name !== own) rmSync(join(folder, name))
}
