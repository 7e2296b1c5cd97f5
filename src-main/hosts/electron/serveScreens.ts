import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
import { contentPolicy } from '../contentPolicy.ts'
import { appScheme, isAppUrl } from './appOrigin.ts'

/** To be called before the application is ready: Electron fixes the schemes at that moment. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built screens at `app://delibere/`, read only, under the content policy. */
export function serveScreens(screensDir: string): void {
  protocol.handle(appScheme, async (request) => {
    if (request.method !== 'GET' || !isAppUrl(request.url)) return answer(403)
    const path = fileFor(new URL(request.url).pathname, screensDir)
    if (path === null) return answer(403)
    try {
      return answer(200, await readFile(path), contentTypes[extname(path)] ?? 'application/octet-stream')
    } catch {
      return answer(404)
    }
  })
}

/** Null when the address climbs out of the folder. A path without an extension is a screen: the page itself. */
export function fileFor(pathname: string, screensDir: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null
  const path = normalize(join(screensDir, extname(decoded) === '' ? 'index.html' : decoded))
  return path.startsWith(screensDir + sep) ? path : null
}

function answer(
  status: number,
  body: Uint8Array<ArrayBuffer> | null = null,
  contentType = 'text/plain',
): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': contentType,
      'content-security-policy': contentPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  })
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}
