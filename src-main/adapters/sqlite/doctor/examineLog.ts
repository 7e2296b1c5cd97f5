import type { Refusal } from '#shared/kernel/result.ts'
import { type ChainHead, verifyNextCommit } from '#shared/operations/chain.ts'
import type { CommitBody } from '#shared/operations/commit.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { decodeCommitHeader } from '#shared/operations/commitDecode.ts'
import { signedBytes } from '#shared/operations/commitEncode.ts'
import type { StoredCommit } from '../log/commitLog.ts'
import type { Checked, DoctorSettings } from './examine.ts'

/**
 * Every commit against its signature, its body, the chain of its device and its place in the file; every operation
 * against the index, version by version.
 */
export function examineLog(
  { database, stores, sync, fileId, ports }: DoctorSettings,
  checked: Checked,
): string | null {
  const keys = new Map(
    database.prepare<[], [string, Uint8Array]>('SELECT id, public_key FROM devices').raw().all(),
  )
  const heads = new Map<string, ChainHead>()
  const indexed = database.prepare<[number], IndexRow>(
    `SELECT entity, version, content_version AS contentVersion, ordinal FROM operations
       WHERE commit_position = ? ORDER BY ordinal`,
  )
  const mayLackBodies = sync.copy.count('purged') > 0
  let expectedPosition = 0
  for (const commit of stores.log.walk()) {
    expectedPosition += 1
    if (commit.position !== expectedPosition)
      return `Il manque l’enregistrement en position ${expectedPosition} du journal.`
    const publicKey = keys.get(commit.device)
    if (publicKey === undefined) return `${placeOf(commit)} : l’appareil ${commit.device} est inconnu.`
    const head = heads.get(commit.device) ?? null
    if (commit.body.length === 0 && mayLackBodies) {
      const next = verifyHeader(head, publicKey, commit, fileId, ports)
      if (next === null) return `${placeOf(commit)} : son en-tête ne suit pas le précédent du même appareil.`
      heads.set(commit.device, next.head)
      checked.commits += 1
      checked.operations += next.operations
      continue
    }
    const verified = verifyNextCommit(head, { id: commit.device, publicKey }, commit, ports)
    if (!verified.ok) return `${placeOf(commit)} : ${sentenceOf(verified.refusal)}`
    if (verified.value.header.seq !== commit.seq || verified.value.header.org !== fileId)
      return `${placeOf(commit)} : l’en-tête signé ne correspond pas à sa place dans le fichier.`
    heads.set(commit.device, verified.value.head)
    const finding = examineIndex(
      commit,
      verified.value.body,
      indexed.all(commit.position),
      stores.index.contentVersion,
    )
    if (finding !== null) return finding
    checked.commits += 1
    checked.operations += verified.value.body.ops.length
  }
  const indexedCount = database.prepare<[], number>('SELECT count(*) FROM operations').pluck().get() as number
  return indexedCount === checked.operations
    ? null
    : 'L’index du journal nomme des opérations qui n’y sont pas.'
}

/** Of what was taken away from a shared file [SY4] the signed header stays, and its place in the chain. */
function verifyHeader(
  head: ChainHead | null,
  publicKey: Uint8Array,
  commit: StoredCommit,
  fileId: string,
  ports: DoctorSettings['ports'],
): { readonly head: ChainHead; readonly operations: number } | null {
  const header = decodeCommitHeader(commit.header)
  const headerDigest = ports.sha256(commit.header)
  if (!header.ok || !ports.verify(publicKey, signedBytes(commit.header), commit.signature)) return null
  const { dev, seq, prev, org, n } = header.value
  const follows =
    Buffer.compare(headerDigest, commit.id) === 0 &&
    dev === commit.device &&
    seq === commit.seq &&
    seq === (head?.seq ?? 0) + 1 &&
    org === fileId &&
    prev === (head === null ? null : base64UrlEncode(head.headerDigest))
  return follows ? { head: { device: dev, seq, headerDigest }, operations: n } : null
}

interface IndexRow {
  readonly entity: string
  readonly version: number
  readonly contentVersion: number
  readonly ordinal: number
}

function examineIndex(
  commit: StoredCommit,
  body: CommitBody,
  rows: readonly IndexRow[],
  contentVersionOf: DoctorSettings['stores']['index']['contentVersion'],
): string | null {
  for (const [ordinal, operation] of body.ops.entries()) {
    const row = rows[ordinal]
    const revertedTo =
      operation.k === 'aggregate.revert@1' ? (operation.d as { toVersion: number }).toVersion : undefined
    const entity = operation.e as Parameters<typeof contentVersionOf>[0]
    const sound =
      row !== undefined &&
      row.ordinal === ordinal &&
      row.entity === operation.e &&
      row.version === (operation.x ?? -1) + 1 &&
      row.contentVersion === (revertedTo === undefined ? row.version : contentVersionOf(entity, revertedTo))
    if (!sound)
      return `${placeOf(commit)} : l’opération ${ordinal + 1} (${operation.e}) est mal rangée dans l’index.`
  }
  return null
}

const placeOf = (commit: StoredCommit) =>
  `Journal, position ${commit.position} (appareil ${commit.device}, n° ${commit.seq})`

function sentenceOf(refusal: Refusal): string {
  switch (refusal.code) {
    case 'commit.bad-signature':
      return 'la signature est fausse.'
    case 'commit.bad-body':
      return 'le contenu a été modifié après la signature.'
    case 'commit.bad-identifier':
      return 'l’identifiant n’est pas l’empreinte de l’en-tête.'
    case 'chain.gap':
      return `la suite de l’appareil est rompue : le n° ${String(refusal.details.expectedSeq)} était attendu.`
    case 'chain.broken':
      return 'l’enregistrement ne suit pas le précédent du même appareil.'
    default:
      return 'l’enregistrement est illisible.'
  }
}
