/** The page's half of `../wireJson.ts`: bytes travel in JSON as `{ "$bytes": base64 }`. */
export function toWire(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Uint8Array ? { $bytes: toBase64(part) } : part,
  )
}

export function fromWire(text: string): unknown {
  return JSON.parse(text, (_key, part: unknown) => (isWiredBytes(part) ? fromBase64(part.$bytes) : part))
}

function isWiredBytes(part: unknown): part is { $bytes: string } {
  return (
    typeof part === 'object' &&
    part !== null &&
    Object.keys(part).length === 1 &&
    '$bytes' in part &&
    typeof part.$bytes === 'string'
  )
}

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
