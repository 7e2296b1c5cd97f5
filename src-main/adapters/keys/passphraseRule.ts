import { ok, type Result, refuse } from '#shared/kernel/result.ts'

/** Characters (code points, after normalisation) below which a passphrase is refused. */
export const minPassphraseCharacters = 12

/**
 * The one form of a passphrase that keys are derived from: NFKC, so that « é » typed in one or two code points on
 * another keyboard opens the same file. Spaces count; nothing is trimmed.
 */
export const normalisePassphrase = (passphrase: string): string => passphrase.normalize('NFKC')

/** Refuses `file.weak-passphrase` under 12 characters: length is what protects the file, nothing else is asked. */
export function checkNewPassphrase(passphrase: string): Result<string> {
  const normalised = normalisePassphrase(passphrase)
  const characters = [...normalised].length
  if (characters < minPassphraseCharacters)
    return refuse('file.weak-passphrase', { characters, minimum: minPassphraseCharacters })
  return ok(normalised)
}
