// Makes the packages people install: `npm run package -- win32-x64`. Wants the network for the runtime and the makers of installers.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Arch, build, Platform } from 'electron-builder'
import { stage, targets } from './stage.ts'

const root = join(import.meta.dirname, '..', '..')
const [target, ...flags] = process.argv.slice(2)
const onlyFolder = flags.includes('--dir')
if (!targets.includes(target) || flags.some((flag) => flag !== '--dir')) {
  console.error(
    `usage: npm run package -- TARGET [--dir]\nTARGET: ${targets.join(' | ')}\n--dir: the app's folder, without an installer`,
  )
  process.exit(2)
}
const [os, cpu] = target.split('-')

const installDir = join(root, 'out', 'package', `${target}-modules`)
mkdirSync(installDir, { recursive: true })
for (const name of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(root, name), join(installDir, name))
const npm = ['ci', '--omit=dev', '--ignore-scripts', `--os=${os}`, `--cpu=${cpu}`]
execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', npm, { cwd: installDir, stdio: 'inherit' })

const stageDir = join(root, 'out', 'package', target)
stage({ root, modulesDir: join(installDir, 'node_modules'), stageDir, target })
const platform = { win32: Platform.WINDOWS, darwin: Platform.MAC, linux: Platform.LINUX }[os]
const made = await build({
  projectDir: stageDir,
  targets: platform.createTarget(onlyFolder ? 'dir' : [], Arch[cpu]),
  publish: 'never',
  config: {
    extends: join(stageDir, 'electron-builder.yml'),
    directories: { output: join(root, 'out', 'package', 'made') },
  },
})
for (const path of made) console.log(path)
