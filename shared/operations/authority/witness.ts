import type { CommitVerifier } from '../commitPorts.ts'
import { checkpointHolds, type SignedCheckpoint } from './checkpoint.ts'
import { openDraft } from './draft.ts'
import type { AuthorityAnswer } from './outputs.ts'
import { receiptText } from './receipts.ts'
import type { Lookups } from './rows.ts'

/**
 * [SY17] A device shows a checkpoint that this authority signed. When it is further than the log, or has another receipt,
 * the authority was restored from an older state: it goes on under a higher restore counter, and every device offers again
 * what it wrote since. A checkpoint of an epoch before the present one was answered already.
 * @param publicKey raw key of this authority.
 */
export function witness(
  view: Lookups,
  shown: SignedCheckpoint,
  publicKey: Uint8Array,
  verifier: CommitVerifier,
): AuthorityAnswer {
  const rows = openDraft(view)
  const head = rows.row('log', 'log')
  const { log, epoch, g, r } = shown.checkpoint
  if (head === null || log !== head.log || epoch < head.epoch || !checkpointHolds(shown, publicKey, verifier))
    return rows.lacking().length > 0 ? { needs: rows.lacking() } : { changes: [], outputs: [] }
  const own = g === 0 ? null : (rows.row('entry', String(g))?.r ?? null)
  const isHere = g === 0 || (g <= head.g && own !== null && receiptText(own) === r)
  if (!isHere) rows.put('log', 'log', { ...head, epoch: epoch + 1 })
  const needs = rows.lacking()
  if (needs.length > 0) return { needs }
  return {
    changes: rows.changes(),
    outputs: isHere ? [] : [{ kind: 'restored', epoch: epoch + 1 }],
  }
}
