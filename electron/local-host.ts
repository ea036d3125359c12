import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { BoanError } from '../shared/errors.ts'
import type { Core } from './core/core.ts'
import { describeFailure } from './core/failure.ts'
import { answerCall } from './hosts/answer-call.ts'
import { sendResponse, toRequest } from './hosts/http-bridge.ts'
import { readBody } from './hosts/read-body.ts'
import { answerError, answerRoute, isPersonalPath } from './hosts/routes.ts'
import { securityHeaders } from './security/csp.ts'
import { checkRequestOrigin } from './security/local-requests.ts'
import { createSession, type Session } from './security/session.ts'

export interface LocalHost {
  port: number
  /** An address that opens BoAn once, at a place such as `/mediator/…`; each call gives a new one. */
  newAddress(place?: string): string
  close(): Promise<void>
}

/**
 * Serves the window on 127.0.0.1 and nowhere else. Port 0 takes any free one. Throws `host.port-in-use`.
 * See electron/hosts/README.md for the addresses and electron/security/ for the guards.
 */
export async function startLocalHost(core: Core, rendererDir: string, wantedPort: number): Promise<LocalHost> {
  const server = createServer()
  const port = await listen(server, wantedPort)
  const origin = `http://127.0.0.1:${port}`
  const session = createSession(port)
  const host = { core, rendererDir, port, session }
  server.on('request', (incoming, response) => void answer(host, origin, incoming, response))
  return {
    port,
    newAddress: (place) => `${origin}/#launch=${session.newLaunchToken()}${place === undefined ? '' : `&to=${place}`}`,
    close: () => close(server),
  }
}

interface Host {
  core: Core
  rendererDir: string
  port: number
  session: Session
}

async function answer(host: Host, origin: string, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const request = toRequest(incoming, response, origin)
    const answered = await route(host, request).catch((error: unknown) => answerError(describeFailure(error), 200))
    await sendResponse(answered, response, securityHeaders)
  } catch (error) {
    // The window went away in the middle, or the request was no HTTP we know: there is no one left to tell.
    if (!response.headersSent) response.writeHead(400, securityHeaders)
    response.destroy(error instanceof Error ? error : undefined)
  }
}

async function route(host: Host, request: Request): Promise<Response> {
  const { core, rendererDir, port, session } = host
  const refusal = checkRequestOrigin(request, port)
  if (refusal !== undefined) return answerError(refusal, 403)
  const { pathname } = new URL(request.url)
  const isPost = request.method === 'POST'
  if (isPost && pathname === '/session') return exchangeLaunchToken(session, request)
  const allowed = isPost ? session.allowsCall(request.headers) : session.allowsFile(request.headers)
  if (!allowed && (isPost || isPersonalPath(pathname)))
    return answerError({ code: 'app.session-ended', params: {} }, 401)
  const call = isPost ? /^\/call\/([\w.]+)$/.exec(pathname)?.[1] : undefined
  return call === undefined ? answerRoute(core, rendererDir, request) : answerCall(core, call, request)
}

async function exchangeLaunchToken(session: Session, request: Request): Promise<Response> {
  const launchToken = /^\{"launch":"([\w-]{1,100})"\}$/.exec(await readBody(request, 1_000))?.[1] ?? ''
  const opened = session.exchange(launchToken)
  if (opened === undefined) return answerError({ code: 'app.session-ended', params: {} }, 401)
  return Response.json({ token: opened.token }, { headers: { 'set-cookie': opened.cookie } })
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' ? new BoanError('host.port-in-use', { port }, undefined, { cause: error }) : error,
      )
    })
    server.listen(port, '127.0.0.1', resolve)
  })
  return (server.address() as AddressInfo).port
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  server.closeAllConnections()
  await closed
}
