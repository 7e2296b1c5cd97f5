import { randomBytes } from 'node:crypto'
import { makeRoomCertificate } from '#main/adapters/network/certificate/roomCertificate.ts'
import { newRoomKey } from '#main/adapters/network/certificate/roomKey.ts'

/** A certificate of this machine, which vouches for itself. PEM. */
export async function aCertificate(): Promise<{ readonly certificate: string; readonly privateKey: string }> {
  const made = await makeRoomCertificate({
    privateKey: newRoomKey(),
    names: ['127.0.0.1'],
    now: new Date(),
    serial: new Uint8Array(randomBytes(16)),
  })
  return { certificate: made.certificate, privateKey: made.privateKey }
}
