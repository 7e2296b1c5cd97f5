import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Secret } from '#shared/usecases/ports.ts'
import { checkNewPassphrase } from '../../keys/passphraseRule.ts'
import type { FileSettings } from './fileSettings.ts'
import { isInUse } from './isInUse.ts'
import { writeKeyArea } from './keyAreaFile.ts'
import { wrapDataKey } from './keySlots.ts'
import { refusedBySystem } from './refusedBySystem.ts'
import { unlock } from './unlock.ts'

/**
 * Wraps the same data key for another passphrase: the key area changes, no database page does, and the recovery code
 * stays good. Both copies are rewritten, which also mends a damaged one. Refuses as `unlock`, `file.weak-passphrase`,
 * `file.disk-full`.
 */
export async function changePassphrase(
  path: string,
  current: Secret,
  next: string,
  { keyStore, randomness }: Pick<FileSettings, 'keyStore' | 'randomness'>,
): Promise<Result<null>> {
  const checked = checkNewPassphrase(next)
  if (!checked.ok) return checked
  const unlocked = await unlock(path, current, keyStore)
  if (!unlocked.ok) return unlocked
  const { area, dataKey } = unlocked.value
  const { fileId, generation, slots } = area
  const slot = await wrapDataKey(dataKey, 'passphrase', checked.value, fileId, randomness)
  const others = slots.filter(({ kind }) => kind !== 'passphrase')
  try {
    // Somebody may have opened the file while the key was being derived.
    if (isInUse(path)) return refuse('file.in-use', { path })
    writeKeyArea(path, { fileId, generation: generation + 1, slots: [slot, ...others] })
    return ok(null)
  } catch (error) {
    return refusedBySystem(error, path)
  }
}
