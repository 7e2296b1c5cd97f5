import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import { receiptText } from '#shared/operations/authority/receipts.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { FirstSyncSource } from '#shared/operations/exchange/authorityExchange.ts'
import { chunksHere } from '#shared/operations/exchange/copyInChunks.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { nextContentDigest, signFirstSync } from '#shared/operations/first-sync/firstSyncManifest.ts'
import { sliceRows } from '#shared/operations/first-sync/sliceRows.ts'
import { committeeWorld, type World } from '../operations/support/committee.ts'
import { testReplica } from '../operations/support/replica.ts'
import {
  breathe,
  connect,
  type Following,
  following,
  kinds,
  type Serving,
  seen,
  serving,
  settle,
} from './support/meeting.ts'

const clock = { ms: 1_790_000_000_000 }
const open = (chunk: Uint8Array): Uint8Array => new Uint8Array(gunzipSync(chunk))
const titled = (title: string) => ({ k: 'dossier.change@1', e: 'dossier/dos-1', d: { set: { title } } })

interface ChunkedCentre {
  readonly centre: Serving
  /** From which place each manifest was asked; as of which it was made. */
  readonly asked: { readonly atLeast: number; readonly g: number }[]
  /** Chunks that were given, by their place in the copy. */
  readonly given: number[]
  alter: ((chunk: Uint8Array) => Uint8Array) | null
}

/** A centre that makes copies in chunks of few rows, keeps the last one as long as it may, and gives none at once. */
function chunkedCentre(world: World, rowsPerChunk: number): ChunkedCentre {
  const signer = world.devices.chair
  let made: {
    g: number
    chunks: Uint8Array[]
    names: string[]
    signed: ReturnType<typeof signFirstSync>
  } | null = null
  const make = (user: string) => {
    const { head, rows } = snapshotFor(world.store, { user })
    const all = [...rows] as unknown as Json[]
    const slices = Array.from({ length: Math.ceil(all.length / rowsPerChunk) }, (_, n) =>
      all.slice(n * rowsPerChunk, (n + 1) * rowsPerChunk),
    ).flatMap((part) => [...sliceRows(part)])
    let digest: Uint8Array = new Uint8Array(32)
    for (const { content } of slices) digest = nextContentDigest(digest, content, nodeCrypto)
    const chunks = slices.map(({ content }) => new Uint8Array(gzipSync(content)))
    const names = chunks.map((bytes) => base64UrlEncode(nodeCrypto.sha256(bytes)))
    const signed = signFirstSync(
      {
        ...{ org: 'org', log: head.log, scope: `user/${user}`, g: head.g, r: receiptText(head.r), sv: 1 },
        ...{ rows: all.length, digest: base64UrlEncode(digest) },
        chunks: chunks.map((bytes, n) => ({
          sha256: names[n] ?? '',
          bytes: bytes.length,
          rows: slices[n]?.rows ?? 0,
        })),
      },
      nodeSigner(signer.privateKey),
    )
    return { g: head.g, chunks, names, signed }
  }
  const firstSync: FirstSyncSource = {
    async manifests({ user }, atLeast) {
      if (made === null || made.g < atLeast) made = make(user)
      told.asked.push({ atLeast, g: made.g })
      return [made.signed]
    },
    async chunk(_reader, sha256) {
      const n = made?.names.indexOf(sha256) ?? -1
      const chunk = made?.chunks[n] ?? null
      if (chunk === null) return null
      told.given.push(n)
      return told.alter === null ? chunk : told.alter(chunk)
    },
  }
  const centre = serving(world.store, signer, clock, { firstSync })
  const told: ChunkedCentre = { centre, asked: [], given: [], alter: null }
  return told
}

/** Anne's copy, up to date, that is to be taken anew. */
function owed(world: World): Following {
  const replica = testReplica(world, 'anne')
  replica.pull(world)
  replica.store.apply([
    { table: 'anew', key: 'centre', row: { g: replica.store.row('cursor', 'centre')?.g ?? 0 } },
  ])
  return following(replica, clock, { chunks: chunksHere(open) })
}

/** Carries frames one by one until that is so. */
async function carryUntil(line: ReturnType<typeof connect>, isSo: () => boolean): Promise<void> {
  for (let n = 0; n < 5_000 && !isSo(); n++) {
    await breathe()
    if (isSo()) return
    if (line.waiting('authority') > 0) line.deliver('authority')
    else if (line.waiting('device') > 0) line.deliver('device')
  }
  expect(isSo()).toBe(true)
}

