import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loginReturnPath } from '#server/http/routes/loginRoutes.ts'
import { openIdProvider } from '#server/login/openIdProvider.ts'
import { browse, client, type LocalProvider, localProvider } from '../support/localProvider.ts'
import { testDevice } from '../support/testDevice.ts'
import { type TestServer, testServer } from '../support/testServer.ts'

// The whole way, against a real provider: only the browser is played.

const origin = 'https://delibere.test'
const port = 40_123

let folder: string
let provider: LocalProvider
let server: TestServer
let admin: string

const open = async (acr: readonly string[] = ['eidas1', 'eidas2']) => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-login-'))
  const returnAddress = origin + loginReturnPath
  provider = await localProvider(returnAddress)
  server = await testServer(
    { kind: 'sqlite', path: join(folder, 'server.db'), key: null },
    { origin: () => origin },
    {
      identityProvider: openIdProvider(
        { issuer: provider.issuer, clientId: client.id, clientSecret: client.secret, returnAddress, acr },
        () => {},
      ),
    },
  )
  admin = (await server.join(testDevice('laptop'), server.firstCode, 'Anne Moal')).body.session.token
}
beforeEach(() => open())
afterEach(async () => {
  await server.close()
  await provider.close()
  rmSync(folder, { recursive: true, force: true })
})

const newVerifier = () => randomBytes(32).toString('base64url')
const digestOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')

/** From the application's first address to the one that the provider sends the browser back to. */
const signIn = async (verifier: string) => {
  const begun = await server.ask('GET', `login?challenge=${digestOf(verifier)}&port=${port}`)
  expect(begun.status).toBe(303)
  const returned = await browse(String(begun.headers.location), (address) => address.origin === origin)
  return { begun: new URL(String(begun.headers.location)), returned }
}
const comeBack = (returned: URL) => server.ask('GET', returned.pathname + returned.search)
const codeIn = (answer: { readonly headers: Readonly<Record<string, unknown>> }) => {
  const next = new URL(String(answer.headers.location))
  expect([next.origin, next.pathname]).toEqual([`http://127.0.0.1:${port}`, '/'])
  return next.searchParams.get('code') ?? ''
}
const login = async (verifier: string) => codeIn(await comeBack((await signIn(verifier)).returned))
const collect = (code: string, verifier: string) =>
  server.ask('POST', 'login/collect', { body: { code, verifier } })
const link = (code: string, verifier: string, token = admin) =>
  server.ask('POST', 'identities', { token, body: { code, verifier } })

test('[SV13] an account is tied to an identity once, which then opens its session and enrols a device', async () => {
  provider.next = { account: 'anne', acr: 'eidas1' }
  const first = newVerifier()
  expect((await link(await login(first), first)).status).toBe(204)
  const second = newVerifier()
  const { status, body } = await collect(await login(second), second)
  expect(status).toBe(200)
  const me = await server.ask('GET', 'me', { token: body.session.token })
  expect([me.body.name, me.body.device]).toEqual(['Anne Moal', null])
  const device = await server.ask('POST', 'devices', {
    token: body.session.token,
    body: await server.proof(testDevice('second')),
  })
  expect(device.status).toBe(201)
  // The session of a device enrols no other.
  const third = await server.ask('POST', 'devices', {
    token: device.body.session.token,
    body: await server.proof(testDevice('third')),
  })
  expect(third.body.code).toBe('account.not-allowed')
  const kept = await server.accounts.database.all('SELECT issuer, subject FROM identities')
  expect(kept).toEqual([{ issuer: provider.issuer.origin, subject: 'pairwise-delibere-anne' }])
})

test('[SV13] the request asks for a code with PKCE S256, a state, a nonce, a level, and no more than openid', async () => {
  provider.next = { account: 'anne', acr: 'eidas1' }
  const { searchParams } = (await signIn(newVerifier())).begun
  expect(Object.fromEntries(searchParams)).toEqual({
    response_type: 'code',
    client_id: client.id,
    redirect_uri: origin + loginReturnPath,
    scope: 'openid',
    state: searchParams.get('state'),
    nonce: searchParams.get('nonce'),
    code_challenge: searchParams.get('code_challenge'),
    code_challenge_method: 'S256',
    acr_values: 'eidas1 eidas2',
  })
  expect(searchParams.get('state')).toMatch(/^[0-9a-f-]{36}\..{40,}$/)
  expect(searchParams.get('nonce')?.length).toBeGreaterThan(40)
})

test('[SV13] an identity that no account is tied to is refused; one of another account is not taken over', async () => {
  provider.next = { account: 'inconnu', acr: 'eidas1' }
  const first = newVerifier()
  expect((await collect(await login(first), first)).body.code).toBe('account.identity-unknown')
  const second = newVerifier()
  expect((await link(await login(second), second)).status).toBe(204)
  const invited = await server.ask('POST', 'invitations', {
    token: admin,
    body: { name: 'Ewen Riou', role: 'member' },
  })
  const ewen = (await server.join(testDevice('b'), invited.body.code)).body.session.token
  const third = newVerifier()
  expect((await link(await login(third), third, ewen)).body.code).toBe('account.identity-taken')
})

test('[SV13] a code serves once, with its own verifier, for ten minutes', async () => {
  provider.next = { account: 'anne', acr: 'eidas1' }
  const first = newVerifier()
  await link(await login(first), first)
  const served = newVerifier()
  const code = await login(served)
  expect((await collect(code, served)).status).toBe(200)
  expect((await collect(code, served)).body.code).toBe('account.identity-refused')
  const stolen = await login(newVerifier())
  expect((await collect(stolen, newVerifier())).body.code).toBe('account.identity-refused')
  const late = newVerifier()
  const lateCode = await login(late)
  server.clock.now += 600_000
  expect((await collect(lateCode, late)).body.code).toBe('account.identity-refused')
})

test('[SV13] a return that was forged, replayed, or refused by the person gives a sentence and nothing else', async () => {
  provider.next = { account: 'anne', acr: 'eidas1' }
  const { returned } = await signIn(newVerifier())
  const forged = new URL(returned)
  forged.searchParams.set('state', `${server.organisation}.${newVerifier()}`)
  const altered = new URL(returned)
  altered.searchParams.set('code', 'another-code')
  for (const address of [forged, altered]) {
    const answer = await comeBack(address)
    expect([answer.status, answer.headers.location]).toEqual([403, undefined])
    expect(answer.text).toContain('Le service d’identité n’a pas confirmé la connexion.')
  }
  expect((await comeBack(returned)).status).toBe(303)
  expect((await comeBack(returned)).status).toBe(403)
  provider.next = null
  expect((await comeBack((await signIn(newVerifier())).returned)).status).toBe(403)
})

test('[SV13] a level that is not enough is refused, whatever the provider let through', async () => {
  await server.close()
  await provider.close()
  rmSync(folder, { recursive: true, force: true })
  await open(['eidas2'])
  provider.next = { account: 'anne', acr: 'eidas1' }
  expect((await comeBack((await signIn(newVerifier())).returned)).status).toBe(403)
  provider.next = { account: 'anne', acr: 'eidas2' }
  expect((await comeBack((await signIn(newVerifier())).returned)).status).toBe(303)
})

test('[SV13] the code goes to the loopback of the machine only; ports of the system are refused', async () => {
  for (const query of [`challenge=${digestOf('x')}&port=80`, `challenge=short&port=${port}`, `port=${port}`])
    expect((await server.ask('GET', `login?${query}`)).body.code).toBe('input.invalid')
})
