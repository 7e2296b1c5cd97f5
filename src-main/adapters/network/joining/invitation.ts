import { createHash } from 'node:crypto'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { base64UrlDecode, base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { addressBytes, addressText } from '../certificate/addressBytes.ts'

/** All that a machine needs to enter a room, as the QR of the hub's screen holds it. */
export interface Invitation {
  /** The best first. */
  readonly addresses: readonly string[]
  readonly port: number
  /** SHA-256 of the hub's SubjectPublicKeyInfo. */
  readonly fingerprint: Uint8Array
  /** 16 random bytes: longer than a code, because nobody types it. */
  readonly secret: Uint8Array
}

/** The text of the QR. At most eight addresses: a denser picture is read less well. */
export function writeInvitation(invitation: Invitation): string {
  const addresses = invitation.addresses.slice(0, maxAddresses).flatMap((address) => {
    const bytes = addressBytes(address)
    return bytes === undefined ? [] : [Uint8Array.of(bytes.length, ...bytes)]
  })
  const content = Buffer.concat([
    Uint8Array.of(version),
    invitation.fingerprint,
    invitation.secret,
    Uint8Array.of(invitation.port >> 8, invitation.port & 0xff, addresses.length),
    ...addresses,
  ])
  return scheme + base64UrlEncode(Buffer.concat([content, checkOf(content)]))
}

/** Refuses `network.invitation-malformed`: cut, altered, or of another program or version. Spaces and line ends are forgiven. */
export function readInvitation(text: string): Result<Invitation> {
  const compact = text.replaceAll(/\s/g, '')
  if (!compact.startsWith(scheme)) return refuse('network.invitation-malformed')
  const bytes = base64UrlDecode(compact.slice(scheme.length))
  if (bytes === undefined || bytes.length < fixedBytes + checkBytes)
    return refuse('network.invitation-malformed')
  const content = bytes.subarray(0, -checkBytes)
  if (content[0] !== version || Buffer.compare(checkOf(content), bytes.subarray(-checkBytes)) !== 0)
    return refuse('network.invitation-malformed')
  const addresses = readAddresses(content.subarray(fixedBytes), content[fixedBytes - 1] ?? 0)
  const port = ((content[49] ?? 0) << 8) | (content[50] ?? 0)
  if (addresses === undefined || port === 0) return refuse('network.invitation-malformed')
  return ok({ addresses, port, fingerprint: content.slice(1, 33), secret: content.slice(33, 49) })
}

function readAddresses(bytes: Uint8Array, count: number): readonly string[] | undefined {
  const addresses: string[] = []
  let at = 0
  for (let i = 0; i < count; i++) {
    const length = bytes[at] ?? 0
    const address = addressText(bytes.subarray(at + 1, at + 1 + length))
    if (address === undefined) return undefined
    addresses.push(address)
    at += 1 + length
  }
  return at === bytes.length && count > 0 ? addresses : undefined
}

const checkOf = (content: Uint8Array) => createHash('sha256').update(content).digest().subarray(0, checkBytes)

const scheme = 'delibere-salle:'
const version = 1
const checkBytes = 4
const maxAddresses = 8
/** Version, fingerprint, secret, port, number of addresses. */
const fixedBytes = 1 + 32 + 16 + 2 + 1
