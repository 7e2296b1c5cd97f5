import { ok, type Result } from '#shared/kernel/result.ts'
import { openDraft } from '#shared/operations/authority/draft.ts'
import { answerBlobRequest } from '#shared/operations/blobs/answerBlobRequest.ts'
import { transferOf } from '#shared/operations/blobs/blobManifest.ts'
import type { BlobStore, Reception } from '#shared/operations/blobs/blobPorts.ts'
import type { BlobRequest, BlobResponse } from '#shared/operations/blobs/blobWire.ts'
import { readsCitation } from '#shared/operations/blobs/readsCitation.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import type { SharedRows } from '#shared/usecases/sharingPorts.ts'
import { keptBlobs } from '../../adapters/blobs/keptBlobs.ts'
import { wholeReception } from '../../adapters/blobs/publishBlob.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { piecesStore } from './piecesStore.ts'
import { putInFile } from './putInFile.ts'
import { citationsIn } from './roomCitations.ts'

/** The attachments of a room, served by its hub [HS20]: what lies in its file, and what was brought for the centre. */
export interface RoomBlobs {
  answer(request: BlobRequest, device: string): Promise<BlobResponse>
  /** Whole ones that commits of other laptops cite: what the hub brings to the centre. */
  forCentre(): Promise<readonly string[]>
  readonly store: BlobStore
}

export function roomBlobs(file: ShareableFile, rows: SharedRows, ports: SyncPorts): RoomBlobs {
  const citations = citationsIn(rows)
  const store = roomStore(file, ports)
  const own = file.sharing.device()?.id
  return {
    store,
    answer: (request, device) =>
      answerBlobRequest(request, device, {
        store,
        rights: {
          mayUpload: (_device, sha256) => citations.of(sha256).some((citation) => citation.device === device),
          mayDownload: (_device, sha256) => {
            const read = openDraft(rows)
            const may = readsCitation(
              read,
              device,
              citations.of(sha256).map(({ source }) => source),
            )
            return may
          },
        },
      }),
    forCentre: async () => {
      const held: string[] = []
      for (const sha256 of citations.ofOthers(own ?? '')) {
        const manifest = await store.whole(sha256)
        if (manifest.ok && manifest.value !== null) held.push(sha256)
      }
      return held
    },
  }
}

/** What is whole lies in the file when the copy of this laptop cites it; what it only carries stays among the pieces. */
function roomStore(file: ShareableFile, ports: SyncPorts): BlobStore {
  const { attachments } = file.sharing
  const pieces = piecesStore(file, ports)
  const kept = keptBlobs((sha256) => attachments.read(sha256), ports.crypto)
  const inFile = async (sha256: string, transfer: string): Promise<Result<Reception | null>> => {
    if (!attachments.has(sha256)) return ok(null)
    const manifest = await kept.whole(sha256)
    if (!manifest.ok) return manifest
    const isSame = manifest.value !== null && transferOf(manifest.value, ports.crypto) === transfer
    return ok(isSame && manifest.value !== null ? wholeReception(manifest.value, transfer) : null)
  }
  return {
    whole: (sha256) => (attachments.has(sha256) ? kept.whole(sha256) : pieces.whole(sha256)),
    chunk: (sha256, index) =>
      attachments.has(sha256) ? kept.chunk(sha256, index) : pieces.chunk(sha256, index),
    receive: async (manifest) => {
      const here = await inFile(manifest.sha256, transferOf(manifest, ports.crypto))
      if (!here.ok) return here
      return here.value === null ? pieces.receive(manifest) : ok(here.value)
    },
    reception: async (sha256, transfer) => {
      const here = await inFile(sha256, transfer)
      return !here.ok || here.value !== null ? here : pieces.reception(sha256, transfer)
    },
    putChunk: async (sha256, transfer, index, bytes) => {
      const here = await inFile(sha256, transfer)
      if (!here.ok) return here
      if (here.value !== null) return ok(here.value)
      const put = await pieces.putChunk(sha256, transfer, index, bytes)
      if (put.ok && put.value.whole && attachments.missing().includes(sha256))
        await putInFile(file.sharing, pieces, sha256)
      return put
    },
    discard: (sha256) => pieces.discard(sha256),
  }
}
