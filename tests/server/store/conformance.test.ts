import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { authorityStore } from '#server/authority/authorityStore.ts'
import { logAppender } from '#server/store/logAppender.ts'
import { NewerSchema, neededSchemaVersion, openStore, type StoreSettings } from '#server/store/openStore.ts'
import { openAuthorityRows } from '#server/store/rows/authorityRows.ts'
import { entriesAfter } from '#server/store/rows/entryRows.ts'
import { ChangedMeanwhile, type SqlDatabase } from '#server/store/sqlDatabase.ts'
import { keepCheckpoint, lastCheckpoint } from '#server/store/tables/checkpoints.ts'
import { lockLogHead, readLogHead } from '#server/store/tables/logHeads.ts'
import { entryBytes } from '#shared/operations/authority/entry.ts'
import type { RowChange, RowKey, Table } from '#shared/operations/authority/rows.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import {
  ports as core,
  emptyWorld,
  mark,
  openWorld,
  sheetScope,
} from '#tests/operations/support/committee.ts'
import { appendSample, sampleChanges } from '../support/appendSample.ts'
import { receivePush } from '../support/receivePush.ts'
import { sampleCommit, sha256 } from '../support/sampleCommit.ts'
import { overEachStore } from '../support/stores.ts'
import { writeRows } from '../support/writeRows.ts'

const org = 'org-1'
const place = { organisation: org, log: 'centre' }

