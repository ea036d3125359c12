import * as electron from 'electron'
import { join } from 'node:path'
import { appRoot } from './app-root.ts'
import { describeFailure } from './core/failure.ts'
import { defaultDataDir } from './hosts/data-folder.ts'
import { createApp } from './hosts/electron-app.ts'
import { chooseLanguage, renderError } from './hosts/language.ts'
import { findReceivedFile } from './hosts/open-received.ts'
import { readStartArgs } from './hosts/start-args.ts'
import { startCore } from './hosts/start-core.ts'

// Chromium has arguments of its own in the same list; these are all that are ours.
const args = readStartArgs(process.argv.filter((argument) => /^--(data=|demo$)/.test(argument)))
const dataDir = args.data ?? defaultDataDir()
const language = chooseLanguage(undefined, { LANG: electron.app.getLocale() })

createApp(electron, {
  dataDir,
  language,
  rendererDir: join(appRoot, 'out', 'renderer'),
  preloadFile: join(appRoot, 'out', 'preload', 'preload.cjs'),
  openCore: () => startCore({ dataDir, demo: args.demo }),
  receivedFile: findReceivedFile(process.argv.slice(1)),
  describe: (error) => renderError(language, describeFailure(error)),
  onShown: () => process.send?.('shown'),
})
