import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mark, sheetScope } from '#tests/operations/support/committee.ts'
import { statesOf } from '#tests/operations/support/replica.ts'
import { ask } from '../support/client.ts'
import { foundedCommittee, joinedMember } from '../support/foundedCommittee.ts'
import { freePort } from '../support/freePort.ts'
import type { Laptop, ServerPlace } from '../support/laptop.ts'
import { type ReverseProxy, reverseProxy } from '../support/reverseProxy.ts'
import { type ServerProcess, serverProcess } from '../support/serverProcess.ts'
import { overPostgres } from '../support/stores.ts'

// As the guide sets it up: a relay that ends TLS and shares requests out, two real processes, one PostgreSQL.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

overPostgres((kind) => {
  let folder: string
  let url: string
  let processes: ServerProcess[]
  let proxy: ReverseProxy
  let laptops: Laptop[]

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'delibere-proxy-'))
    const settings = await kind.newSettings()
    url = settings.kind === 'postgres' ? settings.url : ''
    processes = []
    laptops = []
  })
  afterEach(async () => {
    for (const one of laptops) one.exchange.close()
    for (const { child, ended } of processes) {
      child.kill('SIGKILL')
      await ended()
    }
    await proxy.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const begun = async (turn: 'each in turn' | 'by client') => {
    const key = join(folder, 'authority.pem')
    await serverProcess(['make-key', key], {}).ended()
    const ports = [await freePort(), await freePort()]
    proxy = await reverseProxy(() => ports, turn)
    for (const port of ports) {
      const env = {
        DATABASE_URL: url,
        DELIBERE_SERVER_AUTHORITY_KEY_FILE: key,
        DELIBERE_SERVER_DATA: join(folder, 'data'),
        DELIBERE_SERVER_ORIGIN: proxy.origin,
        DELIBERE_SERVER_PROXIES: '127.0.0.1',
        DELIBERE_SERVER_LISTEN: `127.0.0.1:${port}`,
        DELIBERE_SERVER_LOG: 'warn',
      }
      const server = serverProcess([], env)
      processes.push(server)
      await server.wrote(/^(Données) : /m)
    }
    const { body } = await ask(proxy.origin, 'GET', '/v1/server')
    const { origin: address, authorities } = proxy
    const place: ServerPlace = {
      ...{ address, authorities },
      ...{ organisation: body.organisation, pin: new Uint8Array() },
    }
    const [, code = ''] = /^Code de l’administrateur : (\S+)$/m.exec(processes[0]?.output() ?? '') ?? []
    const secretary = await foundedCommittee(place, code)
    const anne = await joinedMember(secretary, place, 'anne')
    const bruno = await joinedMember(secretary, place, 'bruno')
    laptops.push(secretary, anne, bruno)
    return { secretary, anne, bruno }
  }

  /** Both write, everybody ends with the same. */
  const exchanged = async (all: readonly Laptop[]) => {
    const [secretary, anne, bruno] = all as [Laptop, Laptop, Laptop]
    anne.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1100))
    bruno.write(sheetScope(2, 'm-bruno'), mark(2, 'm-bruno', 400))
    for (const one of all) await one.caughtUp()
    await until(() =>
      ['sheet/can-1/m-anne', 'sheet/can-2/m-bruno'].every(
        (sheet) => statesOf(secretary.copy)[sheet] !== undefined,
      ),
    )
    for (const one of all) {
      const own = [...one.copy.scan('own')].map(([, { ruling }]) => ruling?.verdict)
      expect(own).toEqual(own.map(() => 'ok'))
    }
  }

  test('[SV1] [SV4] [SV23] behind a relay that ends TLS and gives each request to the next process, one committee', async () => {
    const { secretary, anne, bruno } = await begun('each in turn')
    // An invitation says the name that devices call, and no key: the certificate is that of the relay.
    const invited = await secretary.ask('POST', 'invitations', { name: 'x', role: 'chair' })
    expect(invited.body.text.startsWith(`${proxy.origin}/rejoindre#`)).toBe(true)
    const all = [secretary, anne, bruno]
    for (const one of all) await one.connect()
    await exchanged(all)
    // Three channels and dozens of requests: both processes had some of each.
    for (const what of [/^WS > 0$/, /^WS > 1$/, /^POST .* > 0$/, /^POST .* > 1$/])
      expect(proxy.passed.filter((one) => what.test(one)).length).toBeGreaterThan(0)
    // One of them is stopped for its update: who was there comes back to the other, and nobody loses anything.
    const [first] = processes as [ServerProcess]
    first.child.kill('SIGTERM')
    expect(await first.ended()).toBe(0)
    for (const one of all) for (;;) if (await reconnected(one)) break
    await exchanged(all)
  })

  test('[SV23] [NW12] where the relay lets no WebSocket pass, the same by requests, to the real server', async () => {
    const all = Object.values(await begun('by client'))
    proxy.letsWebSockets = false
    for (const one of all) await one.connect()
    await exchanged(all)
    expect(proxy.passed.filter((one) => one.startsWith('WS'))).toEqual([])
    expect(proxy.passed.filter((one) => /\/sync\/frames > 0$/.test(one)).length).toBeGreaterThan(6)
    // A laptop that is taken out is cut there too.
    const [secretary, anne] = all as [Laptop, Laptop]
    const shut = new Promise((settle) => anne.channel()?.onClose(settle))
    expect((await secretary.ask('POST', 'devices/d-anne/revoke', { cause: 'retired' })).status).toBe(204)
    expect(await shut).toMatchObject({ kind: 'said', reason: 'revoked' })
  })
})

async function reconnected(one: Laptop): Promise<boolean> {
  await new Promise((next) => setTimeout(next, 50))
  try {
    await one.connect()
    return true
  } catch {
    return false
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 120_000; !holds(); ) {
    if (Date.now() > end) throw new Error('it never came')
    await new Promise((next) => setTimeout(next, 20))
  }
}
