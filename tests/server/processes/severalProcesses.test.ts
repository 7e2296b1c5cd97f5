import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { logAppender } from '#server/store/logAppender.ts'
import { openStore } from '#server/store/openStore.ts'
import { entriesAfter } from '#server/store/rows/entryRows.ts'
import { readLogHead } from '#server/store/tables/logHeads.ts'
import { entryBytes } from '#shared/operations/authority/entry.ts'
import { foundAuthority } from '#shared/operations/authority/foundAuthority.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { testDevice as signingDevice } from '#tests/operations/support/device.ts'
import { appendSample, sampleChanges } from '../support/appendSample.ts'
import { ask, proofFor } from '../support/client.ts'
import { sha256 } from '../support/sampleCommit.ts'
import { type ServerProcess, serverProcess } from '../support/serverProcess.ts'
import { overPostgres } from '../support/stores.ts'
import { testDevice } from '../support/testDevice.ts'
import { writeRows } from '../support/writeRows.ts'

// Real processes, several a test: slow on a machine that does other things too.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

overPostgres((kind, postgres) => {
  let folder: string
  let url: string
  let started: ServerProcess[]

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'delibere-several-'))
    const settings = await kind.newSettings()
    url = settings.kind === 'postgres' ? settings.url : ''
    started = []
  })
  afterEach(async () => {
    for (const server of started) {
      server.child.kill('SIGKILL')
      await server.ended()
    }
    rmSync(folder, { recursive: true, force: true })
  })

  test('[SV3] [SV4] two processes receive the same devices at once: one order, no hole, nothing twice, both hear it', async () => {
    const devices = Array.from({ length: 6 }, (_, i) => signingDevice(`d-${i}`, `u-${i}`))
    const database = await openStore({ kind: 'postgres', url, mostConnections: 2 }, 1, () => {})
    await database.transact(async (writer) => {
      await writer.run(
        'INSERT INTO organisations (organisation, name, made_at) VALUES (?, ?, ?)',
        'org',
        'O',
        1,
      )
      await writeRows(
        writer,
        { organisation: 'org', log: 'centre' },
        foundAuthority({
          log: 'centre',
          users: devices.map(({ enrolled }) => ({ id: enrolled.user, name: '', email: '' })),
          devices: devices.map(({ enrolled }) => enrolled),
          mandates: devices.map(({ enrolled }) => ({
            id: `m-${enrolled.id}`,
            user: enrolled.user,
            role: 'secretariat',
            memberId: null,
            dossiers: [],
            ended: false,
          })),
          rows: [],
        }),
      )
    })
    const chains = devices.map((device) =>
      Array.from({ length: 20 }, (_, n) =>
        device.sign('shared', [{ k: 'member.add@1', e: `member/${device.enrolled.id}-${n}`, d: person }]),
      ),
    )
    // Each process gets every commit, in pushes of four; the second has them backwards.
    const pushes = chains.flatMap((chain) =>
      Array.from({ length: 5 }, (_, push) => chain.slice(push * 4, push * 4 + 4).map(written)),
    )
    const processes = [pushes, pushes.toReversed()].map((own, index) => {
      const path = join(folder, `pushes-${index}.json`)
      writeFileSync(path, JSON.stringify(own))
      return serverProcess([url, path], {}, 'tests/server/support/appendProcess.ts')
    })
    started.push(...processes)
    for (const one of processes) await one.wrote(/^(ready)$/m)
    for (const one of processes) one.child.kill('SIGUSR2')
    for (const one of processes) await one.wrote(/^(done)$/m)
    // Both hear the last head, whoever wrote it.
    for (const one of processes) await one.wrote(/^(heard 120)$/m)

    const entries = await entriesAfter(database, { organisation: 'org', log: 'centre' }, 0, 1000)
    expect(entries.map(({ entry }) => entry.g)).toEqual(Array.from({ length: 120 }, (_, g) => g + 1))
    expect(new Set(entries.map(({ entry }) => entry.verdict))).toEqual(new Set(['ok']))
    expect(new Set(entries.map(({ entry }) => entry.cid)).size).toBe(120)
    let receipt: Uint8Array = new Uint8Array(32)
    for (const { entry, r } of entries) {
      receipt = sha256(receipt, entryBytes(entry))
      expect(r).toEqual(receipt)
    }
    const order = new Map(entries.map(({ entry }) => [entry.cid, entry.g]))
    for (const chain of chains) {
      const places = chain.map(({ id }) => order.get(Buffer.from(id).toString('base64url')) ?? 0)
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
    expect(await database.all('SELECT seq FROM waiting_commits')).toEqual([])
    // Heads are heard in order: what is told is already there.
    for (const one of processes) {
      const heard = [...one.output().matchAll(/^heard (\d+)$/gm)].map(([, g]) => Number(g))
      expect(heard).toEqual([...heard].sort((a, b) => a - b))
    }
    const said = processes.map((one) => (one.output().match(/^said entry$/gm) ?? []).length)
    expect((said[0] ?? 0) + (said[1] ?? 0)).toBe(120)
    await database.close()
  })

  test('[SV3] a process that falls silent in a transaction holds nobody up for ever, and loses it whole', async () => {
    const failures: unknown[] = []
    const settings = { kind: 'postgres', url, mostConnections: 2 } as const
    const silent = await openStore({ ...settings, silentAfterMs: 300 }, 1, (error) => failures.push(error))
    const other = await openStore(settings, 1, (error) => failures.push(error))
    await other.transact((writer) =>
      writer.run('INSERT INTO organisations (organisation, name, made_at) VALUES (?, ?, ?)', 'org', 'O', 1),
    )
    const place = { organisation: 'org', log: 'centre' }
    let wake = () => {}
    const asleep = new Promise<void>((resolve) => {
      wake = resolve
    })
    let holding = () => {}
    const held = new Promise<void>((resolve) => {
      holding = resolve
    })
    const lost = silent.transact(async (writer) => {
      await writeRows(writer, place, sampleChanges(place, { g: 0, receipt: new Uint8Array() }, 'a', 1))
      holding()
      await asleep
      await writer.run('UPDATE log_heads SET g = 7')
    })
    await held
    expect(await appendSample(logAppender(other), place, 'b', 1)).toBe(1)
    wake()
    await expect(lost).rejects.toThrow()
    expect((await readLogHead(other, place)).g).toBe(1)
    // The silent one goes on, on another connection.
    expect(await appendSample(logAppender(silent), place, 'a', 1)).toBe(2)
    await silent.close()
    await other.close()
    expect(failures).toEqual([])
  })

  test('[SV1] [SV2] two servers that start together on an empty database migrate once, found once, share all', async () => {
    const keyPath = join(folder, 'authority.pem')
    const key = serverProcess(['make-key', keyPath], {})
    expect(await key.ended()).toBe(0)
    const env = {
      DATABASE_URL: url,
      DELIBERE_SERVER_AUTHORITY_KEY_FILE: keyPath,
      DELIBERE_SERVER_LISTEN: '127.0.0.1:0',
      DELIBERE_SERVER_DATA: join(folder, 'data'),
    }
    const servers = [serverProcess([], env), serverProcess([], env)]
    started.push(...servers)
    const addresses: string[] = []
    for (const server of servers) addresses.push((await server.wrote(/^Adresse : (\S+)$/m))[0] ?? '')
    const [one = '', two = ''] = addresses
    for (const address of addresses) expect((await ask(address, 'GET', '/ready')).status).toBe(200)
    const shown = () => servers.map((server) => server.output()).join('\n')
    while (!/Il sert une fois/.test(shown())) await new Promise((resolve) => setTimeout(resolve, 20))
    const codes = [...shown().matchAll(/^Organisation : (\S+)\nCode de l’administrateur : (\S+)$/gm)]
    expect(codes).toHaveLength(1)
    const [, organisation = '', code = ''] = codes[0] ?? []

    // Begun at one, ended at the other.
    const laptop = testDevice('laptop')
    const joined = await ask(two, 'POST', `/v1/organisations/${organisation}/join`, {
      body: { ...(await proofFor(one, organisation, laptop)), code },
    })
    expect(joined.status).toBe(201)
    const token = joined.body.session.token
    expect((await ask(one, 'GET', `/v1/organisations/${organisation}/me`, { token })).status).toBe(200)

    // The database cuts every connection: both come back by themselves.
    await postgres().cutConnections(url)
    for (const address of addresses) {
      while ((await ask(address, 'GET', '/ready')).status !== 200)
        await new Promise((resolve) => setTimeout(resolve, 50))
      expect((await ask(address, 'GET', `/v1/organisations/${organisation}/me`, { token })).status).toBe(200)
    }
    for (const server of servers) server.child.kill('SIGTERM')
    for (const server of servers) expect(await server.ended()).toBe(0)

    // Restored from a copy: said once, seen by every device.
    const declared = serverProcess(['declare-restore'], env)
    expect(await declared.ended()).toBe(0)
    expect(declared.output()).toContain('à ce jour : 1.')
  })

  test('[SV19] a database that does not answer is said in a sentence that shows no password', async () => {
    const keyPath = join(folder, 'authority.pem')
    await serverProcess(['make-key', keyPath], {}).ended()
    const server = serverProcess([], {
      DATABASE_URL: 'postgresql://delibere:motdepasse@127.0.0.1:1/rien',
      DELIBERE_SERVER_AUTHORITY_KEY_FILE: keyPath,
    })
    started.push(server)
    expect(await server.ended()).toBe(1)
    expect(server.output()).toContain('La base PostgreSQL ne répond pas')
    expect(server.output()).not.toContain('motdepasse')
  })
})

const person = {
  firstName: 'A',
  lastName: 'B',
  capacity: 'maire',
  role: 'member',
  voice: 'deliberative',
  inOffice: true,
}

const written = ({ header, body, signature, id }: SignedCommit) =>
  Object.fromEntries(
    Object.entries({ header, body, signature, id }).map(([name, bytes]) => [
      name,
      Buffer.from(bytes).toString('base64'),
    ]),
  )
