import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BrowserHost, openServer } from '#main/hosts/browser/openServer.ts'
import type { HostServices } from '#main/hosts/hostServices.ts'

// Attacks on the browser host, over real HTTP. The dispatcher is a plain echo: what is tested is the door.

let dir: string
let host: BrowserHost
let services: HostServices
let calls: { procedure: string; input: unknown }[]
let tell: (event: unknown) => void
let answer: (procedure: string, input: unknown) => unknown

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'delibere-host-test-'))
  calls = []
  answer = (procedure, input) => ({ procedure, input })
  writeFileSync(join(dir, 'index.html'), '<!doctype html><script type="module" src="/main.js"></script>')
  writeFileSync(join(dir, 'main.js'), 'export {}')
  writeFileSync(join(dir, 'bridge.cjs'), '"the bridge"')
  host = await openServer(
    {
      userDataDir: join(dir, 'user'),
      filesDir: join(dir, 'files'),
      resourcesDir: dir,
      screensDir: dir,
      bridgePath: join(dir, 'bridge.cjs'),
      fileToOpen: null,
    },
    (given) => {
      services = given
      return {
        async ask(procedure, input) {
          calls.push({ procedure, input })
          return answer(procedure, input)
        },
        subscribe(listener) {
          tell = listener
          return () => {}
        },
        close: async () => {},
      }
    },
  )
})

