import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openStore, type StoreSettings } from '#server/store/openStore.ts'
import { adoptStates } from '#shared/operations/authority/adoptStates.ts'
import { foundAuthority } from '#shared/operations/authority/foundAuthority.ts'
import { memoryRows } from '#shared/operations/authority/memoryRows.ts'
import { decodeCommitBody } from '#shared/operations/commitDecode.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import type { Role } from '#shared/operations/rights/mandate.ts'
import { mark, recusalDeclared, sheetScope } from '#tests/operations/support/committee.ts'
import { statesFed, statesOf } from '#tests/operations/support/replica.ts'
import { committeeStates, foundedCommittee, joinedMember } from '../support/foundedCommittee.ts'
import { type Laptop, laptop } from '../support/laptop.ts'
import { type RunningServer, runningServer, stopServer } from '../support/runningServer.ts'
import { serverProcess } from '../support/serverProcess.ts'
import { overPostgres } from '../support/stores.ts'
import { postgresBinaries } from '../support/temporaryPostgres.ts'

// Real processes, several a test: slow on a machine that does other things too.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

/** What a server of two kinds is started with. */
type Env = Readonly<Record<string, string>>

describe('SQLite', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'delibere-centre-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  suite(async () => ({ DELIBERE_SERVER_DATA: join(folder, 'data') }))
})

overPostgres((kind) => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'delibere-centre-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  suite(async () => {
    const settings = await kind.newSettings()
    const key = join(folder, 'authority.pem')
    await serverProcess(['make-key', key], {}).ended()
    return {
      DATABASE_URL: settings.kind === 'postgres' ? settings.url : '',
      DELIBERE_SERVER_AUTHORITY_KEY_FILE: key,
      DELIBERE_SERVER_DATA: join(folder, 'data'),
    }
  })
})

