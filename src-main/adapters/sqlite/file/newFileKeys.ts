import type { Randomness } from '#shared/kernel/clock.ts'
import { newRecoveryCode, readRecoveryCode } from '../../keys/recoveryCode.ts'
import type { KeyArea } from './keyArea.ts'
import { wrapDataKey } from './keySlots.ts'

export interface NewFileKeys {
  readonly dataKey: Uint8Array
  readonly keyArea: KeyArea
  /** To be shown once: it is kept nowhere. */
  readonly recoveryCode: string
}

/** The key of a file to be, and its two ways in. @param secret a checked passphrase. */
export async function newFileKeys(
  secret: string,
  fileId: string,
  randomness: Randomness,
): Promise<NewFileKeys> {
  const dataKey = randomness.bytes(32)
  const recoveryCode = newRecoveryCode(randomness)
  const slots = await Promise.all([
    wrapDataKey(dataKey, 'passphrase', secret, fileId, randomness),
    wrapDataKey(dataKey, 'recovery-code', readRecoveryCode(recoveryCode) ?? '', fileId, randomness),
  ])
  return { dataKey, keyArea: { fileId, generation: 1, slots }, recoveryCode }
}
