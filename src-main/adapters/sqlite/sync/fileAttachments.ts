import { createHash } from 'node:crypto'
import type { Json } from '#shared/kernel/canonicalJson.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { openDraft } from '#shared/operations/authority/draft.ts'
import { blobsCitedBy } from '#shared/operations/blobs/blobsCitedBy.ts'
import { decodeCommitBody } from '#shared/operations/commitDecode.ts'
import { readsWholeSession } from '#shared/operations/feed/readableRow.ts'
import { ownKey } from '#shared/operations/replica/records.ts'
import type { FileAttachments } from '#shared/usecases/sharingPorts.ts'
import { refusedBySystem } from '../file/refusedBySystem.ts'
import { awaitedBlobs } from './awaitedBlobs.ts'
import { citedByStates, withheldEntities } from './blobsCitedHere.ts'
import { blobsLeaving } from './blobsLeaving.ts'
import { readSelf } from './fileSelf.ts'
import type { SharedFileParts } from './sharedFileParts.ts'

/** The kept bytes of the file, for whoever carries them. */
export function fileAttachments(parts: SharedFileParts): FileAttachments {
  const { database, path, stores, sync, transaction, whenFree } = parts
  const { blobs } = stores
  const awaited = awaitedBlobs(database, blobs)
  const leaving = blobsLeaving(database, sync.copy, sync.settings)
  /** [BL13] What the closings here cite and this person is not given: nobody would answer, however often he asked. */
  const notForUs = (): ReadonlySet<string> => {
    const mandates = readSelf(sync.settings)?.mandates ?? []
    const rows = openDraft(sync.copy)
    const cited = stores.aggregates.ids('session').flatMap((id) => {
      if (readsWholeSession(rows, mandates, id)) return []
      const text = stores.aggregates.row(`session/${id}`)?.text
      return text == null ? [] : blobsCitedBy({ e: `session/${id}`, d: JSON.parse(text) as Json })
    })
    const withheld = withheldEntities(database, sync.copy)
    const ofWithheld = citedByStates(database, sync.copy, (entity) => withheld.has(entity))
    return new Set([...cited, ...ofWithheld])
  }
  return {
    missing: () => {
      const list = awaited.list()
      if (list.length === 0) return list
      const left = notForUs()
      return list.filter((sha256) => !left.has(sha256) && !leaving.isErased(sha256))
    },
    toOffer: (after) => {
      const head = sync.copy.row('ownHead', 'own')
      const upTo = { dev: head?.dev ?? '', seq: head?.seq ?? 0 }
      // Another chain than the one that was looked at: enrolled anew, this laptop may hold what it did not send under its former key.
      if (after?.dev !== upTo.dev) return { upTo, digests: blobs.all() }
      const cited = new Set<string>()
      for (let seq = after.seq + 1; seq <= upTo.seq; seq++) {
        const own = sync.copy.row('own', ownKey({ dev: upTo.dev, seq }))
        const body = decodeCommitBody(own?.commit.body ?? new Uint8Array(0))
        for (const operation of body.ok ? body.value.ops : [])
          for (const sha256 of blobsCitedBy(operation)) if (blobs.has(sha256)) cited.add(sha256)
      }
      return { upTo, digests: [...cited].sort() }
    },
    known: () =>
      [...new Set([...blobs.all(), ...awaited.list()])].filter((sha256) => !leaving.isErased(sha256)),
    erased: (digests) => {
      if (database.inTransaction) return refuse('entity.changed-meanwhile')
      try {
        transaction(() => leaving.dropErased(digests))
        return ok(null)
      } catch (error) {
        return refusedBySystem(error, path)
      }
    },
    leftPieces: () => leaving.pieces(),
    piecesGone: (digests) => whenFree(() => leaving.piecesGone(digests)),
    has: (sha256) => blobs.has(sha256),
    read: (sha256) => blobs.get(sha256),
    put: (sha256, bytes) => {
      if (createHash('sha256').update(bytes).digest('hex') !== sha256)
        return refuse('blob.altered', { part: 'whole' })
      return transaction(() => {
        blobs.put(bytes)
        awaited.came(sha256)
        return ok(null)
      })
    },
  }
}
