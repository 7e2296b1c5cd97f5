import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { logAppender } from '#server/store/logAppender.ts'
import { NewerSchema, neededSchemaVersion, openStore, type StoreSettings } from '#server/store/openStore.ts'
import { ChangedMeanwhile, type SqlDatabase } from '#server/store/sqlDatabase.ts'
import {
  aggregatesAfter,
  aggregatesOfScope,
  putAggregate,
  readAggregate,
} from '#server/store/tables/aggregates.ts'
import { announceBlob, completeBlob, readBlob } from '#server/store/tables/blobs.ts'
import { keepCheckpoint, lastCheckpoint } from '#server/store/tables/checkpoints.ts'
import { commitById, commitsOfDevice, eraseBody, keepCommit } from '#server/store/tables/commits.ts'
import { moveDeviceHead, readDeviceHead } from '#server/store/tables/deviceHeads.ts'
import { appendEntry, entriesAfter, entryOfCommit } from '#server/store/tables/entries.ts'
import { moveLease, openLease, openLeases } from '#server/store/tables/leases.ts'
import { lockLogHead, readLogHead } from '#server/store/tables/logHeads.ts'
import { countWaiting, dropWaiting, keepWaiting, waitingAt } from '#server/store/tables/waitingCommits.ts'
import { appendSample } from '../support/appendSample.ts'
import { sampleCommit, sha256 } from '../support/sampleCommit.ts'
import { overEachStore } from '../support/stores.ts'

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

    test('[SV1] bytes, great instants, accents and null come back as they went', async () => {
      const commit = sampleCommit('dev', 1)
      const about = { device: 'dev', seq: 1, scope: 'shared', standing: 'chain' } as const
      const receivedAtMs = 4_102_444_800_123
      await store.transact((writer) => keepCommit(writer, org, commit, { ...about, receivedAtMs }))
      expect(await commitById(store, org, commit.id)).toEqual({ ...about, ...commit, receivedAtMs })
      expect(await commitById(store, 'org-2', commit.id)).toBeNull()
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
      expect(entries.map(({ g }) => g)).toEqual(Array.from({ length: 100 }, (_, g) => g + 1))
      let receipt: Uint8Array = new Uint8Array()
      for (const { entry, receipt: kept } of entries) {
        receipt = sha256(receipt, entry)
        expect(kept).toEqual(receipt)
      }
      expect(await readLogHead(store, place)).toEqual({ g: 100, receipt })
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
          await writer.run('DELETE FROM device_heads')
          throw new Error('a bug')
        }),
        appendSample(appender, place, 'a', 2),
      ])
      expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
        1,
        'Error: a bug',
        2,
      ])
      expect((await readDeviceHead(store, org, 'a'))?.seq).toBe(2)
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
        const texts = (await entriesAfter(store, one, 0, 10)).map(({ entry }) =>
          new TextDecoder().decode(entry),
        )
        expect(texts).toEqual([`${one.log} 1 dev${index} 1 ok`])
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

    test('[SY5] a commit has one verdict; a deferral is followed by one', async () => {
      const commit = sampleCommit('a', 1)
      const about = { device: 'a', seq: 1, scope: 'shared', standing: 'chain', receivedAtMs: 1 } as const
      const answer = (verdict: string) =>
        store.transact(async (writer) => {
          const { g } = await lockLogHead(writer, place)
          const entry = { g: g + 1, commitId: commit.id, scope: 'shared', verdict }
          await appendEntry(writer, place, {
            ...entry,
            entry: new Uint8Array([g]),
            receipt: new Uint8Array(32),
          })
        })
      await store.transact((writer) => keepCommit(writer, org, commit, about))
      expect(await entryOfCommit(store, place, commit.id)).toBeNull()
      await answer('deferred')
      await expect(answer('deferred')).rejects.toThrow()
      await answer('ok')
      await expect(answer('late')).rejects.toThrow()
      expect((await entryOfCommit(store, place, commit.id))?.verdict).toBe('ok')
      expect((await readLogHead(store, place)).g).toBe(2)
    })

    test('[SY5] an entry names a commit that is kept', async () => {
      await expect(
        store.transact(async (writer) => {
          await lockLogHead(writer, place)
          await appendEntry(writer, place, {
            g: 1,
            commitId: new Uint8Array(32),
            scope: 'shared',
            verdict: 'ok',
            entry: new Uint8Array(),
            receipt: new Uint8Array(32),
          })
        }),
      ).rejects.toThrow()
    })

    test('[SV3] an entry that skips a place is not appended', async () => {
      const skipped = store.transact(async (writer) => {
        await lockLogHead(writer, place)
        await keepCommit(writer, org, sampleCommit('a', 1), {
          device: 'a',
          seq: 1,
          scope: 'shared',
          standing: 'chain',
          receivedAtMs: 1,
        })
        await appendEntry(writer, place, {
          g: 2,
          commitId: sampleCommit('a', 1).id,
          scope: 'shared',
          verdict: 'ok',
          entry: new Uint8Array(),
          receipt: new Uint8Array(32),
        })
      })
      await expect(skipped).rejects.toThrow(ChangedMeanwhile)
    })

    test('[SV5] keeping twice changes nothing; a second commit under one seq is proof of a fork only', async () => {
      const first = sampleCommit('a', 1, 'first')
      const second = sampleCommit('a', 1, 'second')
      const about = { device: 'a', seq: 1, scope: 'shared', receivedAtMs: 1 } as const
      const keep = (commit: typeof first, standing: 'chain' | 'fork') =>
        store.transact((writer) => keepCommit(writer, org, commit, { ...about, standing }))
      expect(await keep(first, 'chain')).toBe(true)
      expect(await keep(first, 'chain')).toBe(false)
      await expect(keep(second, 'chain')).rejects.toThrow()
      expect(await keep(second, 'fork')).toBe(true)
      expect(await commitsOfDevice(store, org, 'a', 1, 10)).toEqual([
        { ...about, ...first, standing: 'chain' },
        { ...about, ...second, standing: 'fork' },
      ])
    })

    test('[SY28] an erased body is gone, its header and signature stay', async () => {
      const commit = sampleCommit('a', 1)
      const about = { device: 'a', seq: 1, scope: 'shared', standing: 'chain', receivedAtMs: 1 } as const
      await store.transact((writer) => keepCommit(writer, org, commit, about))
      expect(await store.transact((writer) => eraseBody(writer, org, commit.id))).toBe(true)
      expect(await store.transact((writer) => eraseBody(writer, org, commit.id))).toBe(false)
      expect(await commitById(store, org, commit.id)).toEqual({ ...about, ...commit, body: null })
    })

    test('[SY7] the head of a device moves one step at a time', async () => {
      const head = (seq: number) => ({ device: 'a', seq, headerDigest: new Uint8Array(32).fill(seq) })
      const move = (seq: number) => store.transact((writer) => moveDeviceHead(writer, org, head(seq)))
      expect(await readDeviceHead(store, org, 'a')).toBeNull()
      await move(1)
      await expect(move(1)).rejects.toThrow(ChangedMeanwhile)
      await expect(move(3)).rejects.toThrow(ChangedMeanwhile)
      await move(2)
      expect(await readDeviceHead(store, org, 'a')).toEqual(head(2))
    })

    test('[SY7] what came too early waits, once, with its rivals, until dropped', async () => {
      const early = sampleCommit('a', 3, 'early')
      const rival = sampleCommit('a', 3, 'rival')
      await store.transact(async (writer) => {
        for (const [commit, receivedAtMs] of [
          [early, 1],
          [early, 2],
          [rival, 3],
        ] as const)
          await keepWaiting(writer, org, commit, { device: 'a', seq: 3, receivedAtMs })
      })
      expect(await waitingAt(store, org, 'a', 3)).toEqual([early, rival])
      expect(await countWaiting(store, org, 'a')).toBe(2)
      await store.transact((writer) => dropWaiting(writer, org, 'a', 3))
      expect(await waitingAt(store, org, 'a', 3)).toEqual([])
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

  test('[SV1] aggregates are replaced, found by scope, and read in slices', async () => {
    const aggregate = (entity: string, version: number) => ({
      entity,
      scope: entity.startsWith('sheet') ? 'dossier/1/sheet/m' : 'shared',
      version,
      g: version,
      state: JSON.stringify({ version, text: 'évalué ? oui' }),
    })
    await store.transact(async (writer) => {
      await lockLogHead(writer, place)
      for (const one of [aggregate('grid/1', 1), aggregate('sheet/1', 1), aggregate('grid/1', 2)])
        await putAggregate(writer, place, one)
    })
    expect(await readAggregate(store, place, 'grid/1')).toEqual(aggregate('grid/1', 2))
    expect(await readAggregate(store, place, 'grid/2')).toBeNull()
    expect(await aggregatesOfScope(store, place, 'shared')).toEqual([aggregate('grid/1', 2)])
    expect(await aggregatesAfter(store, place, '', 1)).toEqual([aggregate('grid/1', 2)])
    expect(await aggregatesAfter(store, place, 'grid/1', 9)).toEqual([aggregate('sheet/1', 1)])
  })

  test('[SY18] a session has one open lease at a time', async () => {
    const lease = (id: string) => ({
      lease: id,
      session: 'session-1',
      epoch: 1,
      hub: 'dev-1',
      state: 'open' as const,
      document: new Uint8Array([1]),
      signature: new Uint8Array(64),
      validFromMs: 1,
      validUntilMs: 2,
    })
    const open = (id: string) => store.transact((writer) => openLease(writer, org, lease(id)))
    expect([await open('one'), await open('two')]).toEqual([true, false])
    expect(await openLeases(store, org)).toEqual([lease('one')])
    const back = () => store.transact((writer) => moveLease(writer, org, 'one', 'open', 'returned'))
    expect([await back(), await back()]).toEqual([true, false])
    expect(await open('two')).toBe(true)
  })

  test('[SV1] an attachment is announced once, then complete', async () => {
    const blob = { blob: sha256(new Uint8Array([1])), sizeBytes: 3_000_000, chunks: new Uint8Array(96) }
    const announce = () => store.transact((writer) => announceBlob(writer, org, blob, 5))
    expect([await announce(), await announce()]).toEqual([true, false])
    expect(await readBlob(store, org, blob.blob)).toEqual({ ...blob, completeAtMs: null })
    for (const now of [7, 8]) await store.transact((writer) => completeBlob(writer, org, blob.blob, now))
    expect(await readBlob(store, org, blob.blob)).toEqual({ ...blob, completeAtMs: 7 })
    expect(await readBlob(store, 'org-2', blob.blob)).toBeNull()
  })

  test('[SV1] every table but the two of the database itself begins its key with the organisation', async () => {
    const tables =
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
    expect(tables.length).toBeGreaterThan(15)
    expect(tables.filter(({ first }) => first !== 'organisation').map(({ name }) => name)).toEqual([
      'authority',
      'schema_versions',
    ])
  })
})

/** Waits for what another connection tells; the test's own limit ends a wait in vain. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}
