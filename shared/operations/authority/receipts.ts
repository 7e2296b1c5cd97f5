import { base64UrlEncode } from '../commitBase64Url.ts'
import type { CommitDigest } from '../commitPorts.ts'
import { type Entry, entryBytes } from './entry.ts'

/** Where a log stands: `g` entries, of which the last has the receipt `r` (32 bytes). */
export interface LogHead {
  readonly log: string
  readonly epoch: number
  readonly g: number
  readonly r: Uint8Array
}

/** A log without entries: r_0 is 32 zero bytes. */
export const emptyLog = (log: string, epoch = 0): LogHead => ({ log, epoch, g: 0, r: new Uint8Array(32) })

/** [SY15] r_g = sha256(r_{g-1} ‖ entry). */
export function nextReceipt(previous: Uint8Array, entry: Entry, ports: CommitDigest): Uint8Array {
  const written = entryBytes(entry)
  const bytes = new Uint8Array(previous.length + written.length)
  bytes.set(previous)
  bytes.set(written, previous.length)
  return ports.sha256(bytes)
}

/** The head after one more entry; null when it is not the next one of this log, or comes from an earlier epoch. */
export function headAfter(head: LogHead, entry: Entry, ports: CommitDigest): LogHead | null {
  if (entry.log !== head.log || entry.g !== head.g + 1 || entry.epoch < head.epoch) return null
  return { log: head.log, epoch: entry.epoch, g: entry.g, r: nextReceipt(head.r, entry, ports) }
}

/** The receipt as `base` and checkpoints write it. */
export const receiptText = (r: Uint8Array): string => base64UrlEncode(r)