test('[EX14] a copy taken anew comes chunk by chunk, and goes on after a cut at the next one', async () => {
  const world = committeeWorld()
  const told = chunkedCentre(world, 1)
  const anne = owed(world)
  const first = connect(anne, told.centre)
  await carryUntil(first, () => told.given.length === 3)
  first.cut()
  const before = told.given.length
  await settle([connect(anne, told.centre)])
  const total = snapshotRows(world)
  // The one that was under way at the cut is given again.
  expect(told.given.slice(0, before)).toEqual([0, 1, 2])
  expect(told.given.slice(before)).toEqual(Array.from({ length: total - 2 }, (_, n) => n + 2))
  expect(anne.replica.store.row('anew', 'centre')).toBe(null)
  expect(seen(anne, told.centre).copy).toEqual(seen(anne, told.centre).truth)
  expect(told.centre.store.writes).toEqual([])
})

test('[EX14] [SY40] what happens while it comes waits for its end: one copy is enough, however much is said', async () => {
  const world = committeeWorld()
  const told = chunkedCentre(world, 1)
  const replica = testReplica(world, 'anne')
  replica.pull(world)
  const anne = following(replica, clock, { chunks: chunksHere(open) })
  const line = connect(anne, told.centre)
  await settle([line])
  // Follows, and hears in its feed that everything is to be taken anew.
  replica.store.apply([{ table: 'anew', key: 'centre', row: { g: 0 } }])
  anne.exchange.tick()
  for (let spoken = 0; spoken < 4; spoken++) {
    const upTo = told.given.length + 2
    await carryUntil(line, () => told.given.length >= upTo)
    world.act('secretary', 'dossier/dos-1', titled(`Titre ${spoken}`))
    told.centre.exchange.appended()
  }
  await settle([line])
  expect(told.asked.length).toBe(1)
  expect(replica.store.row('anew', 'centre')).toBe(null)
  expect(replica.store.row('cursor', 'centre')?.g).toBe(world.store.row('log', 'log')?.g)
  expect(seen(anne, told.centre).copy).toEqual(seen(anne, told.centre).truth)
})

test('[EX14] a copy of before what was heard is not asked for; a chunk that is not what was signed shuts the line, nothing is taken', async () => {
  const world = committeeWorld()
  const told = chunkedCentre(world, 2)
  await settle([connect(owed(world), told.centre)])
  const g = told.asked[0]?.g ?? 0
  world.act('secretary', 'dossier/dos-1', titled('Après'))
  const anne = owed(world)
  const copied = JSON.stringify([...anne.replica.store.scan('aggregate')])
  told.alter = (chunk) => chunk.map((byte, n) => (n === chunk.length - 1 ? byte ^ 1 : byte))
  await settle([connect(anne, told.centre)])
  expect(told.asked.at(-1)).toEqual({ atLeast: g + 1, g: g + 1 })
  expect(kinds(anne.events)).toContain('broken')
  expect(JSON.stringify([...anne.replica.store.scan('aggregate')])).toBe(copied)
  told.alter = null
  await settle([connect(anne, told.centre)])
  expect(seen(anne, told.centre).copy).toEqual(seen(anne, told.centre).truth)
})

test('[EX14] a copy that no answer may hold is taken all the same', async () => {
  const world = committeeWorld()
  const dossier = world.store.row('aggregate', 'dossier/dos-1')
  if (dossier?.state == null) throw new Error('a dossier is there')
  const description = 'é'.repeat(50_000)
  world.store.apply(
    Array.from({ length: 700 }, (_, n) => ({
      table: 'aggregate' as const,
      key: `dossier/large-${n}`,
      row: { ...dossier, state: { ...dossier.state, id: `large-${n}`, description } as typeof dossier.state },
    })),
  )
  const told = chunkedCentre(world, 50)
  const anne = owed(world)
  const line = connect(anne, told.centre)
  await settle([line])
  expect(anne.replica.store.row('aggregate', 'dossier/large-699')?.state).toMatchObject({ description })
  expect(anne.replica.store.row('anew', 'centre')).toBe(null)
  const atOnce = anne.exchange.ask('copy', {})
  await settle([line])
  expect(await atOnce).toEqual({ ok: false, why: 'too-large' })
}, 60_000)

const snapshotRows = (world: World): number => [...snapshotFor(world.store, { user: 'u-anne' }).rows].length
