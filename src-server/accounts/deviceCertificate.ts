import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import type { CommitSigner, CommitVerifier } from '#shared/operations/commitPorts.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'

/** What the authority says of a device (SV9). Instants are milliseconds since 1970-01-01T00:00:00Z. */
export interface DeviceCertificate {
  readonly v: 1
  readonly org: string
  readonly dev: string
  readonly usr: string
  /** Raw Ed25519 key, base64url of 32 bytes. */
  readonly key: string
  readonly mayHub: boolean
  readonly from: number
  readonly until: number
}

/** Sent and kept verbatim. */
export interface SignedCertificate {
  /** UTF-8 canonical JSON of a {@link DeviceCertificate}. */
  readonly document: Uint8Array
  /** Ed25519 over the prefix and the document, 64 bytes. */
  readonly signature: Uint8Array
}

export function certify(
  device: {
    readonly organisation: string
    readonly device: string
    readonly userId: string
    readonly publicKey: Uint8Array
    readonly mayHub: boolean
  },
  nowMs: number,
  signer: CommitSigner,
): SignedCertificate {
  const certificate: DeviceCertificate = {
    v: 1,
    org: device.organisation,
    dev: device.device,
    usr: device.userId,
    key: base64UrlEncode(device.publicKey),
    mayHub: device.mayHub,
    from: nowMs,
    until: nowMs + certificateLastsMs,
  }
  const document = utf8Encode(canonicalJson(certificate as unknown as Json))
  return { document, signature: signer.sign(certificateText(document)) }
}

/** @param authorityKey raw Ed25519 key of the authority, 32 bytes. */
export const certificateHolds = (
  { document, signature }: SignedCertificate,
  authorityKey: Uint8Array,
  verifier: CommitVerifier,
): boolean => verifier.verify(authorityKey, certificateText(document), signature)

function certificateText(document: Uint8Array): Uint8Array {
  const prefix = utf8Encode('delibere/device-certificate/1\0')
  const text = new Uint8Array(prefix.length + document.length)
  text.set(prefix)
  text.set(document, prefix.length)
  return text
}

/** Thirty days: a device that is not heard for that long is no longer believed by a hub. */
export const certificateLastsMs = 30 * 24 * 3600 * 1000
