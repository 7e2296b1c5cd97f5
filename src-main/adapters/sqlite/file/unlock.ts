import { accessSync, constants, statSync } from 'node:fs'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { Secret } from '#shared/usecases/ports.ts'
import type { KeyStore } from '../../keys/keyStore.ts'
import { normalisePassphrase } from '../../keys/passphraseRule.ts'
import { readRecoveryCode } from '../../keys/recoveryCode.ts'
import { alteredSparePages } from './alteredSparePages.ts'
import { isInUse } from './isInUse.ts'
import type { KeyArea } from './keyArea.ts'
import { effectiveReading, type KeyAreaCopies, readKeyAreaCopies } from './keyAreaFile.ts'
import { unwrapDataKey } from './keySlots.ts'
import { refusedBySystem } from './refusedBySystem.ts'

export interface UnlockedFile {
  readonly area: KeyArea
  readonly copies: KeyAreaCopies
  readonly dataKey: Uint8Array
  /** Of {@link alteredSparePages}, read before SQLite takes its locks. */
  readonly alteredPages: readonly number[]
}

/**
 * The data key of a closed file. Refuses, in this order and without having changed anything: `file.missing`,
 * `file.in-use`, `file.not-a-delibere-file`, `file.truncated`, `file.newer-version`, `file.damaged`, `file.read-only`,
 * `file.wrong-secret`, `file.no-quick-unlock`.
 */
export async function unlock(
  path: string,
  secret: Secret,
  keyStore: KeyStore,
): Promise<Result<UnlockedFile>> {
  const read = readClosedFile(path)
  if (!read.ok) return read
  const { area, copies } = read.value
  const dataKey = await dataKeyOf(area, secret, keyStore)
  if (!dataKey.ok) return dataKey
  const alteredPages = alteredSparePages(path, dataKey.value)
  return ok({ area, copies, dataKey: dataKey.value, alteredPages })
}

/** The key area of a file that nobody holds open and that can be written. Refusals: those of {@link unlock}, bar the secret. */
export function readClosedFile(path: string): Result<{ area: KeyArea; copies: KeyAreaCopies }> {
  try {
    if (!statSync(path).isFile()) return refuse('file.not-a-delibere-file', { path })
    if (isInUse(path)) return refuse('file.in-use', { path })
    const copies = readKeyAreaCopies(path)
    const reading = effectiveReading(copies)
    switch (reading.kind) {
      case 'foreign':
        return refuse('file.not-a-delibere-file', { path })
      case 'truncated':
        return refuse('file.truncated', { path })
      case 'newer-format':
        return refuse('file.newer-version', { path, version: reading.format })
      case 'damaged':
        return refuse('file.damaged', { path })
      case 'valid':
        accessSync(path, constants.W_OK)
        return ok({ area: reading.area, copies })
    }
  } catch (error) {
    return refusedBySystem(error, path)
  }
}

/** Refuses `file.wrong-secret`, `file.no-quick-unlock`. */
export async function dataKeyOf(
  area: KeyArea,
  secret: Secret,
  keyStore: KeyStore,
): Promise<Result<Uint8Array>> {
  if (secret.kind === 'quick-unlock') {
    const known = (await keyStore.isAvailable()) ? await keyStore.read(area.fileId) : undefined
    return known === undefined ? refuse('file.no-quick-unlock') : ok(known)
  }
  const text = secret.kind === 'passphrase' ? normalisePassphrase(secret.text) : readRecoveryCode(secret.text)
  if (text === undefined) return refuse('file.wrong-secret')
  for (const slot of area.slots) {
    if (slot.kind !== secret.kind) continue
    const dataKey = await unwrapDataKey(slot, text, area.fileId)
    if (dataKey !== undefined) return ok(dataKey)
  }
  return refuse('file.wrong-secret')
}
