import { utf8Encode } from '../commitUtf8.ts'

/** What a proof of key is good for: this channel, these two machines, this one time. */
export interface ChannelProof {
  /** Who signs: a proof of one side is none of the other. */
  readonly side: 'device' | 'authority'
  readonly binding: ChannelBinding
  readonly log: string
  /** Id of the device that opens the channel. */
  readonly device: string
  /** Id of the authority's device or server; the empty text while the device does not know it. */
  readonly authority: string
  /** 32 bytes. */
  readonly authorityNonce: Uint8Array
  /** 32 bytes. */
  readonly deviceNonce: Uint8Array
}

/**
 * What ties the proof to the channel. In a room, where TLS ends in the two programs: 32 bytes of exporter keying material
 * (RFC 9266 label) and the SHA-256 of the hub's SubjectPublicKeyInfo. At a centre, where TLS may end before it: the origin
 * that the device called, `https://host`.
 */
export type ChannelBinding =
  | { readonly kind: 'channel'; readonly exporter: Uint8Array; readonly serverKey: Uint8Array }
  | { readonly kind: 'origin'; readonly origin: string }

/** The bytes that a side signs with its Ed25519 key: a prefix, then each field behind its length. */
export function channelProofText(proof: ChannelProof): Uint8Array {
  const { binding } = proof
  return joined([
    utf8Encode('delibere/channel/1\0'),
    utf8Encode(proof.side),
    utf8Encode(binding.kind),
    ...(binding.kind === 'channel'
      ? [binding.exporter, binding.serverKey]
      : [utf8Encode(binding.origin), new Uint8Array(0)]),
    utf8Encode(proof.log),
    utf8Encode(proof.device),
    utf8Encode(proof.authority),
    proof.authorityNonce,
    proof.deviceNonce,
  ])
}

/** The first string as it is: it has no other reading. The others behind 4 bytes of length. */
function joined([prefix = new Uint8Array(0), ...fields]: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(prefix.length + fields.reduce((total, field) => total + 4 + field.length, 0))
  const view = new DataView(bytes.buffer)
  bytes.set(prefix)
  let at = prefix.length
  for (const field of fields) {
    view.setUint32(at, field.length)
    bytes.set(field, at + 4)
    at += 4 + field.length
  }
  return bytes
}
