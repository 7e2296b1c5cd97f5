/**
 * JSON that also carries bytes, as the other host does: a Uint8Array travels as `{ "$bytes": base64 }`.
 * The page has the same pair of functions in `page/wireJson.ts`.
 */
export function toWire(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Uint8Array ? { $bytes: Buffer.from(part).toString('base64') } : part,
  )
}

export function fromWire(text: string): unknown {
  return JSON.parse(text, (_key, part: unknown) =>
    isWiredBytes(part) ? new Uint8Array(Buffer.from(part.$bytes, 'base64')) : part,
  )
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
