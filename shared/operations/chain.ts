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

export interface VerifiedCommit {
  readonly header: CommitHeader
  readonly body: CommitBody
  readonly head: ChainHead
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
  const sizeBytes = commit.header.length + commit.body.length + commit.signature.length
  if (sizeBytes > maxCommitBytes) return refuse('commit.too-large', { sizeBytes, limitBytes: maxCommitBytes })
  const header = decodeCommitHeader(commit.header)
  if (!header.ok) return header
  const { dev, seq, prev, n, bh } = header.value
  const place = { device: dev, seq }
  const digest = ports.sha256(commit.header)
  if (base64UrlEncode(digest) !== base64UrlEncode(commit.id)) return refuse('commit.bad-identifier', place)
  if (dev !== device.id || !ports.verify(device.publicKey, signedBytes(commit.header), commit.signature))
    return refuse('commit.bad-signature', place)
  if (base64UrlEncode(ports.sha256(commit.body)) !== bh) return refuse('commit.bad-body', place)
  const body = decodeCommitBody(commit.body)
  if (!body.ok) return body
  if (body.value.ops.length !== n) return refuse('commit.bad-body', place)
  const expectedSeq = (head?.seq ?? 0) + 1
  if (seq !== expectedSeq) return refuse('chain.gap', { ...place, expectedSeq })
  if (prev !== (head === null ? null : base64UrlEncode(head.headerDigest)))
    return refuse('chain.broken', place)
  return ok({ header: header.value, body: body.value, head: { device: dev, seq, headerDigest: digest } })
}
