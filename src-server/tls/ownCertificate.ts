import { createPrivateKey, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { dirname } from 'node:path'
import { makeRoomCertificate } from '#main/adapters/network/certificate/roomCertificate.ts'
import { keyFingerprint, newRoomKey } from '#main/adapters/network/certificate/roomKey.ts'
import { ownAddresses } from '#main/adapters/network/discovery/ownAddresses.ts'

/** A certificate that the server makes for itself (ADR 0017): invitations carry the digest of its key. */
export interface OwnCertificate {
  /** SHA-256 of its SubjectPublicKeyInfo. */
  readonly pin: Uint8Array
  /** The best first; those under which laptops of the same network reach this machine. */
  addresses(): readonly string[]
  /** Anew at each call: for the addresses of now, a month from now. PEM. */
  make(): Promise<{ readonly certificate: string; readonly privateKey: string }>
}

/** The key is made at the first start, readable by the server's own account only, and stays: so does the pin. */
export function ownCertificate(keyPath: string): OwnCertificate {
  makeKey(keyPath)
  const privateKey = new Uint8Array(
    createPrivateKey(readFileSync(keyPath)).export({ type: 'pkcs8', format: 'der' }),
  )
  const addresses = () => ownAddresses(networkInterfaces()).map(({ address }) => address)
  return {
    pin: keyFingerprint(privateKey),
    addresses,
    make: () =>
      makeRoomCertificate({
        privateKey,
        names: [...addresses(), '127.0.0.1', '::1', 'localhost'],
        now: new Date(),
        serial: new Uint8Array(randomBytes(16)),
      }),
  }
}

/** Leaves one that is there, that of another process of this folder included. */
function makeKey(keyPath: string): void {
  mkdirSync(dirname(keyPath), { recursive: true, mode: 0o700 })
  try {
    writeFileSync(keyPath, pem(newRoomKey()), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** As people compare it: groups of four. */
export const writtenPin = (pin: Uint8Array): string =>
  Buffer.from(pin)
    .toString('hex')
    .toUpperCase()
    .replace(/(.{4})(?!$)/g, '$1 ')

const pem = (key: Uint8Array): string =>
  String(
    createPrivateKey({ key: Buffer.from(key), type: 'pkcs8', format: 'der' }).export({
      type: 'pkcs8',
      format: 'pem',
    }),
  )
