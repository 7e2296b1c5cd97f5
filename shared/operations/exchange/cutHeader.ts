import { base64UrlEncode } from '../commitBase64Url.ts'
import type { CommitDigest } from '../commitPorts.ts'
import { utf8Encode } from '../commitUtf8.ts'

/**
 * [EX19] A header without the digest of its body: 43 characters that nothing shortens, and that whoever has the body computes.
 * `cut` is where they stood; null: the header is whole.
 */
export interface CutHeader {
  readonly header: Uint8Array
  readonly cut: number | null
}

/** Where the digest of this very body does not stand as a header writes it, nothing is cut. */
export function cutHeader(header: Uint8Array, body: Uint8Array, ports: CommitDigest): CutHeader {
  const digest = digestText(body, ports)
  const named = concat(memberName, digest, quote)
  const at = placeOf(header, named)
  if (at < 0) return { header, cut: null }
  const cut = at + memberName.length
  return { header: concat(header.subarray(0, cut), header.subarray(cut + digest.length)), cut }
}

/** The header as it was signed, if it and the body are: whoever takes it holds it against its identifier. */
export function wholeHeader({ header, cut }: CutHeader, body: Uint8Array, ports: CommitDigest): Uint8Array {
  if (cut === null) return header
  return concat(header.subarray(0, cut), digestText(body, ports), header.subarray(cut))
}

const digestText = (body: Uint8Array, { sha256 }: CommitDigest): Uint8Array =>
  utf8Encode(base64UrlEncode(sha256(body)))

/** Where `sought` begins, from 0; -1: nowhere. */
function placeOf(bytes: Uint8Array, sought: Uint8Array): number {
  const [first = 0] = sought
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (sought.every((byte, index) => bytes[at + index] === byte)) return at
  return -1
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

const memberName = utf8Encode('"bh":"')
const quote = utf8Encode('"')
