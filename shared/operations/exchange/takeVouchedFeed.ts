import { checkpointHolds, type SignedCheckpoint } from '../authority/checkpoint.ts'
import { receiptText } from '../authority/receipts.ts'
import { type Lookups, lacks, type RowChange } from '../authority/rows.ts'
import type { CommitDigest, CommitVerifier } from '../commitPorts.ts'
import type { ReplicaAnswer } from '../replica/outputs.ts'
import { takeFeed } from '../replica/takeFeed.ts'
import type { VouchedFeed } from './feedParcel.ts'

/**
 * Takes a feed with what vouches for it, in one step [EX4]: when the checkpoint is not of this authority, or not of the
 * receipts that this copy has once it took the feed, the logs are not the same (`broken-log`) and nothing is taken.
 * @param authorityKey null: only the pin of the room speaks for it, receipts are compared all the same.
 */
export function takeVouchedFeed(
  copy: Lookups,
  { feed, checkpoint }: VouchedFeed,
  authorityKey: Uint8Array | null,
  ports: CommitDigest & CommitVerifier,
): ReplicaAnswer {
  const answer = takeFeed(copy, feed, ports)
  if (lacks(answer)) return answer
  const { log, upToG } = feed
  const isTurnedDown = answer.outputs.some(
    ({ kind }) => kind === 'out-of-step' || kind === 'broken-log' || kind === 'restored',
  )
  if (isTurnedDown) return answer
  // Said before a restore that is known here: nothing of it was taken, what it vouches for is as if unsaid [SY40].
  const cursor = copy.row('cursor', log)
  if (cursor !== null && cursor !== 'missing' && feed.epoch < cursor.epoch) return answer
  const own = receiptAt(copy, answer.changes, log, upToG)
  const isSigned = authorityKey === null || checkpointHolds(checkpoint, authorityKey, ports)
  if (!isSigned || (own !== null && receiptText(own) !== checkpoint.checkpoint.r))
    return { changes: [], outputs: [{ kind: 'broken-log', g: upToG }] }
  if (own === null || isVouchedFor(copy, checkpoint)) return answer
  const vouched: RowChange = { table: 'vouched', key: log, row: checkpoint }
  return { ...answer, changes: [...answer.changes, vouched] }
}

/** Held already, or of a place further on: nothing is written for it. */
function isVouchedFor(copy: Lookups, { checkpoint: { log, epoch, g } }: SignedCheckpoint): boolean {
  const held = copy.row('vouched', log)
  if (held === null || held === 'missing') return false
  return held.checkpoint.g > g || (held.checkpoint.g === g && held.checkpoint.epoch === epoch)
}

/** r_g once these changes are written; null where this copy does not have it (it began further on). */
function receiptAt(copy: Lookups, changes: readonly RowChange[], log: string, g: number): Uint8Array | null {
  if (g === 0) return new Uint8Array(32)
  for (const { table, key, row } of changes)
    if (table === 'heard' && key === `${log}/${g}`) return row?.r ?? null
  const cursor = copy.row('cursor', log)
  if (cursor !== null && cursor !== 'missing' && cursor.g === g) return cursor.r
  const heard = copy.row('heard', `${log}/${g}`)
  return heard === null || heard === 'missing' ? null : heard.r
}