afterEach(async () => {
  await host.close()
  rmSync(dir, { recursive: true, force: true })
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** Plain HTTP: unlike fetch it lets a test lie about Host, Origin and Sec-Fetch-Site. */
function knock(
  path: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer> {
  const { port } = new URL(host.entryUrl)
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    request.on('error', reject)
    request.end(body)
  })
}

async function enter(): Promise<{ cookie: string; origin: string }> {
  const { pathname, search, origin } = new URL(host.entryUrl)
  const entered = await knock(pathname + search)
  const cookie = [entered.headers['set-cookie']].flat()[0] ?? ''
  return { cookie: cookie.split(';')[0] ?? '', origin }
}

const json = { 'content-type': 'application/json' }

test('[BH1] the address opens once: 303 to a clean address, with a cookie no script or other site can use', async () => {
  const { pathname, search } = new URL(host.entryUrl)
  const entered = await knock(pathname + search)
  expect(entered.status).toBe(303)
  expect(entered.headers.location).toBe('/')
  const cookie = String([entered.headers['set-cookie']].flat()[0])
  expect(cookie).toMatch(/^delibere-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  expect(new URL(host.entryUrl).searchParams.get('jeton')).toMatch(/^[\w-]{43}$/)
  expect(cookie).not.toContain(search.slice('?jeton='.length))

  const again = await knock(pathname + search)
  expect(again.status).toBe(403)
  expect(again.headers['set-cookie']).toBeUndefined()
})

test('[BH2] a wrong token is refused and does not use up the right one', async () => {
  expect((await knock('/ouvrir?jeton=AAAA')).status).toBe(403)
  expect((await knock('/ouvrir')).status).toBe(403)
  expect((await enter()).cookie).not.toBe('')
})

test.for(['/', '/main.js', '/bridge.js', '/events', '/download/x', '/rpc/x'])(
  '[BH3] without the cookie %s answers 401',
  async (path) => {
    await enter()
    const refused = await knock(path, {
      headers: { cookie: 'delibere-1=x', 'sec-fetch-site': 'same-origin' },
    })
    expect(refused.status).toBe(401)
  },
)

test('[BH3] without the cookie a call does not reach the use cases', async () => {
  const { origin } = await enter()
  const refused = await knock('/rpc/x', { method: 'POST', headers: { origin, ...json }, body: '{}' })
  expect(refused.status).toBe(401)
  expect(calls).toEqual([])
})

test.for(['localhost:1', 'attacker.example', '127.0.0.1'])(
  '[BH4] Host « %s » is refused, cookie or not (a name that points here is not us)',
  async (name) => {
    const { cookie } = await enter()
    expect((await knock('/', { headers: { cookie, host: name } })).status).toBe(421)
    const { search, pathname } = new URL(host.entryUrl)
    expect((await knock(pathname + search, { headers: { host: name } })).status).toBe(421)
  },
)

test.for([undefined, 'null', 'https://attacker.example', 'http://localhost:1', 'http://127.0.0.1:1'])(
  '[BH5] a call from Origin %s is refused',
  async (origin) => {
    const { cookie } = await enter()
    const headers = { cookie, ...json, ...(origin === undefined ? {} : { origin }) }
    for (const path of ['/rpc/x', '/upload', '/choice/x']) {
      expect((await knock(path, { method: 'POST', headers, body: '{}' })).status).toBe(403)
    }
    expect(calls).toEqual([])
  },
)

test.for(['cross-site', 'same-site', 'none', undefined])(
  '[BH6] the event stream is refused when Sec-Fetch-Site is %s',
  async (site) => {
    const { cookie } = await enter()
    const headers = { cookie, ...(site === undefined ? {} : { 'sec-fetch-site': site }) }
    expect((await knock('/events', { headers })).status).toBe(403)
    expect((await knock('/events', { headers: { cookie, origin: 'https://attacker.example' } })).status).toBe(
      403,
    )
  },
)

test('[BH7] allows no other origin, and closes the page to everything but itself', async () => {
  const { cookie, origin } = await enter()
  const page = await knock('/', { headers: { cookie } })
  const preflight = await knock('/rpc/x', {
    method: 'OPTIONS',
    headers: { origin: 'https://attacker.example' },
  })
  expect(preflight.status).toBe(401)
  for (const { headers } of [page, preflight, await knock('/nowhere.js', { headers: { cookie, origin } })]) {
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['referrer-policy']).toBe('no-referrer')
  }
  expect(page.body.toString()).toContain('<script src="/bridge.js"></script><script type="module"')
})

test('[BH8] a call carries JSON and bytes both ways', async () => {
  const { cookie, origin } = await enter()
  const input = { name: 'Saint-Élie', bytes: { $bytes: Buffer.from([0, 255]).toString('base64') } }
  const answered = await knock('/rpc/document.preview', {
    method: 'POST',
    headers: { cookie, origin, ...json },
    body: JSON.stringify({ input }),
  })
  expect(calls).toEqual([
    { procedure: 'document.preview', input: { name: 'Saint-Élie', bytes: new Uint8Array([0, 255]) } },
  ])
  expect(JSON.parse(answered.body.toString())).toEqual({ value: { procedure: 'document.preview', input } })
})

test.for(['{', '[1', ''])('[BH8] a malformed body « %s » is refused', async (body) => {
  const { cookie, origin } = await enter()
  const headers = { cookie, origin, ...json }
  expect((await knock('/rpc/x', { method: 'POST', headers, body })).status).toBe(400)
  const asText = { cookie, origin, 'content-type': 'text/plain' }
  expect((await knock('/rpc/x', { method: 'POST', headers: asText, body: '{}' })).status).toBe(415)
  expect(calls).toEqual([])
})

test('[BH9] a bug answers a number and nothing of the inside; the log keeps no word of it either', async () => {
  const { cookie, origin } = await enter()
  answer = () => {
    throw new Error('SELECT * FROM member WHERE name = Dupont-Aignelet')
  }
  const failed = await knock('/rpc/x', { method: 'POST', headers: { cookie, origin, ...json }, body: '{}' })
  expect(failed.status).toBe(500)
  expect(JSON.parse(failed.body.toString()).incident).toMatch(/incident [0-9A-F]{8}/)
  const { readFileSync } = await import('node:fs')
  const log = readFileSync(join(dir, 'user', 'incidents.log'), 'utf8')
  for (const text of [failed.body.toString(), log]) expect(text).not.toContain('Dupont-Aignelet')
})

test('[BH10] an upload lands under its own name in a private folder, emptied at the end', async () => {
  const { cookie, origin } = await enter()
  const name = encodeURIComponent('../../fiches (été).txt')
  const headers = { cookie, origin, 'content-type': 'application/octet-stream' }
  const sent = await knock(`/upload?name=${name}`, { method: 'POST', headers, body: Buffer.from('x') })
  const { path } = JSON.parse(sent.body.toString())
  const exchange = join(dir, 'user', 'exchange')
  expect(path.startsWith(exchange)).toBe(true)
  expect(path.endsWith('/fiches (été).txt')).toBe(true)
  expect(statSync(join(exchange, readdirSync(exchange)[0] ?? '')).mode & 0o777).toBe(0o700)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  await host.close()
  expect(readdirSync(exchange)).toEqual([])
})

test('[BH11] a committee’s file sent by the page is kept, and never written over', async () => {
  const { cookie, origin } = await enter()
  const headers = { cookie, origin, 'content-type': 'application/octet-stream' }
  const send = async (content: string) =>
    JSON.parse(
      (await knock('/upload?name=jury.delibere', { method: 'POST', headers, body: content })).body.toString(),
    ).path
  expect(await send('one')).toBe(join(dir, 'files', 'jury.delibere'))
  expect(await send('two')).toBe(join(dir, 'files', 'jury (2).delibere'))
  await host.close()
  expect(readdirSync(join(dir, 'files')).sort()).toEqual(['jury (2).delibere', 'jury.delibere'])
})

test('[BH12] the host asks the page for a file; a path it did not hand out is no answer', async () => {
  const { cookie, origin } = await enter()
  const page = await listen(cookie)
  const choosing = services.chooseFileToOpen('import')
  const { id, kind, fileKind } = (await page.next()) as Record<string, string>
  expect({ kind, fileKind }).toEqual({ kind: 'host.file-wanted', fileKind: 'import' })

  const choose = (path: string | null) =>
    knock(`/choice/${id}`, {
      method: 'POST',
      headers: { cookie, origin, ...json },
      body: JSON.stringify({ path }),
    })
  expect((await choose('/etc/passwd')).status).toBe(404)
  const headers = { cookie, origin, 'content-type': 'application/octet-stream' }
  const sent = await knock('/upload?name=fiches.txt', { method: 'POST', headers, body: 'x' })
  const { path } = JSON.parse(sent.body.toString())
  expect((await choose(path)).status).toBe(204)
  expect(await choosing).toBe(path)
  expect((await choose(path)).status).toBe(404)
  page.close()
})

test('[BH12] the host asks the page for a new folder, which the person types; a bare name stands beside the files', async () => {
  const { cookie, origin } = await enter()
  const page = await listen(cookie)
  const typed = async (answerOf: (suggested: string) => string | null) => {
    const choosing = services.chooseNewFolder('Lettres PV-2026-001')
    const { id, kind, suggested } = (await page.next()) as Record<string, string>
    expect({ kind, suggested }).toEqual({
      kind: 'host.folder-wanted',
      suggested: join(dir, 'files', 'Lettres PV-2026-001'),
    })
    await knock(`/choice/${id}`, {
      method: 'POST',
      headers: { cookie, origin, ...json },
      body: JSON.stringify({ path: answerOf(suggested ?? '') }),
    })
    return choosing
  }
  expect(await typed((suggested) => suggested)).toBe(join(dir, 'files', 'Lettres PV-2026-001'))
  expect(await typed(() => join(dir, 'ailleurs'))).toBe(join(dir, 'ailleurs'))
  expect(await typed(() => 'Courriers')).toBe(join(dir, 'files', 'Courriers'))
  expect(await typed(() => null)).toBe(null)
  page.close()
})

test('[BH12] with no page open nobody waits for a file', async () => {
  expect(await services.chooseFileToOpen('document')).toBe(null)
  expect(await services.chooseNewFolder('Lettres')).toBe(null)
})

test('[BH13] a file written where the page asked to save is offered as a download', async () => {
  const { cookie, origin } = await enter()
  const page = await listen(cookie)
  const path = (await services.chooseFileToSave('procès-verbal.pdf')) ?? ''
  answer = () => writeFileSync(path, '%PDF')
  await knock('/rpc/document.export', { method: 'POST', headers: { cookie, origin, ...json }, body: '{}' })
  const { id, kind, name } = (await page.next()) as Record<string, string>
  expect({ kind, name }).toEqual({ kind: 'host.download-ready', name: 'procès-verbal.pdf' })
  const downloaded = await knock(`/download/${id}`, { headers: { cookie } })
  expect(downloaded.body.toString()).toBe('%PDF')
  expect(downloaded.headers['content-disposition']).toBe(
    "attachment; filename*=UTF-8''proc%C3%A8s-verbal.pdf",
  )
  expect((await knock('/download/other', { headers: { cookie } })).status).toBe(404)
  page.close()
})

test('[BH14] tells the page what the use cases tell', async () => {
  const { cookie } = await enter()
  const page = await listen(cookie)
  tell({ kind: 'file', open: true })
  expect(await page.next()).toEqual({ kind: 'file', open: true })
  page.close()
})

test.for(['/../package.json', '/%2e%2e/%2e%2e/etc/passwd', '/..%5c..%5cx.txt', '/user/incidents.log%00.js'])(
  '[BH15] %s does not climb out of the screens',
  async (path) => {
    const { cookie } = await enter()
    const refused = await knock(path, { headers: { cookie } })
    expect(refused.status).toBeGreaterThanOrEqual(400)
  },
)

test('[BH16] sweeps what a killed host left behind', async () => {
  const exchange = join(dir, 'second', 'exchange')
  const { mkdirSync } = await import('node:fs')
  mkdirSync(join(exchange, '999999999-abc'), { recursive: true })
  const { createExchangeFolder } = await import('#main/hosts/browser/exchangeFolder.ts')
  const folder = createExchangeFolder(join(dir, 'second'), join(dir, 'files'))
  expect(existsSync(join(exchange, '999999999-abc'))).toBe(false)
  folder.empty()
})

/** An open event stream, one event at a time. */
async function listen(cookie: string): Promise<{ next(): Promise<unknown>; close(): void }> {
  const { port } = new URL(host.entryUrl)
  const headers = { cookie, 'sec-fetch-site': 'same-origin' }
  return new Promise((resolve) => {
    const request = httpRequest({ host: '127.0.0.1', port, path: '/events', headers }, (response) => {
      let text = ''
      const events: unknown[] = []
      const waiting: ((event: unknown) => void)[] = []
      response.on('data', (chunk: Buffer) => {
        text += chunk
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const block = text.slice(0, end)
          text = text.slice(end + 2)
          if (!block.startsWith('data: ')) continue
          const event: unknown = JSON.parse(block.slice('data: '.length))
          const next = waiting.shift()
          if (next === undefined) events.push(event)
          else next(event)
        }
      })
      response.once('data', () =>
        resolve({
          next: () => new Promise((take) => (events.length > 0 ? take(events.shift()) : waiting.push(take))),
          close: () => request.destroy(),
        }),
      )
      response.on('error', () => {})
    })
    request.on('error', () => {})
    request.end()
  })
}
