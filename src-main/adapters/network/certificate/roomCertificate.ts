import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { BitString, Integer, OctetString, Utf8String } from 'asn1js'
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  ExtKeyUsage,
  GeneralName,
  GeneralNames,
} from 'pkijs'
import { addressBytes } from './addressBytes.ts'

export interface RoomCertificate {
  /** PEM, for the TLS of the hub. */
  readonly certificate: string
  /** PEM. */
  readonly privateKey: string
  readonly notAfter: Date
}

export interface CertificateRequest {
  /** PKCS #8, from `newRoomKey`. */
  readonly privateKey: Uint8Array
  /** Every address and name under which the hub may be called. */
  readonly names: readonly string[]
  readonly now: Date
  /** Random bytes of the serial number, 16. */
  readonly serial: Uint8Array
}

/**
 * A self-signed certificate over the key of the room, from two days before `now` to thirty days after: a laptop whose
 * clock is a day wrong still gets in, and nobody has a certificate that outlives the session by years. Made anew at every
 * opening, when addresses change, or when it is old: the key and so the pin stay.
 */
export async function makeRoomCertificate(request: CertificateRequest): Promise<RoomCertificate> {
  const key = createPrivateKey({ key: Buffer.from(request.privateKey), type: 'pkcs8', format: 'der' })
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ valueHex: positive(request.serial) })
  for (const name of [certificate.issuer, certificate.subject])
    name.typesAndValues.push(
      new AttributeTypeAndValue({ type: commonName, value: new Utf8String({ value: 'Délibéré, salle' }) }),
    )
  const notAfter = new Date(request.now.getTime() + validDays * dayMs)
  certificate.notBefore.value = new Date(request.now.getTime() - earlierDays * dayMs)
  certificate.notAfter.value = notAfter
  certificate.extensions = extensions(request.names)
  await certificate.subjectPublicKeyInfo.importKey(await cryptoKey(createPublicKey(key)))
  await certificate.sign(await cryptoKey(key), 'SHA-256')
  return {
    certificate: pem('CERTIFICATE', new Uint8Array(certificate.toSchema(true).toBER(false))),
    privateKey: pem('PRIVATE KEY', request.privateKey),
    notAfter,
  }
}

function extensions(names: readonly string[]): Extension[] {
  const alternatives = new GeneralNames({ names: names.map(generalName) })
  return [
    extension('2.5.29.17', false, alternatives.toSchema()),
    extension('2.5.29.19', true, new BasicConstraints({ cA: false }).toSchema()),
    // digitalSignature alone: TLS 1.3 asks no more.
    extension('2.5.29.15', true, new BitString({ valueHex: Uint8Array.of(0x80).buffer, unusedBits: 7 })),
    extension('2.5.29.37', false, new ExtKeyUsage({ keyPurposes: [serverAuthentication] }).toSchema()),
  ]
}

function extension(
  extnID: string,
  critical: boolean,
  value: { toBER(sizeOnly: boolean): ArrayBuffer },
): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER(false) })
}

function generalName(name: string): GeneralName {
  const address = addressBytes(name)
  if (address === undefined) return new GeneralName({ type: dnsName, value: name })
  return new GeneralName({ type: ipAddress, value: new OctetString({ valueHex: exactBuffer(address) }) })
}

function cryptoKey(key: KeyObject) {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  return key.type === 'private'
    ? crypto.subtle.importKey('pkcs8', key.export({ type: 'pkcs8', format: 'der' }), algorithm, true, [
        'sign',
      ])
    : crypto.subtle.importKey('spki', key.export({ type: 'spki', format: 'der' }), algorithm, true, [
        'verify',
      ])
}

/** A serial number is a positive integer: its first bit is 0, and its first byte is not. */
function positive(random: Uint8Array): ArrayBuffer {
  const bytes = Uint8Array.from(random)
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return exactBuffer(bytes)
}

const exactBuffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

/** RFC 7468: lines of 64, and no empty one, which ends what OpenSSL reads. */
function pem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

const commonName = '2.5.4.3'
const serverAuthentication = '1.3.6.1.5.5.7.3.1'
const dnsName = 2
const ipAddress = 7
const validDays = 30
const earlierDays = 2
const dayMs = 24 * 60 * 60 * 1000
