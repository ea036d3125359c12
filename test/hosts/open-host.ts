import { mkdirSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Core } from '../../electron/core/core.ts'
import { type LocalHost, startLocalHost } from '../../electron/local-host.ts'
import { openTempCore, tempFolder } from '../core/temp-core.ts'

export interface OpenHost {
  core: Core
  host: LocalHost
  /** Headers that a page with a session sends. */
  page: Record<string, string>
}

export interface Answer {
  status: number
  headers: IncomingMessage['headers']
  text: string
}

/** The real local host over a real core, with a page that has exchanged its launch token. */
export async function openHost(core = openTempCore()): Promise<OpenHost> {
  const rendererDir = tempFolder()
  mkdirSync(join(rendererDir, 'assets'))
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html>page')
  writeFileSync(join(rendererDir, 'assets', 'a.js'), 'export {}')
  const host = await startLocalHost(core, rendererDir, 0)
  onTestFinished(() => host.close())
  const origin = `http://127.0.0.1:${host.port}`
  const launch = host.newAddress().split('#launch=')[1]
  const opened = await send(host, 'POST', '/session', { origin }, JSON.stringify({ launch }))
  const cookie = opened.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const { token } = JSON.parse(opened.text) as { token: string }
  return { core, host, page: { origin, cookie, 'x-boan-session': token } }
}

/** A request as it is written, with whatever headers a stranger would forge. */
export function send(
  host: LocalHost,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: host.port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const { statusCode = 0, headers: answered } = response
        resolve({ status: statusCode, headers: answered, text: Buffer.concat(chunks).toString() })
      })
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
