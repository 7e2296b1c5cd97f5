import { generateKeyPairSync, sign } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { AccountContext } from '#server/accounts/accountContext.ts'
import { firstStart } from '#server/accounts/firstStart.ts'
import { claimAuthority } from '#server/authority/authorityRow.ts'
import { nodeCrypto } from '#server/authority/nodeCrypto.ts'
import { deviceBudget } from '#server/gate/deviceBudget.ts'
import { buildServer } from '#server/http/buildServer.ts'
import type { HttpSettings, ServerPorts } from '#server/http/serverPorts.ts'
import { openStore, type StoreSettings } from '#server/store/openStore.ts'
import { base64Url, type TestDevice } from './testDevice.ts'

/** A server over a real store, with a clock that stands still until it is moved. */
export interface TestServer {
  readonly http: FastifyInstance
  readonly accounts: AccountContext
  readonly organisation: string
  readonly firstCode: string
  readonly clock: { now: number }
  /** Every line that the server logged. */
  readonly logged: string[]
  ask(method: 'GET' | 'POST' | 'DELETE', path: string, options?: Asking): Promise<Answer>
  /** A challenge and the fields of an enrolment that answer it. */
  proof(device: TestDevice): Promise<Record<string, string>>
  join(device: TestDevice, code: string, ownName?: string): Promise<Answer>
  close(): Promise<void>
}

export interface Asking {
  readonly body?: unknown
  readonly token?: string
  readonly from?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: what a test reads of an answer, it compares whole.
  readonly body: any
  readonly text: string
  readonly headers: Readonly<Record<string, unknown>>
}

export async function testServer(
  store: StoreSettings,
  changes: Partial<HttpSettings> = {},
  ports: Partial<Pick<ServerPorts, 'identityProvider' | 'syncGate' | 'attachments' | 'budget'>> = {},
): Promise<TestServer> {
  const clock = { now: Date.UTC(2026, 10, 22, 9) }
  const logged: string[] = []
  const failures: unknown[] = []
  const database = await openStore(store, clock.now, (error) => failures.push(error))
  const pair = generateKeyPairSync('ed25519')
  const authority = {
    publicKey: new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)),
    sign: (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, pair.privateKey)),
    derive: () => new Uint8Array(32),
  }
  const accounts = { database, clock: { nowMs: () => clock.now }, crypto: nodeCrypto, authority }
  await database.transact((writer) => claimAuthority(writer, authority.publicKey, clock.now))
  const first = await firstStart(accounts, 'Communauté de Kerlann')
  if (first === null) throw new Error('the store was not empty')
  const http = await buildServer(
    {
      origin: () => 'https://delibere.test',
      tls: null,
      pin: null,
      proxies: [],
      metricsToken: null,
      requestsPerMinute: 10_000,
      anonymousRequestsPerMinute: 10_000,
      logLevel: 'info',
      logTo: { write: (line) => void logged.push(line) },
      ...changes,
    },
    {
      accounts,
      identityProvider: null,
      syncGate: null,
      attachments: null,
      budget: deviceBudget(10_000, () => clock.now),
      ...ports,
    },
  )
  const { organisation } = first

  const ask: TestServer['ask'] = async (method, path, { body, token, from, headers } = {}) => {
    const answered = await http.inject({
      method,
      url: path.startsWith('/') ? path : `/v1/organisations/${organisation}/${path}`,
      ...(body === undefined ? {} : { payload: body as object }),
      ...(from === undefined ? {} : { remoteAddress: from }),
      headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
    })
    const isJson = String(answered.headers['content-type']).includes('application/json')
    return {
      status: answered.statusCode,
      body: isJson ? answered.json() : answered.body,
      text: answered.body,
      headers: answered.headers,
    }
  }
  const proof: TestServer['proof'] = async (device) => {
    const { body } = await ask('POST', 'challenges')
    return {
      device: device.device,
      name: device.name,
      publicKey: base64Url(device.publicKey),
      challenge: body.challenge,
      proof: base64Url(device.prove(organisation, body.challenge)),
    }
  }
  return {
    http,
    accounts,
    organisation,
    firstCode: first.code,
    clock,
    logged,
    ask,
    proof,
    async join(device, code, ownName) {
      // Accounts are listed by the moment they were made.
      clock.now += 1
      return ask('POST', 'join', {
        body: { ...(await proof(device)), code, ...(ownName === undefined ? {} : { ownName }) },
      })
    },
    async close() {
      await http.close()
      await database.close()
      if (failures.length > 0) throw failures[0]
    },
  }
}
