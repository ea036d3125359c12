import { existsSync } from 'node:fs'
import sparticuz from '@sparticuz/chromium'
import type { LaunchOptions } from 'playwright-core'

/**
 * How to start a Chromium that is there: `CHROMIUM_PATH`, else the one inside @sparticuz/chromium on Linux x64 (headless, no
 * system packages, no Chinese font), else Chrome or Edge of the system.
 */
export async function browserLaunchOptions(): Promise<LaunchOptions> {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined) return { executablePath: named, args: sandboxArgs }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const args = sparticuz.args.filter((arg) => !unwanted.has(arg))
    return { executablePath: await sparticuz.executablePath(), args: [...args, '--disable-gpu', ...sandboxArgs] }
  }
  const chrome = ['/Applications/Google Chrome.app', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe']
  return { channel: chrome.some((path) => existsSync(path)) ? 'chrome' : 'msedge' }
}

/**
 * Flags made for short-lived serverless functions: one process for all, a browser without its web security, and graphics inside
 * the browser's own process, where a fault of the software renderer ends the browser before its first page.
 */
const unwanted = new Set([
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--disable-site-isolation-trials',
  '--in-process-gpu',
  '--ignore-gpu-blocklist',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
])

/** Chromium refuses its sandbox to root, which test machines often are. */
const sandboxArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : []
