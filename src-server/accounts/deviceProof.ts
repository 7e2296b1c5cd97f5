import { canonicalJson } from '#shared/kernel/canonicalJson.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'

/** What a device signs with its own key to prove that it holds it (SV9). */
export interface DeviceProof {
  readonly organisation: string
  /** As the server gave it. */
  readonly challenge: string
  readonly device: string
  /** Raw Ed25519 key, 32 bytes. */
  readonly publicKey: Uint8Array
}

export const deviceProofText = ({ organisation, challenge, device, publicKey }: DeviceProof): Uint8Array =>
  utf8Encode(
    `delibere/device-proof/1\0${canonicalJson({ org: organisation, challenge, dev: device, key: base64UrlEncode(publicKey) })}`,
  )
