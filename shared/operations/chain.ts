import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { type CommitBody, type CommitHeader, maxCommitBytes, type SignedCommit } from './commit.ts'
import { base64UrlEncode } from './commitBase64Url.ts'
import { decodeCommitBody, decodeCommitHeader } from './commitDecode.ts'
import { signedBytes } from './commitEncode.ts'
import type { CommitDigest, CommitVerifier } from './commitPorts.ts'

/** Where the chain of a device stands: its next commit has `seq + 1` and `prev` = base64url(headerDigest). */
export interface ChainHead {
  readonly device: string
  readonly seq: number
  readonly headerDigest: Uint8Array
}

/** A commit as its bytes say it, whoever signed: read once, however often it is asked about. */
export interface ReadCommit {
  readonly commit: SignedCommit
  readonly header: CommitHeader
  /** SHA-256 of the header, and as base64url. */
  readonly digest: Uint8Array
  readonly cid: string
  /** Refuses `commit.bad-body` for other bytes than the header names, `commit.malformed`. */
  body(): Result<CommitBody>
  /** @param publicKey raw Ed25519 key, 32 bytes. */
  isSignedBy(publicKey: Uint8Array): boolean
}

export interface VerifiedCommit {
  readonly header: CommitHeader
  readonly body: CommitBody
  readonly head: ChainHead
}

/** Refuses `commit.too-large`, `commit.malformed`, `commit.bad-identifier`. Body and signature are looked at when asked for. */
export function readCommit(commit: SignedCommit, ports: CommitDigest & CommitVerifier): Result<ReadCommit> {
  const sizeBytes = commit.header.length + commit.body.length + commit.signature.length
  if (sizeBytes > maxCommitBytes) return refuse('commit.too-large', { sizeBytes, limitBytes: maxCommitBytes })
  const decoded = decodeCommitHeader(commit.header)
  if (!decoded.ok) return decoded
  const header = decoded.value
  const digest = ports.sha256(commit.header)
  const cid = base64UrlEncode(digest)
  if (commit.id.length !== digest.length || !digest.every((byte, at) => byte === commit.id[at]))
    return refuse('commit.bad-identifier', { device: header.dev, seq: header.seq })
  let body: Result<CommitBody> | null = null
  let signed: { readonly by: string; readonly holds: boolean } | null = null
  return ok({
    commit,
    header,
    digest,
    cid,
    body() {
      body ??= bodyOf(commit, header, ports)
      return body
    },
    isSignedBy(publicKey) {
      const by = base64UrlEncode(publicKey)
      if (signed?.by !== by) {
        const holds = ports.verify(publicKey, signedBytes(commit.header), commit.signature)
        signed = { by, holds }
      }
      return signed.holds
    },
  })
}

/**
 * Verifies one commit against its bytes and its place in the chain of its device. `head` is null before the first
 * commit. Refuses, in this order: `commit.too-large`, `commit.malformed`, `commit.bad-identifier`,
 * `commit.bad-signature`, `commit.bad-body`, `chain.gap` (the sequence jumps or repeats), `chain.broken` (another
 * previous header).
 */
export function verifyNextCommit(
  head: ChainHead | null,
  device: { readonly id: string; readonly publicKey: Uint8Array },
  commit: SignedCommit,
  ports: CommitDigest & CommitVerifier,
): Result<VerifiedCommit> {
  const read = readCommit(commit, ports)
  return read.ok ? verifyNext(head, device, read.value) : read
}

/** The same of a commit that was read: from `commit.bad-signature` on. */
export function verifyNext(
  head: ChainHead | null,
  device: { readonly id: string; readonly publicKey: Uint8Array },
  { header, digest, ...read }: ReadCommit,
): Result<VerifiedCommit> {
  const { dev, seq, prev } = header
  const place = { device: dev, seq }
  if (dev !== device.id || !read.isSignedBy(device.publicKey)) return refuse('commit.bad-signature', place)
  const body = read.body()
  if (!body.ok) return body
  const expectedSeq = (head?.seq ?? 0) + 1
  if (seq !== expectedSeq) return refuse('chain.gap', { ...place, expectedSeq })
  if (prev !== (head === null ? null : base64UrlEncode(head.headerDigest)))
    return refuse('chain.broken', place)
  return ok({ header, body: body.value, head: { device: dev, seq, headerDigest: digest } })
}

function bodyOf(
  commit: SignedCommit,
  { dev, seq, n, bh }: CommitHeader,
  { sha256 }: CommitDigest,
): Result<CommitBody> {
  const place = { device: dev, seq }
  if (base64UrlEncode(sha256(commit.body)) !== bh) return refuse('commit.bad-body', place)
  const body = decodeCommitBody(commit.body)
  return body.ok && body.value.ops.length !== n ? refuse('commit.bad-body', place) : body
}
