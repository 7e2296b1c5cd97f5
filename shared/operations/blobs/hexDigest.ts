import type { CommitDigest } from '../commitPorts.ts'

/** SHA-256 of these bytes, 64 lower-case hexadecimal digits: the name of a blob, of a chunk, of a transfer. */
export const hexDigest = (bytes: Uint8Array, { sha256 }: CommitDigest): string => hexOf(sha256(bytes))

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const isHexDigest = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

/** SHA-256 of nothing. */
export const digestOfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
