import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import type { Randomness } from '#shared/kernel/clock.ts'
import { hasEscapedName } from '#shared/kernel/parseJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import {
  type CommitBody,
  type CommitHeader,
  type CommittedOperation,
  commitFormat,
  commitSignaturePrefix,
  maxCommitBytes,
  maxOperationsPerCommit,
  type SignedCommit,
} from './commit.ts'
import { base64UrlEncode } from './commitBase64Url.ts'
import type { CommitDigest, CommitSigner } from './commitPorts.ts'
import { utf8Encode } from './commitUtf8.ts'

/**
 * Writes and signs one commit. Refuses `commit.empty`, `commit.malformed` (a member name that JSON escapes),
 * `commit.too-many-operations` (more than 500) and `commit.too-large` (more than 256 KiB in all): the caller cuts a batch
 * before, see {@link sliceForCommits}.
 */
export function encodeCommit(
  author: CommitAuthor,
  operations: readonly CommittedOperation[],
  ports: CommitDigest & CommitSigner & Randomness,
): Result<SignedCommit> {
  if (operations.length === 0) return refuse('commit.empty')
  if (operations.length > maxOperationsPerCommit)
    return refuse('commit.too-many-operations', { count: operations.length, limit: maxOperationsPerCommit })
  const content: CommitBody = { salt: base64UrlEncode(ports.bytes(16)), ops: operations }
  const text = canonicalJson(content as unknown as Json)
  if (hasEscapedName(text)) return refuse('commit.malformed', { part: 'body' })
  const body = utf8Encode(text)
  const headerContent: CommitHeader = {
    ...author,
    v: commitFormat,
    follow: author.follow ?? null,
    base: author.base ?? null,
    n: operations.length,
    bh: base64UrlEncode(ports.sha256(body)),
  }
  const header = utf8Encode(canonicalJson(headerContent as unknown as Json))
  const sizeBytes = header.length + body.length + signatureBytes
  if (sizeBytes > maxCommitBytes) return refuse('commit.too-large', { sizeBytes, limitBytes: maxCommitBytes })
  return ok({ header, body, signature: ports.sign(signedBytes(header)), id: ports.sha256(header) })
}

/** The part of a header that is not computed from the operations. A device that follows no authority leaves both out. */
export type CommitAuthor = Omit<CommitHeader, 'v' | 'follow' | 'base' | 'n' | 'bh'> &
  Partial<Pick<CommitHeader, 'follow' | 'base'>>

/** What the signature covers: the prefix keeps it from being valid for anything but a commit of format 1. */
export function signedBytes(header: Uint8Array): Uint8Array {
  const prefix = utf8Encode(commitSignaturePrefix)
  const bytes = new Uint8Array(prefix.length + header.length)
  bytes.set(prefix)
  bytes.set(header, prefix.length)
  return bytes
}

/** Ed25519. */
export const signatureBytes = 64
