import { parseJson } from '#shared/kernel/parseJson.ts'
import { base64UrlDecode, base64UrlEncode } from '../commitBase64Url.ts'
import type { CommitDigest, CommitVerifier } from '../commitPorts.ts'
import { utf8Decode, utf8Encode } from '../commitUtf8.ts'
import type { AuditedPlace } from './auditLine.ts'
import type { Findings } from './findings.ts'

/** What the auditor reads of a commit whose bytes are there. */
export interface CheckedCommit {
  /** SHA-256 of the header: computed, not read. */
  readonly id: Uint8Array
  readonly cid: string
  readonly header: AuditedHeader
  /** Null: the body is not there, or is no body. */
  readonly ops: readonly AuditedOperation[] | null
  readonly hasBody: boolean
}

export interface AuditedHeader {
  readonly dev: string
  readonly seq: number
  readonly prev: string | null
  readonly usr: string
  readonly scope: string
  readonly follow: { readonly log: string; readonly epoch: number } | null
  readonly base: { readonly g: number; readonly r: string } | null
  readonly bh: string
  readonly n: number
}

export interface AuditedOperation {
  readonly k: string
  readonly e: string
  readonly ob: string | null
  readonly d: Readonly<Record<string, unknown>>
}

/** Keys by device, as far as they are known. */
export type KeyOf = (dev: string) => Uint8Array | null

/**
 * One commit on its own: it is the one that the entry names, its device signed it, its body is the one that was signed.
 * Null when its header is none.
 */
export function checkCommit(
  { entry: { g, cid: named }, commit }: AuditedPlace,
  keyOf: KeyOf,
  findings: Findings,
  ports: CommitDigest & CommitVerifier,
): CheckedCommit | null {
  if (commit === null) return null
  const bytes = base64UrlDecode(commit.header)
  const signature = base64UrlDecode(commit.signature)
  const body = commit.body === null ? null : base64UrlDecode(commit.body)
  const header = bytes === undefined ? null : readHeader(bytes)
  if (bytes === undefined || header === null || signature === undefined || body === undefined) {
    findings.fault('commit-unreadable', { g })
    return null
  }
  const id = ports.sha256(bytes)
  const cid = base64UrlEncode(id)
  const { dev, seq } = header
  if (cid !== named) findings.fault('commit-other', { g, dev, seq })
  const key = keyOf(dev)
  if (key !== null && !ports.verify(key, signedText(bytes), signature))
    findings.fault('signature-wrong', { g, cid, dev, seq })
  if (body === null) return { id, cid, header, ops: null, hasBody: false }
  const ops = readOperations(body)
  const isSigned = base64UrlEncode(ports.sha256(body)) === header.bh
  if (!isSigned || ops === null || ops.length !== header.n) {
    findings.fault('body-altered', { g, cid, dev, seq })
    return { id, cid, header, ops: null, hasBody: true }
  }
  return { id, cid, header, ops, hasBody: true }
}

function readHeader(bytes: Uint8Array): AuditedHeader | null {
  const read = json(bytes)
  if (!isRecord(read)) return null
  const { dev, seq, prev, usr, scope, follow, base, bh, n } = read
  const texts = [dev, usr, scope, bh].every((text) => typeof text === 'string')
  const counts = [seq, n].every((count) => Number.isSafeInteger(count) && (count as number) >= 1)
  const isLinked = prev === null || typeof prev === 'string'
  const isFollowing =
    follow === null ||
    (isRecord(follow) && typeof follow.log === 'string' && Number.isSafeInteger(follow.epoch))
  const isPlaced =
    base === null || (isRecord(base) && Number.isSafeInteger(base.g) && typeof base.r === 'string')
  return texts && counts && isLinked && isFollowing && isPlaced ? (read as unknown as AuditedHeader) : null
}

function readOperations(body: Uint8Array): readonly AuditedOperation[] | null {
  const read = json(body)
  if (!isRecord(read) || !Array.isArray(read.ops)) return null
  return read.ops.map((op: unknown): AuditedOperation => {
    const { k, e, ob, d } = isRecord(op) ? op : {}
    return {
      k: typeof k === 'string' ? k : '',
      e: typeof e === 'string' ? e : '',
      ob: typeof ob === 'string' ? ob : null,
      d: isRecord(d) ? d : {},
    }
  })
}

function signedText(header: Uint8Array): Uint8Array {
  const prefix = utf8Encode('delibere/commit/1\0')
  const bytes = new Uint8Array(prefix.length + header.length)
  bytes.set(prefix)
  bytes.set(header, prefix.length)
  return bytes
}

function json(bytes: Uint8Array): unknown {
  try {
    return parseJson(utf8Decode(bytes) ?? '')
  } catch {
    return null
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
