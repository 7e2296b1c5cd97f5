import { ok, type Result, refuse } from '#shared/kernel/result.ts'

export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1252'
}

/**
 * Bytes of a text or spreadsheet export: byte-order mark, else strict UTF-8, else Windows-1252 ([DO70]).
 * Refuses `input.invalid` with a French reason when the bytes are not text ([DO72]).
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  if (startsWith(bytes, [0xff, 0xfe])) {
    return ok({ text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' })
  }
  const foreign = foreignFormat(bytes)
  if (foreign !== null) return refuse('input.invalid', { reason: foreign })
  try {
    return ok({ text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' })
  } catch {
    return ok({ text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' })
  }
}

/** What a file that is not text seems to be, in French; null for text. */
function foreignFormat(bytes: Uint8Array): string | null {
  const signature = signatures.find(([start]) => startsWith(bytes, start))
  if (signature) return signature[1] === 'zip' ? nameZip(bytes) : signature[1]
  // A text holds no zero byte; a picture, a database or a program has one early.
  return bytes.subarray(0, 8_192).includes(0) ? 'ce document n’est pas un texte' : null
}

const saveAsCsv = 'enregistrez-le d’abord au format CSV'

const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0xd0, 0xcf, 0x11, 0xe0], `ce document est un ancien fichier Excel ou Word : ${saveAsCsv}`],
  [[0x25, 0x50, 0x44, 0x46], 'ce document est un PDF, pas un tableau'],
  [[0x1f, 0x8b], 'ce document est compressé : décompressez-le d’abord'],
  [[0x89, 0x50, 0x4e, 0x47], 'ce document est une image'],
  [[0xff, 0xd8, 0xff], 'ce document est une image'],
]

/** Office files are zip archives whose first entries name their kind. */
function nameZip(bytes: Uint8Array): string {
  const names =
    new TextDecoder('latin1').decode(bytes.subarray(0, 4_096)) +
    new TextDecoder('latin1').decode(bytes.subarray(-8_192))
  if (names.includes('xl/')) return `ce document est un classeur Excel : ${saveAsCsv}`
  if (names.includes('opendocument.spreadsheet'))
    return `ce document est un classeur LibreOffice : ${saveAsCsv}`
  if (names.includes('word/')) return 'ce document est un fichier Word, pas un tableau'
  return 'ce document est une archive : décompressez-la d’abord'
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)
