import { type Refusal, refuse } from '#shared/kernel/result.ts'
import { decodeBlobManifest, encodeBlobManifest } from './blobManifest.ts'
import type { BlobRights, BlobStore } from './blobPorts.ts'
import {
  type BlobAsk,
  type BlobRequest,
  type BlobResponse,
  readBlobRequest,
  receptionHeaders,
  statusOf,
} from './blobWire.ts'

export interface BlobServing {
  readonly store: BlobStore
  readonly rights: BlobRights
}

/**
 * The other end of {@link writeBlobRequest}, for the hub as for the server. `device` proved its key before.
 *
 * A blob that the device may not read and one that does not exist give the same answer, `blob.absent`: whether a
 * document exists is itself a secret [BL8]. Waits for the ports alone; knows no framework.
 */
export async function answerBlobRequest(
  request: BlobRequest,
  device: string,
  serving: BlobServing,
): Promise<BlobResponse> {
  const ask = readBlobRequest(request)
  if (!ask.ok) return refusing(ask.refusal)
  const isUpload = ask.value.kind !== 'manifest' && ask.value.kind !== 'get'
  const isAllowed = isUpload
    ? await serving.rights.mayUpload(device, ask.value.sha256)
    : await serving.rights.mayDownload(device, ask.value.sha256)
  if (!isAllowed) return refusing(refuse(isUpload ? 'blob.not-cited' : 'blob.absent').refusal)
  return answer(ask.value, request.body, serving)
}

async function answer(ask: BlobAsk, body: Uint8Array, { store }: BlobServing): Promise<BlobResponse> {
  switch (ask.kind) {
    case 'manifest': {
      const manifest = await store.whole(ask.sha256)
      if (!manifest.ok) return refusing(manifest.refusal)
      return manifest.value === null ? absent() : saying({}, encodeBlobManifest(manifest.value))
    }
    case 'get': {
      const bytes = await store.chunk(ask.sha256, ask.index)
      return bytes.ok ? saying({}, bytes.value) : refusing(bytes.refusal)
    }
    case 'describe': {
      const manifest = decodeBlobManifest(body)
      if (!manifest.ok) return refusing(manifest.refusal)
      // The right was asked for the digest of the path.
      if (manifest.value.sha256 !== ask.sha256) return refusing(refuse('blob.malformed').refusal)
      const reception = await store.receive(manifest.value)
      return reception.ok ? saying(receptionHeaders(reception.value)) : refusing(reception.refusal)
    }
    case 'standing': {
      const reception = await store.reception(ask.sha256, ask.transfer)
      if (!reception.ok) return refusing(reception.refusal)
      return reception.value === null ? absent() : saying(receptionHeaders(reception.value))
    }
    case 'put': {
      const reception = await store.putChunk(ask.sha256, ask.transfer, ask.index, body)
      return reception.ok ? saying(receptionHeaders(reception.value)) : refusing(reception.refusal)
    }
  }
}

const saying = (headers: BlobResponse['headers'], body: Uint8Array = new Uint8Array()): BlobResponse => ({
  status: 200,
  headers: { ...headers, 'content-type': 'application/octet-stream', 'cache-control': 'no-store' },
  body,
})

/** No sentence and no detail: the program that asked has both, and a server tells no more than the code. */
const refusing = (refusal: Refusal): BlobResponse => ({
  status: statusOf(refusal),
  headers: {
    'delibere-refusal': refusal.code,
    // One chunk that was damaged on the way is sent again; a whole that is not what was described never is.
    ...(refusal.code === 'blob.altered' ? { 'delibere-altered': String(refusal.details.part) } : {}),
    'cache-control': 'no-store',
  },
  body: new Uint8Array(),
})

const absent = () => refusing(refuse('blob.absent').refusal)
