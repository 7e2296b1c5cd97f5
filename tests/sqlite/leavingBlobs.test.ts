import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeCrypto } from '#main/adapters/keys/nodeCrypto.ts'
import { moveAttachments } from '#main/sync/attachments/moveAttachments.ts'
import { piecesStore } from '#main/sync/attachments/piecesStore.ts'
import type { SyncPorts } from '#main/sync/syncPorts.ts'
import { describeBlob, transferOf } from '#shared/operations/blobs/blobManifest.ts'
import { snapshotFor } from '#shared/operations/feed/snapshotFor.ts'
import { entityOf } from '#shared/operations/operation.ts'
import { takeSnapshot } from '#shared/operations/replica/takeSnapshot.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import { act, createdFile, openedFile, temporaryFolder, valueOf, withCandidature } from './committeeOnDisk.ts'
import { type SharedWorld, secretaryUser, sharedWorld, withCommittee } from './sharedWorld.ts'

const textOf = (text: string): Buffer => Buffer.from(`${text}\n`.repeat(3))

async function sharedFile(
  path: string,
): Promise<{ readonly file: ShareableFile; readonly world: SharedWorld }> {
  const { file } = await createdFile(path)
  withCommittee(file)
  for (const number of [1, 2]) withCandidature(file, number, 'un', 'Berric')
  return { file, world: sharedWorld(file) }
}

/** A paper, drawn from these bytes and with these pictures; answers their digests. */
function issue(
  file: ShareableFile,
  id: string,
  of: { readonly candidatureId: string | null; readonly sessionId: string | null },
  content: Buffer,
  picture: Buffer | null = null,
): readonly string[] {
  const digests: string[] = []
  valueOf(
    file.transact(act('Document', false), (transaction) => {
      digests.push(transaction.putBlob(content))
      if (picture !== null) digests.push(transaction.putBlob(picture))
      return transaction.emit('document.issue@2', entityOf('document', id), {
        ...of,
        document: 'minutes',
        sha256: 'a',
        factsDigest: 'b',
        format: 'pdf',
        reading: 'full',
        number: '',
        contentDigest: digests[0] ?? '',
        pictureDigests: digests.slice(1),
        madeAt: '',
        template: null,
      })
    }),
  )
  return digests
}

const templateOf = (id: string, sha256: string) => ({
  k: 'template.add@1',
  e: `template/${id}`,
  d: {
    document: 'minutes' as const,
    name: 'Modèle',
    version: { version: 1, sha256, fileName: 'modele.docx', addedOn: '2026-11-20' },
  },
})
const erasing = (id: string, commits: readonly string[]) => ({
  k: 'erasure.order@1',
  e: `erasure/${id}`,
  d: { commits, reason: 'demande de la personne' },
})
const heldOf = ({ sharing }: ShareableFile, digests: readonly string[]): readonly boolean[] =>
  digests.map((sha256) => sharing.attachments.has(sha256))

test('[SY4] [BL13] with a dossier that is taken away go the bytes of its papers and of those of the whole session; never what another paper cites', async () => {
  using folder = temporaryFolder()
  const { file, world } = await sharedFile(folder.file('a.delibere'))
  // Who keeps the secretariat is a member too.
  const [mandate] = world.store.row('mandates', secretaryUser)?.list ?? []
  if (mandate === undefined) throw new Error('the secretariat has its mandate')
  world.apply([
    { table: 'mandates', key: secretaryUser, row: { list: [{ ...mandate, memberId: 'm-anne' }] } },
  ])
  valueOf(
    file.transact(act('Séance', false), (transaction) =>
      transaction.emit('session.plan@1', 'session/s1', {
        callId: 'call-1',
        date: '2026-12-01',
        place: '',
        secondConvocation: false,
        convocation: null,
        agenda: [1, 2].map((number) => ({
          id: `item-${number}`,
          kind: 'candidature' as const,
          candidatureId: `c${number}`,
          title: `Point ${number}`,
          rapporteurId: null,
        })),
      } as never),
    ),
  )
  const logo = textOf('un logo')
  const [own = '', picture = ''] = issue(
    file,
    'p1',
    { candidatureId: 'c1', sessionId: null },
    textOf('un'),
    logo,
  )
  const [other = ''] = issue(file, 'p2', { candidatureId: 'c2', sessionId: null }, textOf('deux'), logo)
  const [whole = ''] = issue(file, 'p3', { candidatureId: null, sessionId: 's1' }, textOf('procès-verbal'))
  world.push(file)
  world.pull(file)
  const all = [own, picture, other, whole]
  expect(heldOf(file, all)).toEqual([true, true, true, true])
  expect(
    world.verdict('anne', 'recusal/m-anne', {
      k: 'recusal.declare@1',
      e: 'recusal/c1/m-anne',
      d: { reason: 'lien', legalBasis: '', counting: 'numerator' },
    }),
  ).toBe('ok')
  expect(world.pull(file)).toContainEqual(expect.objectContaining({ kind: 'purged', dossier: 'd1' }))
  expect(heldOf(file, all)).toEqual([false, true, true, false])
  // Nobody would give the paper of the whole session: it is not asked for, and its absence is no damage.
  expect(file.sharing.attachments.missing()).toEqual([])
  expect([...file.sharing.attachments.leftPieces()]).toEqual([own, whole].sort())
  expect(file.doctor().verdict).toBe('conforme')
  file.close()
})

