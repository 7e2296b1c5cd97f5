import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { nodeCrypto, nodeSigner } from '#main/adapters/keys/nodeCrypto.ts'
import { sqliteCommitteeFiles } from '#main/adapters/sqlite/committeeFiles.ts'
import { takeFirstCopy } from '#main/sync/centre/takeFirstCopy.ts'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import { ok } from '#shared/kernel/result.ts'
import { receiptText } from '#shared/operations/authority/receipts.ts'
import type { LogRecord } from '#shared/operations/authority/records.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import type { FedRow } from '#shared/operations/feed/feed.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { nextContentDigest, signFirstSync } from '#shared/operations/first-sync/firstSyncManifest.ts'
import { sliceRows } from '#shared/operations/first-sync/sliceRows.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import { testDevice } from '#tests/operations/support/device.ts'
import {
  act,
  addCandidature,
  createdFile,
  type Folder,
  openedFile,
  passphrase,
  settings,
  temporaryFolder,
  valueOf,
} from '#tests/sqlite/committeeOnDisk.ts'
import { log, type SharedWorld, sharedWorld, withCommittee } from '#tests/sqlite/sharedWorld.ts'

const authority = testDevice('centre', 'centre')
const authorityKey = Buffer.from(authority.enrolled.publicKey, 'base64url')

test('[HS4, FS3] a first copy that was cut goes on at the next chunk after a restart, and is that of the centre', async () => {
  using folder = temporaryFolder()
  const { fileId, world } = await centreOf(folder)
  const centre = chunkedCentre(fileId, snapshot(world))
  const path = folder.file('anne.delibere')
  const first = await emptyCopy(path, fileId, world)
  const cut = centre.asked(3)
  expect(await take(first, cut)).toMatchObject({ ok: false, refusal: { code: 'network.lost' } })
  // Nobody goes on from a copy that is not whole.
  expect(first.sharing.copy.row('cursor', log)?.g).toBe(0)
  first.close()
  const again = await openedFile(path)
  const rest = centre.asked()
  expect(await take(again, rest)).toEqual(ok(null))
  expect(cut.chunks).toEqual([0, 1, 2])
  expect(rest.chunks).toEqual(centre.chunks.map((_, index) => index).slice(3))
  const { head, rows } = snapshot(world)
  expect(again.sharing.copy.row('cursor', log)).toEqual(head)
  expect(again.sharing.copy.row('anew', log)).toBeNull()
  expect(heldBy(again)).toEqual(new Map(rows.map(({ entity, aggregate }) => [entity, aggregate])))
  expect(again.doctor().verdict).toBe('conforme')
  again.close()
})

test('[HS4] what was begun of an earlier state and is not in the present one goes', async () => {
  using folder = temporaryFolder()
  const { fileId, world } = await centreOf(folder)
  const before = snapshot(world)
  const copy = await emptyCopy(folder.file('anne.delibere'), fileId, world)
  await take(copy, chunkedCentre(fileId, before).asked(before.rows.length - 1))
  expect(heldBy(copy).has('candidature/c1')).toBe(true)
  // The centre went on, and does not show everything any more.
  const head = { ...before.head, g: before.head.g + 1 }
  const rows = before.rows
    .filter(({ entity }) => entity !== 'candidature/c1')
    .map((row) => ({ ...row, g: head.g }))
  expect(await take(copy, chunkedCentre(fileId, { head, rows }).asked())).toEqual(ok(null))
  expect(heldBy(copy)).toEqual(new Map(rows.map(({ entity, aggregate }) => [entity, aggregate])))
  expect(copy.sharing.copy.row('cursor', log)).toEqual(head)
  copy.close()
})

test('[HS4, FS1] another key, another committee, an altered chunk: nothing of it is taken', async () => {
  using folder = temporaryFolder()
  const { fileId, world } = await centreOf(folder)
  const copy = await emptyCopy(folder.file('anne.delibere'), fileId, world)
  const centre = chunkedCentre(fileId, snapshot(world))
  const stranger = { log, authorityKey: Buffer.alloc(32, 1) }
  const codes = []
  for (const said of [
    await take(copy, centre.asked(), stranger),
    await take(copy, chunkedCentre('another', snapshot(world)).asked()),
    await take(copy, { ...centre.asked(), ask: altering(centre.asked().ask) }),
  ])
    codes.push(said.ok ? 'taken' : said.refusal.code)
  expect(codes).toEqual(['first-sync.bad-signature', 'first-sync.malformed', 'first-sync.altered'])
  expect(heldBy(copy).size).toBe(0)
  copy.close()
})

