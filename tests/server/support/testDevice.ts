import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { deviceProofText } from '#server/accounts/deviceProof.ts'

/** A laptop with its own key. */
export interface TestDevice {
  readonly device: string
  readonly name: string
  readonly publicKey: Uint8Array
  /** Signs a challenge as the enrolment asks. */
  prove(organisation: string, challenge: string): Uint8Array
}

export function testDevice(device: string): TestDevice {
  const pair = generateKeyPairSync('ed25519')
  const publicKey = rawKey(pair.publicKey)
  return {
    device,
    name: `Poste ${device}`,
    publicKey,
    prove: (organisation, challenge) =>
      new Uint8Array(
        sign(null, deviceProofText({ organisation, challenge, device, publicKey }), pair.privateKey),
      ),
  }
}

const rawKey = (key: KeyObject) => new Uint8Array(key.export({ type: 'spki', format: 'der' }).subarray(-32))

export const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
