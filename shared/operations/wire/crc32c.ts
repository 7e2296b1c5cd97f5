/**
 * CRC-32C (Castagnoli, reflected), as an unsigned number. It finds accidents, cut or overwritten bytes; whoever wants to
 * deceive is stopped by TLS and by the signatures.
 */
export function crc32c(bytes: Uint8Array, length = bytes.length): number {
  let crc = 0xffffffff
  for (let i = 0; i < length; i++) crc = (table[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}

const table: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1
  return value
})