type Ask = DeviceExchange['ask']
interface Asked {
  readonly ask: Ask
  /** Places of the chunks that were given. */
  readonly chunks: number[]
}

const take = (file: ShareableFile, { ask }: Asked, followed = { log, authorityKey }) =>
  takeFirstCopy(file, followed, { ask }, nodeCrypto, {
    onProgress: () => undefined,
    signal: { aborted: false },
  })

/** A centre that gives one row a chunk. */
function chunkedCentre(org: string, { head, rows }: Snapshot) {
  let digest: Uint8Array = new Uint8Array(32)
  const chunks = rows.map((row) => {
    const [slice] = [...sliceRows([row as unknown as Json])]
    const content = slice?.content ?? new Uint8Array()
    digest = nextContentDigest(digest, content, nodeCrypto)
    return new Uint8Array(gzipSync(content))
  })
  const named = chunks.map((bytes) => ({
    sha256: base64UrlEncode(nodeCrypto.sha256(bytes)),
    bytes: bytes.length,
    rows: 1,
  }))
  const signed = signFirstSync(
    {
      ...{ org, log, scope: 'user/u-anne', g: head.g, r: receiptText(head.r), sv: 1 },
      ...{ rows: rows.length, digest: base64UrlEncode(digest), chunks: named },
    },
    nodeSigner(authority.privateKey),
  )
  const asked = (most = Number.POSITIVE_INFINITY): Asked => {
    const given: number[] = []
    const answer = (what: string, question: unknown): unknown => {
      if (what === 'standing') return { log, epoch: head.epoch, g: head.g, chain: { seq: 0, cid: null } }
      if (what === 'first-sync') return { manifests: [signed] }
      const place = named.findIndex(({ sha256 }) => sha256 === (question as { sha256: string }).sha256)
      if (given.length >= most) return null
      given.push(place)
      return { chunk: chunks[place] }
    }
    return {
      chunks: given,
      ask: (async (what, question) => {
        const value = answer(what, question)
        return value === null ? { ok: false, why: 'lost' } : { ok: true, value }
      }) as Ask,
    }
  }
  return { asked, chunks }
}

const altering = (ask: Ask): Ask =>
  (async (what, question) => {
    const given = await ask(what, question)
    return what === 'first-sync-chunk' ? { ok: true, value: { chunk: new Uint8Array(9) } } : given
  }) as Ask

interface Snapshot {
  readonly head: LogRecord
  readonly rows: readonly FedRow[]
}

function snapshot(world: SharedWorld): Snapshot {
  const { head, rows } = snapshotFor(world.store, { user: 'u-anne' })
  return { head, rows: [...rows].sort((one, other) => (one.entity < other.entity ? -1 : 1)) }
}

const heldBy = ({ sharing }: ShareableFile) =>
  new Map([...sharing.copy.scan('aggregate')].map(([entity, aggregate]) => [entity, aggregate]))

async function centreOf(folder: Folder) {
  const { file } = await createdFile(folder.file('secretariat.delibere'))
  withCommittee(file)
  valueOf(
    file.transact(act('Import'), (transaction) => {
      for (let number = 1; number <= 3; number++)
        addCandidature(transaction, number, `Projet ${number}`, 'Berric')
      return ok(null)
    }),
  )
  const world = sharedWorld(file)
  world.verdict('clerk', 'shared', {
    k: 'member.change@1',
    e: 'member/m-bruno',
    d: { set: { name: 'Bruno' } },
  })
  file.close()
  return { fileId: file.fileId, world }
}

/** What `sync.join` begins: enrolled, nothing of the committee in it yet. */
async function emptyCopy(path: string, fileId: string, world: SharedWorld): Promise<ShareableFile> {
  const { file } = valueOf(await sqliteCommitteeFiles(settings()).createCopy(path, passphrase, fileId))
  const key = file.sharing.prepareDevice()
  world.enrol(key, 'u-anne')
  valueOf(file.sharing.share({ user: 'u-anne', name: 'Anne', device: key.id, log, mandates: [] }))
  valueOf(file.sharing.copy.write([{ table: 'anew', key: log, row: { g: 0 } }]))
  return file
}
