import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Refused, refused } from './answer.ts'
import type { Terminal } from './terminal.ts'

/**
 * The passphrase of the file, from `--passphrase-file` (its first line) or DELIBERE_PASSPHRASE. Never from the
 * arguments: other accounts of the machine can read those.
 */
export function passphraseOf(
  passphraseFile: string | undefined,
  terminal: Terminal,
): { readonly ok: true; readonly value: string } | Refused {
  if (passphraseFile !== undefined) return readFirstLine(resolve(terminal.folder, passphraseFile))
  const fromEnvironment = terminal.environment.DELIBERE_PASSPHRASE
  if (fromEnvironment !== undefined && fromEnvironment !== '') return { ok: true, value: fromEnvironment }
  return refused(
    'passphrase.not-given',
    'La phrase secrète manque. Rien n’a été modifié. Donnez-la dans la variable DELIBERE_PASSPHRASE ou dans un fichier désigné par --passphrase-file.',
  )
}

export function readFirstLine(path: string): { readonly ok: true; readonly value: string } | Refused {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return refused(
      'file.missing',
      `Le fichier « ${path} » qui doit contenir la phrase secrète ne se lit pas. Rien n’a été modifié. Vérifiez son emplacement et ses droits.`,
      { path },
    )
  }
  return { ok: true, value: text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '' }
}
