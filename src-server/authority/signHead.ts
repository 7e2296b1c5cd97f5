import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import type { LogHead } from '#shared/operations/authority/receipts.ts'
import type { CommitSigner } from '#shared/operations/commitPorts.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import type { SqlWriter } from '../store/sqlDatabase.ts'
import { keepCheckpoint } from '../store/tables/checkpoints.ts'
import type { LogPlace } from '../store/tables/logHeads.ts'

/** Vouches for the log up to its head (SY15), in the transaction that wrote it. */
export async function signHead(
  writer: SqlWriter,
  place: LogPlace,
  head: LogHead,
  authority: CommitSigner,
  nowMs: number,
): Promise<void> {
  const { checkpoint, signature } = signCheckpoint(head, nowMs, authority)
  const text = utf8Encode(canonicalJson(checkpoint as unknown as Json))
  await keepCheckpoint(writer, place, { g: head.g, checkpoint: text, signature })
}
