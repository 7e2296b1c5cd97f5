/** UTF-8 without the host: this room has no TextEncoder. A lone surrogate becomes U+FFFD, as in WHATWG Encoding. */
export function utf8Encode(text: string): Uint8Array {
  // Entries, prefixes, most headers: nothing above U+007F, no more bytes than characters.
  const plain = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x80) return encodeAny(text)
    plain[i] = code
  }
  return plain
}

function encodeAny(text: string): Uint8Array {
  let length = 0
  const buffer = new Uint8Array(text.length * 3)
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i)
    if (code < 0x80) {
      buffer[length++] = code
      continue
    }
    if (code >= 0xd800 && code <= 0xdfff) {
      const low = code < 0xdc00 ? text.charCodeAt(i + 1) : Number.NaN
      if (low >= 0xdc00 && low <= 0xdfff) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
        i++
      } else code = 0xfffd
    }
    if (code < 0x800) buffer[length++] = 0xc0 | (code >> 6)
    else {
      if (code < 0x10000) buffer[length++] = 0xe0 | (code >> 12)
      else {
        buffer[length++] = 0xf0 | (code >> 18)
        buffer[length++] = 0x80 | ((code >> 12) & 0x3f)
      }
      buffer[length++] = 0x80 | ((code >> 6) & 0x3f)
    }
    buffer[length++] = 0x80 | (code & 0x3f)
  }
  return buffer.slice(0, length)
}

/** Strict: undefined for overlong forms, surrogates, values above U+10FFFF and cut sequences. */
export function utf8Decode(bytes: Uint8Array): string | undefined {
  let text = ''
  let plainFrom = 0
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i] as number
    if (first < 0x80) {
      i++
      continue
    }
    text += plainText(bytes, plainFrom, i++)
    const following = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1
    if (first < 0xc2 || first > 0xf4 || i + following > bytes.length) return undefined
    let code = first & (0x3f >> following)
    for (let k = 0; k < following; k++) {
      const next = bytes[i++] as number
      if ((next & 0xc0) !== 0x80) return undefined
      code = (code << 6) | (next & 0x3f)
    }
    if (code < (smallest[following - 1] as number) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
      return undefined
    text += String.fromCodePoint(code)
    plainFrom = i
  }
  return text + plainText(bytes, plainFrom, bytes.length)
}

/** Bytes below 0x80, nearly all of what is read: eight at a time, which takes less than half as long. */
function plainText(bytes: Uint8Array, from: number, to: number): string {
  const at = (place: number): number => bytes[place] as number
  let text = ''
  let i = from
  for (; i + 8 <= to; i += 8)
    text +=
      String.fromCharCode(at(i), at(i + 1), at(i + 2), at(i + 3)) +
      String.fromCharCode(at(i + 4), at(i + 5), at(i + 6), at(i + 7))
  for (; i < to; i++) text += String.fromCharCode(at(i))
  return text
}

/** Smallest code point that needs 1, 2, 3 following bytes: below it the form is overlong. */
const smallest = [0x80, 0x800, 0x10000] as const
