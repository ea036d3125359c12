import { homedir } from 'node:os'
import { posix, resolve, win32 } from 'node:path'

/**
 * Where a person's data lies unless they say otherwise: the same folder for all hosts, by the platform's rules, and the one
 * Electron itself would take. `BOAN_DATA` overrides.
 */
export function defaultDataDir(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  if (env['BOAN_DATA']) return resolve(env['BOAN_DATA'])
  if (platform === 'win32') return win32.join(env['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), 'BoAn')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'BoAn')
  const config = env['XDG_CONFIG_HOME']
  return posix.join(config && posix.isAbsolute(config) ? config : posix.join(home, '.config'), 'BoAn')
}
