import { join } from 'node:path'
import type { BundleImported } from '#shared/contract/syncAnswers.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { AuthorityOutput } from '#shared/operations/authority/outputs.ts'
import type { BlobStore } from '#shared/operations/blobs/blobPorts.ts'
import { blobsCitedBy } from '#shared/operations/blobs/blobsCitedBy.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { decodeCommitBody, decodeCommitHeader } from '#shared/operations/commitDecode.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import { diskBlobStore } from '../../adapters/blobs/diskBlobStore.ts'
import type { BundleControl } from '../../adapters/bundles/exportBundle.ts'
import { type BundleLogRecord, importBundle } from '../../adapters/bundles/importBundle.ts'
import { openBundle } from '../../adapters/bundles/openBundle.ts'
import type { HubRoom } from '../room/hubRoom.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { carryOn, type Relay } from './carriedCommits.ts'
import { takeLogFromKey } from './takeLogFromKey.ts'

export interface KeyTaker {
  readonly file: ShareableFile
  /** The room that this laptop orders, if it does. */
  readonly hub: HubRoom | null
  /** The line to whoever orders, if there is one. */
  readonly relay: Relay | null
  readonly ports: SyncPorts
}

/**
 * « Importer »: what was written elsewhere goes to whoever orders it, here if this laptop does; what an authority said is
 * taken as from its own line. Twice changes nothing more [BN7]. Refuses as `openBundle` and `importBundle`, `chain.gap`
 * when the log on the key begins further than this copy stands.
 */
export async function importFromKey(
  { file, hub, relay, ports }: KeyTaker,
  path: string,
  control: BundleControl,
): Promise<Result<BundleImported>> {
  const { sharing } = file
  const key = sharing.device()
  if (key === null) return refuse('sync.must-enrol')
  const bundle = await openBundle(
    path,
    {
      org: file.fileId,
      opener: { kind: 'device', device: key.id, privateKey: key.privateKey },
      knows: (device, publicKey) => isKnown(sharing, hub, device, publicKey),
      ports: ports.crypto,
    },
    control,
  )
  if (!bundle.ok) return bundle
  try {
    const pieces = diskBlobStore({
      folder: join(ports.piecesFolder, `${file.fileId}-cle`),
      blobKey: ports.randomness.bytes(32),
      ports: { ...ports.crypto, bytes: (length) => ports.randomness.bytes(length) },
    })
    const read = await importBundle<readonly BundleLogRecord[]>(
      bundle.value,
      { store: pieces, takeLog: allOf },
      ports.crypto,
      control,
    )
    if (!read.ok) return read
    const told = takeLogFromKey(sharing, read.value, bundle.value.header.exporter.device, ports)
    if (!told.ok) return told
    const commits = read.value.flatMap((record) => wholeCommit(record, ports))
    const toldCids = new Set(told.value.cids)
    const others = commits.filter(
      ({ id, header }) => !toldCids.has(base64UrlEncode(id)) && authorOf(header) !== key.id,
    )
    const ordered = await order(others, sharing, hub, relay)
    // Once the log is here: what it took away, or an erasure, is not brought back by an older key.
    const wanted = new Set([...sharing.attachments.missing(), ...citedByStanding(others, sharing)])
    const attachments = await keepAttachments(
      sharing,
      pieces,
      bundle.value.contents.blobs.map(({ sha256 }) => sha256).filter((sha256) => wanted.has(sha256)),
    )
    return ok({
      taken: told.value.taken + ordered.taken,
      known: told.value.known + ordered.known,
      attachments,
      waiting: ordered.waiting,
    })
  } finally {
    bundle.value.close()
  }
}

/** All or nothing: a key that is pulled out in the middle gave nothing. */
function allOf(records: Iterable<Result<BundleLogRecord>>): Result<readonly BundleLogRecord[]> {
  const taken: BundleLogRecord[] = []
  for (const record of records) {
    if (!record.ok) return record
    taken.push(record.value)
  }
  return ok(taken)
}

async function order(
  commits: readonly SignedCommit[],
  sharing: FileSharing,
  hub: HubRoom | null,
  relay: Relay | null,
): Promise<{ readonly taken: number; readonly known: number; readonly waiting: number }> {
  if (commits.length === 0) return { taken: 0, known: 0, waiting: 0 }
  if (hub === null) {
    const isSent = await carryOn(sharing, commits, relay)
    return { taken: isSent ? commits.length : 0, known: 0, waiting: isSent ? 0 : commits.length }
  }
  const said = await hub.exchange.receive(commits)
  const is = (kind: AuthorityOutput['kind']): number =>
    said.filter((outputs) => outputs[0]?.kind === kind).length
  return { taken: is('entry'), known: is('duplicate'), waiting: is('waiting') + is('carried') }
}

function wholeCommit(record: BundleLogRecord, { crypto }: SyncPorts): readonly SignedCommit[] {
  if (record.kind !== 'commit' || record.body === null) return []
  const { header, body, signature } = record
  return [{ header, body, signature, id: crypto.sha256(header) }]
}

const authorOf = (header: Uint8Array): string | null => {
  const read = decodeCommitHeader(header)
  return read.ok ? read.value.dev : null
}

function isKnown({ copy }: FileSharing, hub: HubRoom | null, device: string, publicKey: Uint8Array): boolean {
  const known = hub?.rows.row('device', device) ?? copy.row('device', device)
  const key = known && base64UrlDecode(known.publicKey)
  return known?.standing === 'valid' && key != null && Buffer.compare(key, publicKey) === 0
}

/** What commits for whoever orders them cite, those left out whose bodies were dropped here. */
const citedByStanding = (commits: readonly SignedCommit[], { copy }: FileSharing): readonly string[] =>
  commits.flatMap(({ id, body }) => {
    if (copy.row('commit', base64UrlEncode(id))?.erased) return []
    const read = decodeCommitBody(body)
    return read.ok ? read.value.ops.flatMap((operation) => blobsCitedBy(operation)) : []
  })

async function keepAttachments(
  sharing: FileSharing,
  pieces: BlobStore,
  digests: readonly string[],
): Promise<number> {
  let kept = 0
  for (const sha256 of digests) {
    const manifest = await pieces.whole(sha256)
    if (!manifest.ok || manifest.value === null) continue
    const parts: Uint8Array[] = []
    for (const index of manifest.value.chunks.keys()) {
      const chunk = await pieces.chunk(sha256, index)
      if (chunk.ok) parts.push(chunk.value)
    }
    if (sharing.attachments.put(sha256, new Uint8Array(Buffer.concat(parts))).ok) kept++
    await pieces.discard(sha256)
  }
  return kept
}