overEachStore((kind) => {
  let settings: StoreSettings
  let store: SqlDatabase
  let failures: unknown[]

  beforeEach(async () => {
    settings = await kind.newSettings()
    failures = []
    store = await openStore(settings, 1, (error) => failures.push(error))
    await store.transact(async (writer) => {
      for (const organisation of [org, 'org-2'])
        await writer.run(
          'INSERT INTO organisations (organisation, name, made_at) VALUES (?, ?, ?)',
          organisation,
          'Une organisation',
          1,
        )
    })
  })
  afterEach(async () => {
    await store.close()
    expect(failures).toEqual([])
  })

  /** Rows as a new transaction finds them. */
  const read = (at: typeof place, keys: readonly RowKey[]) =>
    store.transact(async (writer) => {
      const rows = openAuthorityRows(writer, at)
      await rows.load(keys)
      return keys.map(({ table, key }) => rows.view.row(table, key))
    })

  describe('transactions', () => {
    test('[SV1] what is committed is read, what is under way is not, what failed is gone', async () => {
      const count = async () => (await store.one<{ n: number }>('SELECT count(*) AS n FROM organisations'))?.n
      let seenDuring: number | undefined
      const failed = store.transact(async (writer) => {
        await writer.run(
          'INSERT INTO organisations (organisation, name, made_at) VALUES (?, ?, ?)',
          'org-3',
          'Perdue',
          2,
        )
        seenDuring = await count()
        throw new Error('power cut')
      })
      await expect(failed).rejects.toThrow('power cut')
      expect(seenDuring).toBe(2)
      expect(await count()).toBe(2)
    })

    test('[SV3] a savepoint takes back itself alone, its messages included', async () => {
      const heard: string[] = []
      store.onPublished((message) => heard.push(message))
      await store.transact(async (writer) => {
        await writer.publish('kept')
        await writer
          .savepoint(async () => {
            await writer.run('DELETE FROM organisations')
            await writer.publish('taken back')
            throw new Error('no')
          })
          .catch(() => {})
        await writer.publish('last')
      })
      await until(() => heard.length >= 2)
      expect(heard).toEqual(['kept', 'last'])
      expect(await store.one('SELECT count(*) AS n FROM organisations')).toEqual({ n: 2 })
    })

    test('[SV3] work whose ground moved runs again from its beginning, not for ever', async () => {
      let runs = 0
      const value = await store.transact(async () => {
        if (++runs < 3) throw new ChangedMeanwhile('try')
        return runs
      })
      expect(value).toBe(3)
      runs = 0
      await expect(
        store.transact(async () => {
          runs++
          throw new ChangedMeanwhile('always')
        }),
      ).rejects.toThrow(ChangedMeanwhile)
      expect(runs).toBe(5)
    })

    test('[SV4] nothing is told of what is taken back', async () => {
      const heard: string[] = []
      store.onPublished((message) => heard.push(message))
      await store
        .transact(async (writer) => {
          await writer.publish('never')
          throw new Error('no')
        })
        .catch(() => {})
      await store.transact((writer) => writer.publish('after'))
      await until(() => heard.includes('after'))
      expect(heard).toEqual(['after'])
    })
  })

  describe('migrations', () => {
    test('[SV2] a second opening finds the same data and migrates nothing again', async () => {
      const again = await openStore(settings, 9, (error) => failures.push(error))
      expect(await again.all('SELECT version, applied_at FROM schema_versions')).toEqual([
        { version: neededSchemaVersion, applied_at: 1 },
      ])
      await again.close()
    })

    test('[SV2] a database of a newer program is refused and left as it is', async () => {
      await store.transact((writer) =>
        writer.run('INSERT INTO schema_versions (version, applied_at) VALUES (?, ?)', 900, 2),
      )
      await expect(openStore(settings, 9, (error) => failures.push(error))).rejects.toThrow(NewerSchema)
      expect(await store.all('SELECT version FROM schema_versions ORDER BY version')).toEqual([
        { version: neededSchemaVersion },
        { version: 900 },
      ])
    })
  })

  describe('the log', () => {
    test('[SV3] concurrent appends make one order without a hole, each told once it is durable', async () => {
      const appender = logAppender(store)
      const devices = ['a', 'b', 'c', 'd']
      const answers = await Promise.all(
        devices.flatMap((device) =>
          Array.from({ length: 25 }, async (_, index) => appendSample(appender, place, device, index + 1)),
        ),
      )
      expect([...answers].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, g) => g + 1))
      const entries = await entriesAfter(store, place, 0, 1000)
      expect(entries.map(({ entry }) => entry.g)).toEqual(Array.from({ length: 100 }, (_, g) => g + 1))
      let receipt: Uint8Array = new Uint8Array()
      for (const { entry, r } of entries) {
        receipt = sha256(receipt, entryBytes(entry))
        expect(r).toEqual(receipt)
      }
      expect(await readLogHead(store, place)).toMatchObject({ g: 100, receipt })
    })

    test('[SV3] appends that wait share transactions', async () => {
      let transactions = 0
      const counted: SqlDatabase = {
        ...store,
        transact: (work) => {
          transactions++
          return store.transact(work)
        },
      }
      const appender = logAppender(counted)
      await Promise.all(Array.from({ length: 60 }, (_, i) => appendSample(appender, place, `d${i}`, 1)))
      expect(transactions).toBe(1)
    })

    test('[SV3] one append that fails leaves the others of its transaction', async () => {
      const appender = logAppender(store)
      const settled = await Promise.allSettled([
        appendSample(appender, place, 'a', 1),
        appender.append(place, async (writer) => {
          await writer.run('DELETE FROM device_heads WHERE organisation = ?', org)
          throw new Error('a bug')
        }),
        appendSample(appender, place, 'a', 2),
      ])
      expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
        1,
        'Error: a bug',
        2,
      ])
      expect(await read(place, [{ table: 'chain', key: 'a' }])).toEqual([
        { seq: 2, digest: sampleCommit('a', 2).id },
      ])
    })

    test('[SV3] a queue that was emptied serves the next append, however close', async () => {
      const appender = logAppender(store, 1)
      for (let seq = 1; seq <= 20; seq++) expect(await appendSample(appender, place, 'a', seq)).toBe(seq)
    })

    test('[SV3] logs do not mix, organisations neither', async () => {
      const appender = logAppender(store)
      const places = [place, { organisation: org, log: 'lease-1' }, { organisation: 'org-2', log: 'centre' }]
      for (const [index, one] of places.entries()) await appendSample(appender, one, `dev${index}`, 1)
      for (const [index, one] of places.entries()) {
        const entries = await entriesAfter(store, one, 0, 10)
        expect(entries.map(({ entry }) => [entry.log, entry.g, entry.cid])).toEqual([
          [one.log, 1, base64UrlEncode(sampleCommit(`dev${index}`, 1).id)],
        ])
      }
    })

    test('[SV4] a new head is told after it can be read', async () => {
      const appender = logAppender(store)
      const heard: { g: number; readable: Promise<number> }[] = []
      appender.onAppended((appended) => {
        if (appended === null) return
        const readable = readLogHead(store, appended).then(({ g }) => g)
        heard.push({ g: appended.g, readable })
      })
      await appendSample(appender, place, 'a', 1)
      await appendSample(appender, place, 'a', 2)
      await until(() => heard.at(-1)?.g === 2)
      for (const { g, readable } of heard) expect(await readable).toBeGreaterThanOrEqual(g)
    })

    test('[SY5] a commit has one verdict, a place one entry; what contradicts them is refused whole', async () => {
      const first = { g: 0, receipt: new Uint8Array() }
      const write = (changes: readonly RowChange[]) =>
        store.transact((writer) => writeRows(writer, place, changes))
      await write(sampleChanges(place, first, 'a', 1))
      await expect(write(sampleChanges(place, { ...first, g: 1 }, 'a', 1))).rejects.toThrow()
      await expect(write(sampleChanges(place, first, 'b', 1))).rejects.toThrow()
      const [, entry] = sampleChanges(place, { ...first, g: 1 }, 'c', 1)
      await expect(write([entry as RowChange])).rejects.toThrow()
      expect((await entriesAfter(store, place, 0, 10)).map(({ entry }) => entry.g)).toEqual([1])
      expect(await read(place, [{ table: 'chain', key: 'b' }])).toEqual([null])
    })

    test('[SV5] [SY7] bytes come back as they went; a second commit under one seq is proof of a fork only', async () => {
      const first = { g: 0, receipt: new Uint8Array() }
      const write = (changes: readonly RowChange[]) =>
        store.transact((writer) => writeRows(writer, place, changes))
      const changes = sampleChanges(place, first, 'a', 1)
      await write(changes)
      const record = changes.find(({ table }) => table === 'commit')
      const keys = [{ table: 'commit', key: record?.key ?? '' }] as const
      expect(await read(place, keys)).toEqual([record?.row])
      expect(await read({ ...place, organisation: 'org-2' }, keys)).toEqual([null])
      const rival = sampleChanges(place, { ...first, g: 1 }, 'a', 1, 'rival').filter(
        ({ table }) => table === 'commit',
      )
      await expect(write(rival)).rejects.toThrow()
      const proof = rival.map((change) =>
        change.table === 'commit' && change.row !== null
          ? { ...change, row: { ...change.row, ruling: { verdict: 'forked', code: 'fork', g: 2 } as const } }
          : change,
      )
      await write(proof)
      expect(await read(place, proof)).toEqual(proof.map(({ row }) => row))
    })

    test('[SY28] an erased body is gone from the database, header and signature stay', async () => {
      const changes = sampleChanges(place, { g: 0, receipt: new Uint8Array() }, 'a', 1)
      const rows = changes.map((change) =>
        change.table === 'commit' && change.row !== null
          ? {
              ...change,
              row: { ...change.row, erased: true, commit: { ...change.row.commit, body: new Uint8Array() } },
            }
          : change,
      )
      await store.transact((writer) => writeRows(writer, place, changes))
      await store.transact((writer) =>
        writeRows(
          writer,
          place,
          rows.filter(({ table }) => table === 'commit'),
        ),
      )
      expect(await store.all('SELECT body FROM commits')).toEqual([{ body: null }])
      const [commit] = rows.filter(({ table }) => table === 'commit')
      expect(await read(place, [commit as RowChange])).toEqual([commit?.row])
    })

    test('[SV20] [SY6] the core over this database says, receipts and keeps what it does in memory', async () => {
      const world = openWorld()
      world.verdict('anne', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 1500))
      world.verdict('bruno', sheetScope(1, 'm-anne'), mark(1, 'm-anne', 100))
      const { bruno } = world.devices
      const before = bruno.head
      world.receive(bruno.sign(sheetScope(1, 'm-bruno'), [mark(1, 'm-bruno', 1200)]))
      bruno.head = before
      world.receive(bruno.sign(sheetScope(1, 'm-bruno'), [mark(1, 'm-bruno', 1900)]))
      const expected = tables.flatMap((table) =>
        [...world.store.scan(table)].map(([key, row]): RowChange => ({ table, key, row }) as RowChange),
      )
      const entries = [...world.store.scan('entry')].map(([, record]) => record)
      const commits = entries.map(({ entry }) => {
        const record = world.store.row('commit', entry.cid)
        if (record === null) throw new Error('no such commit')
        return record.commit
      })
      expect(new Set(entries.map(({ entry }) => entry.verdict))).toEqual(
        new Set(['ok', 'forbidden', 'forked']),
      )

      const founding = emptyWorld()
      await store.transact((writer) =>
        writeRows(writer, place, [
          ...tables.flatMap((table) =>
            [...founding.store.scan(table)].map(
              ([key, row]): RowChange => ({ table, key, row }) as RowChange,
            ),
          ),
          // Its devices have keys of their own: those of the world that is compared.
          ...Object.values(world.devices).map(
            ({ enrolled }): RowChange => ({ table: 'device', key: enrolled.id, row: enrolled }),
          ),
        ]),
      )
      const now = 1_780_000_000_000
      const receiving = authorityStore(place, {
        database: store,
        appender: logAppender(store),
        authority: { sign: () => new Uint8Array(64) },
        clock: { nowMs: () => now },
      })
      const receive = (some: typeof commits) => receivePush(receiving, some, core, now)
      // What the secretary begins with, in runs that come backwards: the last waits for the others, and follows them.
      const others = entries.findIndex(
        ({ entry }) => world.store.row('commit', entry.cid)?.dev !== 'd-secretary',
      )
      expect(others).toBeGreaterThan(5)
      for (let at = 0; at < others; at += 4)
        await receive(commits.slice(at, Math.min(at + 4, others)).reverse())
      await receive(commits.slice(others))
      for (const commit of commits) await receive([commit])

      const kept = await entriesAfter(store, place, 0, 1000)
      expect(kept).toEqual(entries)
      expect(expected.length).toBeGreaterThan(60)
      expect(await read(place, expected)).toEqual(expected.map(({ row }) => row))
      let receipt: Uint8Array = new Uint8Array(32)
      for (const { entry, r } of kept) {
        receipt = sha256(receipt, entryBytes(entry))
        expect(r).toEqual(receipt)
      }
      expect((await lastCheckpoint(store, place))?.g).toBe(kept.length)
    })

    test('[SY15] the last checkpoint is found, an earlier one is never written over', async () => {
      const checkpoint = (g: number, word: number) => ({
        g,
        checkpoint: new Uint8Array([g, word]),
        signature: new Uint8Array(64).fill(word),
      })
      await store.transact(async (writer) => {
        await lockLogHead(writer, place)
        for (const one of [checkpoint(3, 1), checkpoint(9, 1), checkpoint(9, 2)])
          await keepCheckpoint(writer, place, one)
      })
      expect(await lastCheckpoint(store, place)).toEqual(checkpoint(9, 1))
      expect(await lastCheckpoint(store, { ...place, log: 'none' })).toBeNull()
    })
  })

  test('[SV1] every table but the two of the database itself begins its key with the organisation', async () => {
    const found =
      settings.kind === 'sqlite'
        ? await store.all<{ name: string; first: string }>(
            `SELECT m.name AS name, c.name AS first FROM sqlite_schema m, pragma_table_info(m.name) c
             WHERE m.type = 'table' AND c.pk = 1 ORDER BY m.name`,
          )
        : await store.all<{ name: string; first: string }>(
            `SELECT t.relname AS name, a.attname AS first FROM pg_index i
             JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace
             JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
             WHERE i.indisprimary AND n.nspname = 'public' ORDER BY t.relname`,
          )
    expect(found.length).toBeGreaterThan(15)
    expect(found.filter(({ first }) => first !== 'organisation').map(({ name }) => name)).toEqual([
      'authority',
      'schema_versions',
    ])
  })
})

/** The kinds of row that are compared. */
const tables = Object.keys({
  aggregate: 0,
  made: 0,
  base: 0,
  placement: 0,
  index: 0,
  reunion: 0,
  recusal: 0,
  frozen: 0,
  revealed: 0,
  user: 0,
  device: 0,
  mandates: 0,
  mandateOf: 0,
  lease: 0,
  leased: 0,
  held: 0,
  chain: 0,
  sequence: 0,
  commit: 0,
  entry: 0,
  log: 0,
  waiting: 0,
  deferred: 0,
  deferredCount: 0,
  carried: 0,
  carriedCount: 0,
} satisfies Partial<Record<Table, 0>>) as Table[]

/** Waits for what another connection tells; the test's own limit ends a wait in vain. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}
