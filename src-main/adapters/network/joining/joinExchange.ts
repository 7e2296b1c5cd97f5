import { randomBytes } from 'node:crypto'
import { type CpaceKeys, type CpaceSetting, cpaceKeys, cpaceShare } from './cpace.ts'

/** What ties the exchange to one TLS channel: a relay in the middle has two, and two different ones. */
export interface JoinChannel {
  /** 32 bytes of exporter keying material (RFC 9266). */
  readonly exporter: Uint8Array
  /** SHA-256 of the SubjectPublicKeyInfo that this side showed, or was shown. */
  readonly fingerprint: Uint8Array
}

export interface JoinExchange {
  readonly share: Uint8Array
  /** Undefined when the other side's share is not to be used. */
  keys(peerShare: Uint8Array): CpaceKeys | undefined
}

/** One side of one exchange over `secret`; the visitor speaks first. */
export function joinExchange(
  side: 'visitor' | 'hub',
  secret: Uint8Array,
  channel: JoinChannel,
): JoinExchange {
  const setting: CpaceSetting = {
    secret,
    channel: Buffer.concat([Buffer.from('delibere/join/1\0'), channel.fingerprint]),
    exchange: channel.exporter,
  }
  const scalar = new Uint8Array(randomBytes(32))
  const share = cpaceShare(setting, scalar)
  return {
    share,
    keys: (peerShare) =>
      cpaceKeys(setting, scalar, peerShare, {
        first: { share: side === 'visitor' ? share : peerShare, associated: visitorName },
        second: { share: side === 'hub' ? share : peerShare, associated: hubName },
      }),
  }
}

/** The bytes of a code or of an invitation, so that one never stands for the other. */
export const joinSecret = {
  code: (code: string) => new Uint8Array(Buffer.from(`code\0${code}`)),
  invitation: (secret: Uint8Array) => new Uint8Array(Buffer.concat([Buffer.from('invitation\0'), secret])),
} as const

const visitorName = new Uint8Array(Buffer.from('visitor'))
const hubName = new Uint8Array(Buffer.from('hub'))
