import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loginReturnPath } from '#server/http/routes/loginRoutes.ts'
import { ask, proofFor } from '../support/client.ts'
import { freePort } from '../support/freePort.ts'
import { browse, client, type LocalProvider, localProvider } from '../support/localProvider.ts'
import { type ReverseProxy, reverseProxy } from '../support/reverseProxy.ts'
import { type ServerProcess, serverProcess } from '../support/serverProcess.ts'
import { testDevice } from '../support/testDevice.ts'

// The server as the guide configures it: a real process, by its environment alone, behind a relay that ends TLS, with a
// real provider. Only the browser is played.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let folder: string
let proxy: ReverseProxy
let provider: LocalProvider
let server: ServerProcess

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'delibere-whole-way-'))
  const port = await freePort()
  proxy = await reverseProxy(() => [port])
  provider = await localProvider(proxy.origin + loginReturnPath)
  const secret = join(folder, 'oidc-secret')
  writeFileSync(secret, `${client.secret}\n`)
  server = serverProcess([], {
    DELIBERE_SERVER_DATA: join(folder, 'data'),
    DELIBERE_SERVER_LISTEN: `127.0.0.1:${port}`,
    DELIBERE_SERVER_ORIGIN: proxy.origin,
    DELIBERE_SERVER_PROXIES: '127.0.0.1',
    DELIBERE_SERVER_OIDC_ISSUER: provider.issuer.href,
    DELIBERE_SERVER_OIDC_CLIENT_ID: client.id,
    DELIBERE_SERVER_OIDC_CLIENT_SECRET_FILE: secret,
    DELIBERE_SERVER_OIDC_ACR: 'eidas1,eidas2',
  })
  await server.wrote(/^Il sert (une) fois/m)
})
afterEach(async () => {
  server.child.kill('SIGKILL')
  await server.ended()
  await proxy.close()
  await provider.close()
  rmSync(folder, { recursive: true, force: true })
})

test('[SV13] [SV19] an identity is tied, opens a session, enrols a second laptop; the log of the server says nobody', async () => {
  const [organisation = '', code = ''] = await server.wrote(
    /^Organisation : (\S+)\nCode de l’administrateur : (\S+)$/m,
  )
  const root = `/v1/organisations/${organisation}`
  const joined = await ask(proxy.origin, 'POST', `${root}/join`, {
    body: {
      ...(await proofFor(proxy.origin, organisation, testDevice('first'))),
      ...{ code, ownName: 'Anne Moal' },
    },
  })
  expect(joined.status).toBe(201)
  provider.next = { account: 'anne@exemple.fr', acr: 'eidas1' }

  const signIn = async (): Promise<{ readonly code: string; readonly verifier: string }> => {
    const verifier = randomBytes(32).toString('base64url')
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    const begun = await headersOf(`${root}/login?challenge=${challenge}&port=40123`)
    const returned = await browse(String(begun.location), ({ origin }) => origin === proxy.origin)
    const sent = new URL(String((await headersOf(returned.pathname + returned.search)).location))
    expect(sent.origin).toBe('http://127.0.0.1:40123')
    return { code: sent.searchParams.get('code') ?? '', verifier }
  }
  const { token } = joined.body.session
  const linked = await ask(proxy.origin, 'POST', `${root}/identities`, { token, body: await signIn() })
  expect(linked.status).toBe(204)
  const collected = await ask(proxy.origin, 'POST', `${root}/login/collect`, { body: await signIn() })
  expect(collected.status).toBe(200)
  const enrolled = await ask(proxy.origin, 'POST', `${root}/devices`, {
    token: collected.body.session.token,
    body: await proofFor(proxy.origin, organisation, testDevice('second')),
  })
  expect(enrolled.status).toBe(201)
  const me = await ask(proxy.origin, 'GET', `${root}/me`, { token: enrolled.body.session.token })
  expect([me.body.name, me.body.device, me.body.devices.length]).toEqual(['Anne Moal', 'second', 2])
  // Codes and states travel in addresses: none of them is logged.
  for (const word of ['anne', 'Moal', 'state=', 'challenge=', collected.body.session.token])
    expect(server.output()).not.toContain(word)
})

const headersOf = (path: string): Promise<IncomingHttpHeaders> =>
  new Promise((resolve, reject) => {
    request(new URL(path, proxy.origin), { ca: proxy.authorities }, (response) => {
      response.resume()
      resolve(response.headers)
    })
      .on('error', reject)
      .end()
  })
