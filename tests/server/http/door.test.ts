import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deviceBudget } from '#server/gate/deviceBudget.ts'
import { addressKey } from '#server/http/addressKey.ts'
import { describeFailure } from '#server/http/describeFailure.ts'
import type { HttpSettings } from '#server/http/serverPorts.ts'
import { testDevice } from '../support/testDevice.ts'
import { type TestServer, testServer } from '../support/testServer.ts'

let folder: string
let server: TestServer

const open = async (changes: Partial<HttpSettings> = {}) => {
  server = await testServer({ kind: 'sqlite', path: join(folder, 'server.db'), key: null }, changes)
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-door-'))
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

test('[SV16] words planted in every input are in no log line, no error answer, no metric', async () => {
  await open({ metricsToken: 'a-token-for-the-metrics' })
  const words: string[] = []
  const plant = (place: string) => {
    const word = `Zyx${words.length}q${place}Wvu`
    words.push(word)
    return word
  }
  const answers: string[] = []
  const ask: TestServer['ask'] = async (...asked) => {
    const answer = await server.ask(...asked)
    answers.push(answer.text)
    return answer
  }
  const admin = (await server.join(testDevice('laptop'), server.firstCode, plant('name'))).body.session.token
  words.push(admin, server.firstCode.replaceAll('-', ''), server.firstCode)

  // What is accepted: the words are kept, and told to nobody but who may read them.
  const invitation = {
    name: plant('invited'),
    email: `${plant('mail').toLowerCase()}@kerlann.test`,
    role: 'guest',
  }
  const { body } = await server.ask('POST', 'invitations', {
    token: admin,
    body: { ...invitation, dossiers: ['d-77-secret'] },
  })
  words.push('d-77-secret', body.code, 'kerlann.test')

  // What is refused: in a path, a query, a header, a body, its keys, a token, a type, a broken JSON.
  for (const [method, path] of [
    ['GET', `/${plant('path')}`],
    ['GET', `/v1/organisations/${plant('organisation')}/me`],
    ['GET', `/v1/organisations/${plant('organisation')}/me?name=${plant('query')}`],
    ['DELETE', `mandates/${plant('mandate')}`],
    ['DELETE', `mandates/%00${plant('nul')}`],
    ['POST', `devices/${plant('device')}/revoke`],
  ] as const) {
    const answer = await ask(method, path, {
      token: admin,
      body: method === 'POST' ? { cause: plant('cause') } : undefined,
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
  }
  for (const body of [
    { name: plant('field'), email: plant('notmail'), role: 'guest' },
    { name: plant('role'), role: plant('badrole') },
    { name: `${plant('control')}\u0000`, role: 'guest' },
    { [plant('key')]: 1 },
    [plant('array')],
  ])
    expect((await ask('POST', 'invitations', { token: admin, body })).status).toBe(400)
  const text = { 'content-type': 'application/json' }
  for (const [body, headers] of [
    [`{"name": ${plant('broken')}`, text],
    [`{"__proto__": {"x": "${plant('proto')}"}}`, text],
    [plant('type'), { 'content-type': `text/${plant('mime')}` }],
    [JSON.stringify({ code: plant('large').repeat(10_000) }), text],
  ] as const)
    expect((await ask('POST', 'join', { body, headers })).status).toBeGreaterThanOrEqual(400)
  expect((await ask('GET', 'me', { token: plant('token') })).status).toBe(401)
  expect((await ask('GET', 'me', { token: plant('token').padEnd(43, 'A') })).status).toBe(401)
  expect((await ask('GET', 'me', { headers: { 'x-request-id': plant('requestid') } })).status).toBe(401)
  expect((await server.join(testDevice(plant('dev')), plant('code'))).status).toBe(403)

  // What fails without having been foreseen: the database says what it was given.
  const failing = server.accounts.database.transact.bind(server.accounts.database)
  const broken = Object.assign(new Error(`duplicate key (${plant('driver')})\n    at ${plant('stack')}`), {
    code: '23505',
    detail: plant('detail'),
  })
  Object.assign(server.accounts.database, { transact: () => Promise.reject(broken) })
  const failed = await ask('POST', 'challenges')
  Object.assign(server.accounts.database, { transact: failing })
  expect([failed.status, failed.body.code]).toEqual([500, 'server.failed'])
  expect(server.logged.join('')).toContain(failed.body.details.incident)
  server.http.log.error(broken, plant('library'))
  server.http.log.warn(plant('warning'))

  const metrics = await server.ask('GET', '/metrics', {
    headers: { authorization: 'Bearer a-token-for-the-metrics' },
  })
  expect(metrics.text).toContain('delibere_http_request_seconds_count')
  expect(words.length).toBeGreaterThan(30)
  expect(server.logged.length).toBeGreaterThan(20)
  const told = [...server.logged, ...answers, metrics.text].join('\n')
  for (const word of words) {
    expect(told.toLowerCase()).not.toContain(word.toLowerCase())
  }
})

test('[SV16] a request is logged by its pattern, a failure by its class, code and place', async () => {
  await open()
  await server.ask('GET', 'me')
  const line = JSON.parse(server.logged.at(-1) ?? '')
  expect(line).toEqual({
    level: 30,
    time: line.time,
    reqId: line.reqId,
    method: 'GET',
    route: '/v1/organisations/:organisation/me',
    status: 401,
    ms: line.ms,
    msg: 'request',
  })
  const described = describeFailure(Object.assign(new TypeError('secret\n    at secret'), { code: 'E_X' }))
  expect([described.failure, described.code]).toEqual(['TypeError', 'E_X'])
  expect(described.at[0]).toContain('door.test.ts')
  expect(described.at.join()).not.toContain('secret')
  expect(describeFailure(Object.assign(new Error('x'), { code: 'a secret value' })).code).toBeNull()
})

test('[SV15] a refusal has its code and its sentence, on every path', async () => {
  await open()
  const untouched = 'Rien n’a été modifié.'
  const cases = [
    [await server.ask('GET', '/nothing/here'), 404, 'server.no-such-address'],
    [await server.ask('POST', '/v1/organisations/unknown/challenges'), 404, 'server.no-such-address'],
    [await server.ask('POST', 'join', { body: {} }), 400, 'input.invalid'],
    [await server.join(testDevice('b'), 'wrong'), 403, 'account.code-refused'],
  ] as const
  for (const [{ status, body }, wantedStatus, code] of cases) {
    expect([status, body.code]).toEqual([wantedStatus, code])
    expect(body.message).toContain(untouched)
  }
})

test('[SV17] bodies are bounded', async () => {
  await open()
  const answer = await server.ask('POST', 'join', { body: { code: 'x'.repeat(70_000) } })
  expect([answer.status, answer.body.code]).toEqual([413, 'server.too-large'])
})

test('[SV17] requests are bounded by address, anonymous ones sooner, probes never', async () => {
  await open({ requestsPerMinute: 8, anonymousRequestsPerMinute: 3 })
  const statuses = async (path: string, count: number, from: string) => {
    const found = []
    for (let i = 0; i < count; i++) {
      const method = path === 'challenges' ? 'POST' : 'GET'
      found.push((await server.ask(method, path, { from })).status)
    }
    return found
  }
  expect(await statuses('challenges', 4, '192.0.2.1')).toEqual([201, 201, 201, 429])
  expect(await statuses('challenges', 1, '192.0.2.2')).toEqual([201])
  expect(await statuses('me', 9, '192.0.2.3')).toEqual([...Array(8).fill(401), 429])
  const busy = await server.ask('GET', 'me', { from: '192.0.2.3' })
  expect(busy.body.code).toBe('server.busy')
  expect(Number(busy.headers['retry-after'])).toBeGreaterThan(0)
  expect(await statuses('/health', 20, '192.0.2.3')).toEqual(Array(20).fill(200))
})

test('[SV17] a device is bounded by itself, wherever it asks from; others at the same address are not concerned', async () => {
  const now = () => server.clock.now
  server = await testServer(
    { kind: 'sqlite', path: join(folder, 'server.db'), key: null },
    {},
    { budget: deviceBudget(5, () => now()) },
  )
  const admin = (await server.join(testDevice('laptop'), server.firstCode, 'Anne')).body.session.token
  const invited = await server.ask('POST', 'invitations', {
    token: admin,
    body: { name: 'Bruno', role: 'member' },
  })
  const bruno = (await server.join(testDevice('b'), invited.body.code)).body.session.token
  const statuses = []
  for (let n = 0; n < 6; n++)
    statuses.push((await server.ask('GET', 'me', { token: admin, from: `192.0.2.${n}` })).status)
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429])
  expect((await server.ask('GET', 'me', { token: admin })).body.code).toBe('server.busy')
  expect((await server.ask('GET', 'me', { token: bruno })).status).toBe(200)
  server.clock.now += 12_000
  expect((await server.ask('GET', 'me', { token: admin })).status).toBe(200)
})

test('[SV17] the address of the caller is the proxy’s word only when the proxy is declared', async () => {
  await open({ anonymousRequestsPerMinute: 1 })
  const claim = (n: number) => ({ from: '192.0.2.9', headers: { 'x-forwarded-for': `198.51.100.${n}` } })
  expect((await server.ask('POST', 'challenges', claim(1))).status).toBe(201)
  expect((await server.ask('POST', 'challenges', claim(2))).status).toBe(429)
  await server.close()
  rmSync(join(folder, 'server.db'))
  await open({ anonymousRequestsPerMinute: 1, proxies: ['192.0.2.9'] })
  expect((await server.ask('POST', 'challenges', claim(1))).status).toBe(201)
  expect((await server.ask('POST', 'challenges', claim(2))).status).toBe(201)
  expect((await server.ask('POST', 'challenges', claim(2))).status).toBe(429)
})

test('[SV17] one subscriber of IPv6 is one address', async () => {
  await open()
  expect(addressKey('192.0.2.1')).toBe('192.0.2.1')
  expect(addressKey('::ffff:192.0.2.1')).toBe('192.0.2.1')
  const same = ['2001:db8:1:2::1', '2001:DB8:1:2:ffff::', '2001:0db8:0001:0002:1:2:3:4'].map(addressKey)
  expect(new Set(same)).toEqual(new Set(['2001:db8:1:2']))
  expect(addressKey('2001:db8:1:3::1')).toBe('2001:db8:1:3')
  expect(addressKey('::1')).toBe('0:0:0:0')
})

test('[SV18] ready with the right schema, not when the database is newer, not while stopping', async () => {
  await open()
  const ready = async () => (await server.ask('GET', '/ready')).status
  expect([(await server.ask('GET', '/health')).status, await ready()]).toEqual([200, 200])
  const { database } = server.accounts
  await database.transact((writer) =>
    writer.run('INSERT INTO schema_versions (version, applied_at) VALUES (?, ?)', 900, 1),
  )
  const answer = await server.ask('GET', '/ready')
  expect([answer.status, answer.body.code]).toEqual([503, 'server.unavailable'])
  expect((await server.ask('GET', '/health')).status).toBe(200)
})

test('[SV16] metrics ask for their token, and do not exist without one', async () => {
  await open()
  expect((await server.ask('GET', '/metrics')).status).toBe(404)
  await server.close()
  rmSync(join(folder, 'server.db'))
  await open({ metricsToken: 'a-token-for-the-metrics' })
  expect((await server.ask('GET', '/metrics')).status).toBe(403)
  expect((await server.ask('GET', '/metrics', { headers: { authorization: 'Bearer x' } })).status).toBe(403)
})

test('[SV15] every answer carries the headers that keep a browser from doing anything with it', async () => {
  await open()
  for (const path of ['/health', '/nothing', 'me']) {
    const { headers } = await server.ask('GET', path)
    expect(headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'strict-transport-security': 'max-age=31536000',
    })
  }
})
