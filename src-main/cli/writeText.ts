import { writeFileSync } from 'node:fs'
import { type Refused, refused } from './answer.ts'

/** Writes a small text where the person asked, in UTF-8; says why when the place does not accept it. */
export function writeText(
  path: string,
  text: string,
): { readonly ok: true; readonly value: { readonly path: string } } | Refused {
  try {
    writeFileSync(path, text)
    return { ok: true, value: { path } }
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return refused(
      isMissing ? 'file.missing' : 'file.read-only',
      `« ${path} » ne peut pas être écrit : ${isMissing ? 'ce dossier n’existe pas' : 'l’emplacement n’accepte pas l’écriture'}. Rien n’a été modifié. Choisissez un autre emplacement.`,
      { path },
    )
  }
}
