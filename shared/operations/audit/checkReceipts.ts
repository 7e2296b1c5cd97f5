import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { base64UrlDecode, base64UrlEncode } from '../commitBase64Url.ts'
import type { CommitDigest, CommitVerifier } from '../commitPorts.ts'
import { utf8Encode } from '../commitUtf8.ts'
import type { AuditedCheckpoint, AuditedEntry, AuditedStart } from './auditLine.ts'
import type { Findings } from './findings.ts'
import { packedDigests } from './packedDigests.ts'

/** Receipts of one log, computed again entry by entry, and held against what its authority signed. */
export interface ReceiptsCheck {
  entry(entry: AuditedEntry): void
  checkpoint(checkpoint: AuditedCheckpoint): void
  /** base64url of r_g; null for a place that was not read (yet). */
  receiptAt(g: number): string | null
  length(): number
  lastEpoch(): number
  /** The last place that a checkpoint vouches for. */
  end(): { readonly vouched: number }
}

/** @param keys who may vouch for this log: its authority; the hub of a room and its successors. Null: the export does not hold them.
 * @param from after which place it begins. */
export function checkReceipts(
  log: string,
  keys: readonly Uint8Array[] | null,
  findings: Findings,
  ports: CommitDigest & CommitVerifier,
  from: AuditedStart = { g: 0, r: base64UrlEncode(new Uint8Array(32)) },
): ReceiptsCheck {
  const receipts = packedDigests()
  let last = new Uint8Array(32)
  last.set((base64UrlDecode(from.r) ?? new Uint8Array()).subarray(0, 32))
  receipts.push(last)
  let epoch = 0
  /** Signed, and not at a place that was read: a later entry or a restoration may explain it. */
  const apart: AuditedCheckpoint[] = []
  let vouched = from.g
  const textAt = (g: number): string | null => {
    const receipt = receipts.at(g - from.g)
    return receipt && base64UrlEncode(receipt)
  }
  return {
    entry(entry) {
      const { g } = entry
      if (g !== from.g + receipts.length()) findings.fault('entry-out-of-place', { g })
      if (entry.log !== log) findings.fault('entry-of-other-log', { g })
      if (entry.epoch < epoch) findings.fault('epoch-goes-back', { g })
      epoch = Math.max(epoch, entry.epoch)
      const written = utf8Encode(canonicalJson(entry as unknown as Json))
      const bytes = new Uint8Array(32 + written.length)
      bytes.set(last)
      bytes.set(written, 32)
      last = new Uint8Array(ports.sha256(bytes))
      receipts.push(last)
    },
    checkpoint(checkpoint) {
      const { signature, log: of, epoch: under, g, r, at } = checkpoint
      const text = `delibere/checkpoint/1\0${canonicalJson({ log: of, epoch: under, g, r, at })}`
      const signed = base64UrlDecode(signature)
      const isSigned =
        of === log &&
        signed !== undefined &&
        (keys === null || keys.some((key) => ports.verify(key, utf8Encode(text), signed)))
      if (!isSigned) findings.fault('checkpoint-signature-wrong', { g })
      else if (textAt(g) === r) vouched = Math.max(vouched, g)
      else apart.push(checkpoint)
    },
    receiptAt: textAt,
    length: () => from.g + receipts.length() - 1,
    lastEpoch: () => epoch,
    end() {
      for (const { g, r, epoch: under } of apart) {
        const own = textAt(g)
        if (own === r) vouched = Math.max(vouched, g)
        else if (under < epoch) findings.remark('lost-history', { g })
        else findings.fault(own === null ? 'checkpoint-beyond-log' : 'receipt-differs', { g })
      }
      return { vouched }
    },
  }
}