test('[BL14] [SY28] what the centre says only erased commits cite goes, from a copy of states too; never what a body here or an unsent act cites', async () => {
  using folder = temporaryFolder()
  const path = folder.file('a.delibere')
  const { file, world } = await sharedFile(path)
  const { attachments } = file.sharing
  const bytes = ['nominatif', 'partagé', 'à envoyer', 'gardé en état'].map(textOf)
  const [alone = '', shared = '', mine = '', stated = ''] = bytes.map((each) => digestOf(each))
  const cited = [
    ['t1', alone],
    ['t2', shared],
    ['t3', shared],
    ['t4', mine],
    ['t5', stated],
  ] as const
  const cids = cited.map(([id, sha256]) => {
    expect(world.verdict('clerk', 'office', templateOf(id, sha256))).toBe('ok')
    return world.store.row('entry', String(world.store.row('log', 'log')?.g))?.entry.cid ?? ''
  })
  world.pull(file)
  for (const each of bytes) valueOf(attachments.put(digestOf(each), each))
  const order = [cids[0], cids[1], cids[3], cids[4]].map(String)
  expect(world.verdict('admin', 'control', erasing('e-1', order))).toBe('ok')
  // An act of this laptop that nobody has yet cites one of them again.
  expect(issue(file, 'p1', { candidatureId: 'c1', sessionId: null }, bytes[2] ?? textOf(''))).toEqual([mine])
  world.pull(file)
  // Until the centre says so, what a state tells stays.
  expect(heldOf(file, [alone, shared, mine, stated])).toEqual([true, true, true, true])
  valueOf(attachments.erased([alone, shared, mine]))
  expect(heldOf(file, [alone, shared, mine, stated])).toEqual([false, true, true, true])
  expect([attachments.missing(), attachments.known().includes(alone)]).toEqual([[], false])
  // A copy that was taken anew holds states, and never had the bodies.
  const { head, rows } = snapshotFor(world.store, { user: secretaryUser })
  valueOf(file.sharing.take((copy) => takeSnapshot(copy, head, rows)))
  expect([attachments.missing(), attachments.has(stated)]).toEqual([[], true])
  valueOf(attachments.erased([stated]))
  expect(attachments.has(stated)).toBe(false)
  file.close()
  const again = await openedFile(path)
  expect(heldOf(again, [alone, stated])).toEqual([false, false])
  expect(again.sharing.attachments.missing()).toEqual([])
  expect(again.doctor().verdict).toBe('conforme')
  // Cited anew, by an act that was not erased: asked for as any other.
  expect(world.verdict('clerk', 'office', templateOf('t6', alone))).toBe('ok')
  world.pull(again)
  expect(again.sharing.attachments.missing()).toEqual([alone])
  again.close()
})

test('[HS22] stopped between the file and its pieces: what was on its way here goes at the next opening', async () => {
  using folder = temporaryFolder()
  const path = folder.file('a.delibere')
  const { file, world } = await sharedFile(path)
  const bytes = new Uint8Array(1_048_577)
  const manifest = valueOf(describeBlob(bytes, nodeCrypto))
  const { sha256 } = manifest
  expect(world.verdict('clerk', 'office', templateOf('t1', sha256))).toBe('ok')
  const { cid = '' } = world.store.row('entry', String(world.store.row('log', 'log')?.g))?.entry ?? {}
  world.pull(file)
  const ports = {
    crypto: nodeCrypto,
    randomness: nodeCrypto,
    piecesFolder: join(folder.path, 'pieces'),
    timers: { after: () => () => undefined, every: () => () => undefined },
  } as unknown as SyncPorts
  const pieces = piecesStore(file, ports)
  valueOf(await pieces.receive(manifest))
  const transfer = transferOf(manifest, nodeCrypto)
  valueOf(await pieces.putChunk(sha256, transfer, 0, bytes.slice(0, 1_048_576)))
  expect(world.verdict('admin', 'control', erasing('e-1', [cid]))).toBe('ok')
  world.pull(file)
  valueOf(file.sharing.attachments.erased([sha256]))
  file.close()
  expect(valueOf(await pieces.reception(sha256, transfer))).not.toBeNull()
  const again = await openedFile(path)
  const moved = moveAttachments({
    file: again,
    ports,
    lines: () => [],
    onProgress: () => undefined,
    guard: () => undefined,
  })
  await moved.move()
  expect(valueOf(await piecesStore(again, ports).reception(sha256, transfer))).toBeNull()
  expect(again.sharing.attachments.leftPieces()).toEqual([])
  moved.stop()
  again.close()
})

const digestOf = (bytes: Uint8Array): string => Buffer.from(nodeCrypto.sha256(bytes)).toString('hex')
