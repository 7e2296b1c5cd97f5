import type { Clock, Randomness } from './clock.ts'

/** A time-ordered identifier (RFC 9562 §5.7). Sortable for display; legal order never rests on it. */
export function uuid7(clock: Clock, randomness: Randomness): string {
  const bytes = randomness.bytes(16)
  const ms = clock.nowMs()
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(ms / 2 ** (8 * (5 - i))) % 256
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
