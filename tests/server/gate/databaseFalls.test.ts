import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStore } from '#server/store/openStore.ts'
import { mark, sheetScope } from '#tests/operations/support/committee.ts'
import { statesOf } from '#tests/operations/support/replica.ts'
import { ask } from '../support/client.ts'
import { foundedCommittee, joinedMember } from '../support/foundedCommittee.ts'
import type { Laptop } from '../support/laptop.ts'
import { type RunningServer, runningServer, stopServer } from '../support/runningServer.ts'
import { serverProcess } from '../support/serverProcess.ts'
import { overPostgres } from '../support/stores.ts'
import { testServer } from '../support/testServer.ts'

// Two real processes of the server, and the real database dies under them.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

overPostgres((kind, postgres) => {
  let folder: string
  let url: string
  let running: RunningServer[]
  let laptops: Laptop[]

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'delibere-falls-'))
    const settings = await kind.newSettings()
    url = settings.kind === 'postgres' ? settings.url : ''
    running = []
    laptops = []
  })
  afterEach(async () => {
    for (const one of laptops) one.exchange.close()
    for (const one of running) await stopServer(one, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  test('[SV3] [SV18] the database dies in the middle of pushes: the processes live and say so, nothing acknowledged is lost', async () => {
    const key = join(folder, 'authority.pem')
    await serverProcess(['make-key', key], {}).ended()
    const env = {
      DATABASE_URL: url,
      DELIBERE_SERVER_AUTHORITY_KEY_FILE: key,
      DELIBERE_SERVER_DATA: join(folder, 'data'),
    }
    for (let n = 0; n < 2; n++) running.push(await runningServer(env))
    const [one, two] = running as [RunningServer, RunningServer]
    const secretary = await foundedCommittee(one.place, one.firstCode ?? '')
    const anne = await joinedMember(secretary, one.place, 'anne')
    const bruno = await joinedMember(secretary, one.place, 'bruno')
    laptops.push(secretary, anne, bruno)
    await anne.connect(one.address)
    await bruno.connect(two.address)
    const write = (who: Laptop, member: string, from: number, to: number) => {
      for (let n = from; n < to; n++) who.write(sheetScope(1, member), mark(1, member, (n % 20) * 100))
    }
    const settled = (who: Laptop) => who.events.filter(({ kind: what }) => what === 'settled').length
    write(anne, 'm-anne', 0, 60)
    write(bruno, 'm-bruno', 0, 60)
    await until(() => settled(anne) >= 3 && settled(bruno) >= 3)
    await postgres().crash()
    write(anne, 'm-anne', 60, 70)

    for (const { address } of running) {
      expect((await ask(address, 'GET', '/health')).status).toBe(200)
      expect(await ask(address, 'GET', '/ready')).toMatchObject({
        status: 503,
        body: { code: 'server.unavailable' },
      })
      // Whoever asks for anything is told to come back, not that something unforeseen happened.
      expect(await anne.ask('GET', 'me')).toMatchObject({ status: 503, body: { code: 'server.unavailable' } })
    }
    expect(await secretary.refusedConnection()).toBe('server.unavailable')
    const acknowledged = [anne, bruno].map((who) =>
      [...who.copy.scan('own')].flatMap(([, { ruling }]) => (ruling === null ? [] : [ruling])),
    )
    expect(acknowledged.every((rulings) => rulings.length > 0)).toBe(true)

    await postgres().startAgain()
    for (const { address } of running)
      await until(async () => (await ask(address, 'GET', '/ready')).status === 200)
    for (const [who, at, before] of [
      [anne, two, acknowledged[0]],
      [bruno, one, acknowledged[1]],
    ] as const) {
      await who.connect(at.address)
      await who.caughtUp()
      const rulings = [...who.copy.scan('own')].map(([, { ruling }]) => ruling)
      // What was acknowledged before stands at the same place, what was not came since.
      expect(rulings.slice(0, before?.length)).toEqual(before)
      expect(rulings.map((ruling) => ruling?.verdict)).toEqual(rulings.map(() => 'ok'))
    }
    await secretary.connect(two.address)
    await secretary.caughtUp()
    for (const [who, member] of [
      [anne, 'm-anne'],
      [bruno, 'm-bruno'],
    ] as const)
      expect(statesOf(secretary.copy)[`sheet/can-1/${member}`]).toEqual(
        statesOf(who.copy)[`sheet/can-1/${member}`],
      )
    const database = await openStore({ kind: 'postgres', url, mostConnections: 2 }, 1, () => {})
    const places = await database.all<{ readonly g: number }>('SELECT g FROM entries ORDER BY g')
    await database.close()
    expect(places.map(({ g }) => g)).toEqual(places.map((_, index) => index + 1))
    // Both heard of each other again: what is published after the fall is told.
    anne.write(sheetScope(2, 'm-anne'), mark(2, 'm-anne', 700))
    await until(() => statesOf(secretary.copy)['sheet/can-2/m-anne'] !== undefined)
    for (const server of running) expect(await stopServer(server)).toBe(0)
  })

  test('[SV18] a database that says nothing is not ready, and whoever asks does not wait for ever', async () => {
    const server = await testServer({ kind: 'postgres', url, mostConnections: 3 })
    const holder = new pg.Client({ connectionString: url })
    await holder.connect()
    try {
      expect((await server.ask('GET', '/ready')).status).toBe(200)
      await holder.query('BEGIN')
      await holder.query('LOCK TABLE schema_versions IN ACCESS EXCLUSIVE MODE')
      expect((await server.ask('GET', '/ready')).body.code).toBe('server.unavailable')
      expect((await server.ask('GET', '/health')).status).toBe(200)
      await holder.query('ROLLBACK')
      expect((await server.ask('GET', '/ready')).status).toBe(200)
    } finally {
      await holder.end()
      await server.close()
    }
  })
})

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 120_000; !(await holds()); ) {
    if (Date.now() > end) throw new Error('it never came')
    await new Promise((next) => setTimeout(next, 20))
  }
}
