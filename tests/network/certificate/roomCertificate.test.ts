import { execFileSync } from 'node:child_process'
import { randomBytes, X509Certificate } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:tls'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressBytes, addressText } from '#main/adapters/network/certificate/addressBytes.ts'
import { makeRoomCertificate } from '#main/adapters/network/certificate/roomCertificate.ts'
import {
  certificateFingerprint,
  keyFingerprint,
  newRoomKey,
} from '#main/adapters/network/certificate/roomKey.ts'

const request = (privateKey: Uint8Array, now: string, names: readonly string[]) => ({
  privateKey,
  names,
  now: new Date(now),
  serial: new Uint8Array(randomBytes(16)),
})

describe('the certificate of a room', () => {
  it('[NW4] names every address, holds for the days around the session, and verifies', async () => {
    const made = await makeRoomCertificate(
      request(newRoomKey(), '2026-11-22T13:00:00Z', ['192.168.1.20', 'fd00::2', 'fe80::1%eth0', 'localhost']),
    )
    const read = new X509Certificate(made.certificate)
    expect({
      names: read.subjectAltName,
      from: read.validFromDate.toISOString(),
      to: read.validToDate.toISOString(),
      curve: read.publicKey.asymmetricKeyDetails?.namedCurve,
      isAuthority: read.ca,
      isSound: read.verify(read.publicKey),
    }).toEqual({
      names:
        'IP Address:192.168.1.20, IP Address:FD00:0:0:0:0:0:0:2, IP Address:FE80:0:0:0:0:0:0:1, DNS:localhost',
      from: '2026-11-20T13:00:00.000Z',
      to: '2026-12-22T13:00:00.000Z',
      curve: 'prime256v1',
      isAuthority: false,
      isSound: true,
    })
    expect(read.checkIP('192.168.1.20')).toBe('192.168.1.20')
    expect(made.notAfter).toEqual(read.validToDate)
  })

  it('[NW4] is read back whatever its length: a last line that is just full once made it unreadable', async () => {
    const key = newRoomKey()
    for (let length = 1; length <= 100; length++) {
      const made = await makeRoomCertificate(request(key, '2026-11-22T13:00:00Z', ['a'.repeat(length)]))
      expect(new X509Certificate(made.certificate).subjectAltName).toBe(`DNS:${'a'.repeat(length)}`)
      expect(made.certificate).not.toContain('\n\n')
    }
  })

  it('[NW4] made anew it is another certificate behind the same pin; another key has another pin', async () => {
    const key = newRoomKey()
    const [first, second] = [
      await makeRoomCertificate(request(key, '2026-11-22T13:00:00Z', ['10.0.0.1'])),
      await makeRoomCertificate(request(key, '2026-12-20T13:00:00Z', ['10.0.0.2'])),
    ]
    const pins = [first, second].map(({ certificate }) =>
      certificateFingerprint(new X509Certificate(certificate).raw),
    )
    expect(first.certificate).not.toBe(second.certificate)
    expect(pins).toEqual([keyFingerprint(key), keyFingerprint(key)])
    expect(keyFingerprint(newRoomKey())).not.toEqual(keyFingerprint(key))
  })

  it('[NW4] the pin is the SHA-256 of the SubjectPublicKeyInfo, as other programs compute it', async () => {
    const key = newRoomKey()
    const { certificate } = await makeRoomCertificate(request(key, '2026-11-22T13:00:00Z', ['10.0.0.1']))
    const spki = execFileSync('openssl', ['x509', '-noout', '-pubkey'], { input: certificate })
    const der = execFileSync('openssl', ['pkey', '-pubin', '-outform', 'DER'], { input: spki })
    const digest = execFileSync('openssl', ['dgst', '-sha256', '-binary'], { input: der })
    expect(new Uint8Array(digest)).toEqual(keyFingerprint(key))
  })

  it('[NW4] an ordinary client that trusts it and calls it by its address accepts it', async () => {
    const { certificate, privateKey } = await makeRoomCertificate({
      ...request(newRoomKey(), '2026-11-22T13:00:00Z', ['127.0.0.1']),
      now: new Date(),
    })
    const server = createServer({ key: privateKey, cert: certificate, minVersion: 'TLSv1.3' })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const socket = connect({
      host: '127.0.0.1',
      port: (server.address() as AddressInfo).port,
      ca: certificate,
    })
    await new Promise((done, fail) => {
      socket.once('secureConnect', done)
      socket.once('error', fail)
    })
    expect(socket.authorized).toBe(true)
    socket.destroy()
    server.close()
  })

  it('[NW7] an address is four or sixteen bytes, and reads back as it is written', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(addressText(addressBytes(address) as Uint8Array)).toBe(address)
      }),
    )
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        expect(addressBytes(addressText(bytes) as string)).toEqual(bytes)
      }),
    )
    expect(addressBytes('poste.local')).toBeUndefined()
  })
})