function suite(newEnv: () => Promise<Env>): void {
  let env: Env
  let running: RunningServer[]
  let laptops: Laptop[]
  beforeEach(async () => {
    env = await newEnv()
    running = []
    laptops = []
  })
  afterEach(async () => {
    for (const one of laptops) one.exchange.close()
    for (const one of running) await stopServer(one, 'SIGKILL')
  })
  const start = async (more: Env = {}): Promise<RunningServer> => {
    const server = await runningServer({ ...env, ...more })
    running.push(server)
    return server
  }
  const kept = <T extends Laptop>(one: T): T => {
    laptops.push(one)
    return one
  }
  const begun = async () => {
    const server = await start()
    const secretary = kept(await foundedCommittee(server.place, server.firstCode ?? ''))
    return { server, secretary }
  }
  const storeSettings = (): StoreSettings =>
    env.DATABASE_URL === undefined
      ? { kind: 'sqlite', path: join(env.DELIBERE_SERVER_DATA ?? '', 'server.db'), key: null }
      : { kind: 'postgres', url: env.DATABASE_URL, mostConnections: 2 }
  /** Device, kind and who asked, of every commit of the control scope, in the order of the log. */
  const controlActs = async () => {
    const database = await openStore(storeSettings(), 1, () => {})
    const rows = await database.all<{ readonly device: string; readonly body: Uint8Array }>(
      "SELECT device, body FROM commits WHERE scope = 'control' AND verdict = 'ok' ORDER BY g",
    )
    await database.close()
    return rows.flatMap(({ device, body }) => {
      const read = decodeCommitBody(new Uint8Array(body))
      return read.ok ? read.value.ops.map(({ k, ob }) => [device, k, ob]) : []
    })
  }
  const states = committeeStates()
  const seenBy = (role: Role, memberId: string | null) => {
    const mandates = [{ id: 'm', user: 'u', role, memberId, dossiers: [], ended: false }]
    const rows = adoptStates(states, 'd-secretary')
    return statesFed(
      snapshotFor(memoryRows(foundAuthority({ log: 'centre', users: [], devices: [], mandates, rows })), {
        user: 'u',
      }).rows,
    )
  }
  const value = (one: Laptop, entity: string) => statesOf(one.copy)[entity]

  test('[SV22] an empty organisation begins with the file that its secretariat brings: once, whoever asks again', async () => {
    const server = await start()
    const secretary = kept(laptop(server.place, 'd-secretary'))
    await secretary.join(server.firstCode ?? '', 'Camille')
    expect(await secretary.bring('file-1', states)).toMatchObject({
      status: 403,
      body: { code: 'account.not-allowed' },
    })
    await secretary.ask('POST', 'mandates', { userId: secretary.user(), role: 'secretariat' })
    expect(await secretary.refusedConnection()).toBe('server.not-founded')
    const lease = { session: 'ses-1', hub: 'd-secretary', from: 0, to: 1 }
    expect(await secretary.ask('POST', 'leases', lease)).toMatchObject({
      status: 409,
      body: { code: 'server.not-founded' },
    })
    const founded = { status: 200, body: { founded: true, log: `centre/${server.place.organisation}` } }
    expect(await secretary.bring('file-1', states)).toMatchObject(founded)
    expect(await secretary.bring('file-1', states)).toMatchObject(founded)
    expect(await secretary.bring('file-2', states)).toMatchObject({
      status: 409,
      body: { code: 'sync.other-committee' },
    })
    expect(await secretary.bring('file-1', states.slice(1))).toMatchObject({
      status: 409,
      body: { code: 'sync.other-committee' },
    })
    await secretary.connect()
    expect(statesFed(await secretary.firstCopy())).toEqual(seenBy('secretariat', null))
  })

  test('[SV24] [SY3] each gets the first copy that he may read, and no other', async () => {
    const { server, secretary } = await begun()
    await secretary.connect()
    for (const [name, role, memberId] of [
      ['anne', 'member', 'm-anne'],
      ['bruno', 'member', 'm-bruno'],
      ['ines', 'instructor', null],
    ] as const) {
      const one = kept(await joinedMember(secretary, server.place, name, { role, memberId }))
      await one.connect()
      const copied = statesFed(await one.firstCopy())
      expect(copied).toEqual(seenBy(role, memberId))
      expect(Object.keys(copied).length).toBeGreaterThan(3)
      // Made once, given again.
      expect(statesFed(await one.firstCopy())).toEqual(copied)
    }
  })

  test('[SV24] [EX14] a copy is taken anew in chunks, never one of before what its reader saw', async () => {
    const { server, secretary } = await begun()
    await secretary.connect()
    await secretary.caughtUp()
    const log = `centre/${server.place.organisation}`
    const asOf = async (atLeast: number) => {
      const offered = await secretary.exchange.ask('first-sync', { atLeast })
      const [signed] = offered.ok ? offered.value.manifests : []
      return JSON.parse(Buffer.from(signed?.manifest ?? []).toString()).g as number
    }
    const before = await asOf(0)
    secretary.write('shared', {
      k: 'member.change@1',
      e: 'member/m-anne',
      x: 1,
      d: { set: { capacity: 'maire de Berric' } },
    })
    await secretary.caughtUp()
    const { g = 0 } = secretary.copy.row('cursor', log) ?? {}
    expect([await asOf(0), g]).toEqual([before, before + 1])
    // Owed, as after a restore or a change of rights: its state is lost, its place in the log is not.
    secretary.copy.apply([
      { table: 'aggregate', key: 'member/m-anne', row: null },
      { table: 'anew', key: log, row: { g } },
    ])
    secretary.exchange.tick()
    await until(() => secretary.copy.row('anew', log) === null)
    expect(value(secretary, 'member/m-anne')).toMatchObject({ capacity: 'maire de Berric' })
    expect(await asOf(0)).toBe(g)
  })

  test('[SV14] [SY14] every act on accounts after the founding is an entry of the log, in the name of who asked', async () => {
    const { server, secretary } = await begun()
    const anne = kept(await joinedMember(secretary, server.place, 'anne'))
    await anne.connect()
    await anne.caughtUp()
    // device.found, then user.invite, mandate.give, device.enrol.
    expect(anne.copy.row('cursor', `centre/${server.place.organisation}`)?.g).toBe(4)
    expect(await controlActs()).toEqual([
      ['centre', 'device.found@1', undefined],
      ['centre', 'user.invite@1', secretary.user()],
      ['centre', 'mandate.give@1', secretary.user()],
      ['centre', 'device.enrol@1', anne.user()],
    ])
    const { body: people } = await secretary.ask('GET', 'users')
    expect(people.map(({ name }: { name: string }) => name)).toEqual(['Camille Secrétaire', 'anne'])
    const lease = { session: 'ses-1', hub: 'd-secretary', from: 0, to: 1 }
    const first = await secretary.ask('POST', 'leases', lease)
    expect(first.status).toBe(201)
    expect(await secretary.ask('POST', 'leases', lease)).toMatchObject({
      status: 409,
      body: { code: 'server.act-refused', details: { verdict: 'conflict', code: 'changed-meanwhile' } },
    })
    const { lease: id } = first.body
    const open = { id, session: 'ses-1', hub: 'd-secretary', standing: 'open', told: [] }
    expect((await secretary.ask('GET', 'leases')).body).toEqual({ leases: [open] })
    expect(await secretary.ask('POST', `leases/${id}/end`, {})).toMatchObject({
      status: 409,
      body: { code: 'room.not-given-up' },
    })
    const voided = await secretary.ask('POST', `leases/${id}/void`, { reason: 'Poste perdu' })
    expect(voided.status).toBe(204)
    expect((await secretary.ask('GET', 'leases')).body).toEqual({ leases: [{ ...open, standing: 'voided' }] })
    expect((await anne.ask('GET', 'leases')).status).toBe(403)
    expect((await anne.ask('POST', `leases/${id}/end`, {})).status).toBe(403)
    expect((await secretary.ask('POST', `leases/${id}/end`, {})).status).toBe(204)
    expect((await secretary.ask('GET', 'leases')).body).toEqual({ leases: [] })
    expect((await secretary.ask('POST', `leases/${id}/end`, {})).status).toBe(204)
    expect((await anne.ask('POST', 'leases', lease)).status).toBe(403)
  })

  test('[SV23] what one writes reaches the others as far as they may read it; a recusal closes the dossier at once', async () => {
    const { server, secretary } = await begun()
    const anne = kept(await joinedMember(secretary, server.place, 'anne'))
    const bruno = kept(await joinedMember(secretary, server.place, 'bruno'))
    for (const one of [secretary, anne, bruno]) {
      await one.connect()
      await one.caughtUp()
    }
    anne.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1500))
    await anne.caughtUp()
    await until(() => value(secretary, 'sheet/can-1/m-anne') !== undefined)
    await bruno.caughtUp()
    expect(value(bruno, 'sheet/can-1/m-anne')).toBe(undefined)
    bruno.write('recusal/m-bruno', recusalDeclared(1, 'm-bruno'))
    await bruno.caughtUp()
    await until(() => bruno.events.some(({ kind }) => kind === 'purged'))
    expect(value(bruno, 'candidature/can-1')).toBe(undefined)
    bruno.write(sheetScope(1, 'm-bruno'), mark(1, 'm-bruno', 100))
    await bruno.caughtUp()
    expect([...bruno.copy.scan('own')].map(([, { ruling }]) => ruling?.verdict)).toEqual(['ok', 'recused'])
  })

  test('[SV10] [SV23] a device that is taken out is shut out at once, and let in no more', async () => {
    const { server, secretary } = await begun()
    const anne = kept(await joinedMember(secretary, server.place, 'anne'))
    await anne.connect()
    await anne.caughtUp()
    const shut = new Promise((settle) => anne.channel()?.onClose(settle))
    const revoked = await secretary.ask('POST', 'devices/d-anne/revoke', { cause: 'compromised', lastSeq: 0 })
    expect(revoked.status).toBe(204)
    expect(await shut).toMatchObject({ kind: 'said', reason: 'revoked' })
    expect(await anne.refusedConnection()).toMatch(/^account.proof-refused/)
    expect(await anne.contact()).toBe(403)
  })

  test('[SV10] of a compromised device what the server received holds, whatever the copy of the caller knows', async () => {
    const { server, secretary } = await begun()
    const anne = kept(await joinedMember(secretary, server.place, 'anne'))
    await anne.connect()
    anne.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 100))
    anne.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 200))
    await anne.caughtUp()
    for (const lastSeq of [undefined, 1_000]) {
      const revoked = await secretary.ask('POST', 'devices/d-anne/revoke', { cause: 'compromised', lastSeq })
      expect(revoked.status).toBe(lastSeq === undefined ? 204 : 404)
    }
    const { body } = await secretary.ask('GET', 'users')
    const devices = body.flatMap((user: { readonly devices: readonly unknown[] }) => user.devices)
    expect(devices).toContainEqual(
      expect.objectContaining({ id: 'd-anne', standing: 'compromised', lastSeq: 2 }),
    )
  })

  test('[SV18] killed while laptops write, it starts again with all that it acknowledged, and takes the rest', async () => {
    const { server, secretary } = await begun()
    const anne = kept(await joinedMember(secretary, server.place, 'anne'))
    await anne.connect()
    const write = (from: number, to: number) => {
      for (let n = from; n < to; n++) anne.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', (n % 20) * 100))
    }
    write(0, 30)
    await until(() => anne.events.filter(({ kind }) => kind === 'settled').length >= 3)
    await stopServer(server, 'SIGKILL')
    write(30, 40)
    const again = await start()
    await anne.connect(again.address)
    await anne.caughtUp()
    const verdicts = [...anne.copy.scan('own')].map(([, { ruling }]) => ruling?.verdict)
    expect(verdicts).toEqual(Array.from({ length: 40 }, () => 'ok'))
    server.place.address = again.address
    await secretary.connect(again.address)
    await secretary.caughtUp()
    expect(value(secretary, 'sheet/can-1/m-anne')).toEqual(value(anne, 'sheet/can-1/m-anne'))
    expect(await stopServer(again)).toBe(0)
  })
  test('[SY17] [SV6] restored from an older backup, it is offered again what it lost, and says so: nothing is lost', async () => {
    const { server, secretary } = await begun()
    const anne = kept(await joinedMember(secretary, server.place, 'anne'))
    const bruno = kept(await joinedMember(secretary, server.place, 'bruno'))
    for (const one of [secretary, anne, bruno]) await one.connect()
    anne.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 100))
    await anne.caughtUp()
    const restore = await backedUp()
    anne.write(sheetScope(1, 'm-anne'), mark(1, 'm-anne', 300))
    anne.write(sheetScope(2, 'm-anne'), mark(2, 'm-anne', 400))
    await anne.caughtUp()
    bruno.write(sheetScope(1, 'm-bruno'), mark(1, 'm-bruno', 500))
    for (const one of [bruno, secretary]) await one.caughtUp()
    const before = value(secretary, 'sheet/can-2/m-anne')
    expect(before).toMatchObject({ marks: { PERT: { hundredths: 400 } } })
    await stopServer(server)
    await restore()
    const again = await start()
    server.place.address = again.address
    expect((await anne.connect(again.address)).restores).toBe(1)
    await anne.caughtUp()
    expect(anne.events.some(({ kind }) => kind === 'reconciled')).toBe(true)
    for (const one of [bruno, secretary]) {
      await one.connect(again.address)
      await one.caughtUp()
    }
    await secretary.caughtUp()
    for (const [entity, hundredths] of [
      ['sheet/can-1/m-anne', 300],
      ['sheet/can-2/m-anne', 400],
      ['sheet/can-1/m-bruno', 500],
    ] as const)
      expect(value(secretary, entity)).toMatchObject({ marks: { PERT: { hundredths } } })
    for (const one of [anne, bruno])
      expect(new Set([...one.copy.scan('own')].map(([, { ruling }]) => ruling?.verdict))).toEqual(
        new Set(['ok']),
      )
    expect(await controlActs()).toHaveLength(7)
  })

  /** Takes a backup as the administrator does; answers how to put it back, the server stopped. */
  const backedUp = async (): Promise<() => Promise<void>> => {
    if (env.DATABASE_URL === undefined) {
      const file = join(env.DELIBERE_SERVER_DATA ?? '', '..', 'backup.db')
      expect(await serverProcess(['backup', file], env).ended()).toBe(0)
      return async () => expect(await serverProcess(['restore', file], env).ended()).toBe(0)
    }
    const copied = await copiedDatabase(env.DATABASE_URL)
    return async () => {
      env = { ...env, DATABASE_URL: copied }
      expect(await serverProcess(['declare-restore'], env).ended()).toBe(0)
    }
  }
}

/** A copy of a PostgreSQL database, made with the two lines of the guide. */
async function copiedDatabase(url: string): Promise<string> {
  const name = `r${randomBytes(8).toString('hex')}`
  const copy = url.replace(/\/d[0-9a-f]{16}/, `/${name}`)
  const socket = new URL(url).searchParams.get('host') ?? ''
  const folder = mkdtempSync(join(tmpdir(), 'delibere-dump-'))
  const file = join(folder, 'delibere.dump')
  const run = (tool: string, ...given: readonly string[]) =>
    execFileSync(join(postgresBinaries(), tool), given)
  run('pg_dump', '--format=custom', `--file=${file}`, url)
  run('createdb', '-h', socket, '-U', 'delibere', name)
  run('pg_restore', '--no-owner', '--exit-on-error', `--dbname=${copy}`, file)
  rmSync(folder, { recursive: true })
  return copy
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 120_000; !holds(); ) {
    if (Date.now() > end) throw new Error('it never came')
    await new Promise((next) => setTimeout(next, 10))
  }
}
