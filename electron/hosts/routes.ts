import { join } from 'node:path'
import type { ErrorData } from '../../shared/errors.ts'
import { attachmentPath, mimeOf } from '../core/attachments/store.ts'
import type { Core } from '../core/core.ts'
import { describeFailure } from '../core/failure.ts'
import { resolveInside } from '../security/resolve-inside.ts'
import { mediaHeaders } from '../security/served-media.ts'
import { takeInBody } from './intake.ts'
import { serveFile } from './served-file.ts'

/**
 * What every window fetches beside its calls, over app:// and over loopback alike: the page's own files, files coming in
 * (`POST /intake?name=`), files that calls made (`GET /files/<token>`), kept files (`GET /attachments/<sha256>?name=`).
 */
export async function answerRoute(core: Core, rendererDir: string, request: Request): Promise<Response> {
  const url = new URL(request.url)
  try {
    return (
      (await findRoute(core, rendererDir, request, url)) ?? answerError({ code: 'host.not-found', params: {} }, 404)
    )
  } catch (error) {
    return answerError(describeFailure(error), 200)
  }
}

/** Whether a path is one of a person's files, and not the page's own. */
export function isPersonalPath(pathname: string): boolean {
  return /^\/(intake|files|attachments)(\/|$)/.test(pathname)
}

async function findRoute(core: Core, rendererDir: string, request: Request, url: URL): Promise<Response | undefined> {
  const [, place, rest] = /^\/(intake|files|attachments)(?:\/([\w-]+))?$/.exec(url.pathname) ?? []
  if (request.method === 'POST') {
    if (place !== 'intake') return undefined
    return Response.json({ ok: true, value: await takeInBody(core, url.searchParams.get('name') ?? '', request.body) })
  }
  if (place === 'files' && rest !== undefined) {
    const file = core.outgoing(rest)
    return serveFile(file.path, request, mediaHeaders(mimeOf(file.name), file.name))
  }
  if (place === 'attachments' && rest !== undefined && /^[0-9a-f]{64}$/.test(rest)) {
    const name = url.searchParams.get('name') ?? rest
    return serveFile(attachmentPath(core.dataDir, rest), request, mediaHeaders(mimeOf(name), name))
  }
  return isPersonalPath(url.pathname) ? undefined : servePage(rendererDir, request, url.pathname)
}

const pageTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
}

/** The page's own files; those whose names hold their hash never change. */
function servePage(rendererDir: string, request: Request, pathname: string): Response | undefined {
  const path = pathname === '/' ? join(rendererDir, 'index.html') : resolveInside(rendererDir, pathname)
  const type = pageTypes[path?.slice(path.lastIndexOf('.') + 1) ?? '']
  if (path === undefined || type === undefined) return undefined
  const cache = pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache'
  return serveFile(path, request, { 'content-type': type, 'cache-control': cache })
}

export function answerError(error: ErrorData, status: number): Response {
  return Response.json({ ok: false, error }, { status })
}
