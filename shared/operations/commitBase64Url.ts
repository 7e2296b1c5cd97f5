/** base64url without padding (RFC 4648 §5). */
export function base64UrlEncode(bytes: Uint8Array): string {
  let text = ''
  const whole = bytes.length - (bytes.length % 3)
  for (let i = 0; i < whole; i += 3) {
    const group = (at(bytes, i) << 16) | (at(bytes, i + 1) << 8) | at(bytes, i + 2)
    text += (pairs[group >> 12] as string) + (pairs[group & 0xfff] as string)
  }
  const left = bytes.length - whole
  if (left === 1) text += pairs[at(bytes, whole) << 4]
  if (left === 2) {
    const group = (at(bytes, whole) << 16) | (at(bytes, whole + 1) << 8)
    text += (pairs[group >> 12] as string) + alphabet.charAt((group >> 6) & 0x3f)
  }
  return text
}

/** Undefined for anything that {@link base64UrlEncode} would not have written: one text per value. */
export function base64UrlDecode(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8))
  let bits = 0
  let pending = 0
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const value = values[text.charCodeAt(i)]
    if (value === undefined) return undefined
    pending = ((pending << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[length++] = (pending >> bits) & 0xff
    }
  }
  // What is left over of the last character is no byte: nothing may be written there, and no whole character be it.
  return bits < 6 && (pending & ((1 << bits) - 1)) === 0 ? bytes : undefined
}

const at = (bytes: Uint8Array, place: number): number => bytes[place] as number

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** Twelve bits, as they are written. */
const pairs: readonly string[] = Array.from(
  { length: 4096 },
  (_, bits) => alphabet.charAt(bits >> 6) + alphabet.charAt(bits & 0x3f),
)
/** By character code. */
const values: readonly (number | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const value = alphabet.indexOf(String.fromCharCode(code))
  return value < 0 ? undefined : value
})
