import { checkpointHolds, type SignedCheckpoint } from '../authority/checkpoint.ts'
import type { Entry } from '../authority/entry.ts'
import { emptyLog, headAfter, type LogHead, receiptText } from '../authority/receipts.ts'
import type { SignedCommit } from '../commit.ts'
import { base64UrlDecode } from '../commitBase64Url.ts'
import type { CommitDigest, CommitVerifier } from '../commitPorts.ts'
import type { EnrolledDevice } from '../control/enrolledDevice.ts'
import { type Lease, leaseLog } from './lease.ts'

/** What a hub brings back, or what a device of the room holds of it: the receipts from the first, without a hole. */
export interface HubRun {
  readonly entries: readonly Entry[]
  /** Vouches for the last entry. */
  readonly checkpoint: SignedCheckpoint
}

/** What was in the room: the run, and every commit that came to the hub, in its order of arrival. */
export interface RoomRecord {
  readonly run: HubRun
  readonly commits: readonly SignedCommit[]
}

/**
 * [SY19, SY20] Whether a run holds: entries of this lease from the first without a hole, epochs that never go back, and a
 * last receipt signed by the hub or by one of its successors. Answers the head of the run; null when it does not hold.
 */
export function headOfRun(
  lease: Pick<Lease, 'id' | 'hub' | 'successors'>,
  { entries, checkpoint }: HubRun,
  deviceOf: (id: string) => EnrolledDevice | null,
  ports: CommitDigest & CommitVerifier,
): LogHead | null {
  let head: LogHead | null = emptyLog(leaseLog(lease.id))
  for (const entry of entries) {
    head = headAfter(head, entry, ports)
    if (head === null) return null
  }
  const { log, epoch, g, r } = checkpoint.checkpoint
  if (log !== head.log || g !== head.g || r !== receiptText(head.r) || epoch < head.epoch) return null
  const signers = [lease.hub, ...lease.successors].map(deviceOf)
  const isSigned = signers.some((device) => {
    const key = device && base64UrlDecode(device.publicKey)
    return key != null && checkpointHolds(checkpoint, key, ports)
  })
  return isSigned ? { ...head, epoch } : null
}
