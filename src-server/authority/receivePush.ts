import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import type { Clock } from '#shared/kernel/clock.ts'
import type { AuthorityPorts } from '#shared/operations/authority/authorityPorts.ts'
import { signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import type { AuthorityAnswer, AuthorityOutput } from '#shared/operations/authority/outputs.ts'
import { receiveCommit } from '#shared/operations/authority/receiveCommit.ts'
import { type Lookups, lacks, missing } from '#shared/operations/authority/rows.ts'
import type { SignedCommit } from '#shared/operations/commit.ts'
import type { CommitSigner } from '#shared/operations/commitPorts.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import type { LogAppender } from '../store/logAppender.ts'
import { type AuthorityRows, openAuthorityRows } from '../store/rows/authorityRows.ts'
import type { SqlWriter } from '../store/sqlDatabase.ts'
import { keepCheckpoint } from '../store/tables/checkpoints.ts'
import type { LogPlace } from '../store/tables/logHeads.ts'
import { verifyOnce } from './verifyOnce.ts'

/** What receiving asks of the server. */
export interface ReceivingPorts {
  readonly appender: LogAppender
  readonly authority: CommitSigner
  readonly core: AuthorityPorts
  readonly clock: Clock
}

/**
 * Receives the commits of one push, in their order, in one transaction with their entries, their receipts, what they
 * changed and one signed checkpoint (SV3, SY15). Answers what to say of each, once it is durable (SY16).
 */
export async function receivePush(
  place: LogPlace,
  commits: readonly SignedCommit[],
  { appender, authority, core, clock }: ReceivingPorts,
): Promise<readonly (readonly AuthorityOutput[])[]> {
  return appender.append(place, async (writer) => {
    const rows = openAuthorityRows(writer, place)
    const now = clock.nowMs()
    const said: (readonly AuthorityOutput[])[] = []
    const ports = { ...core, ...verifyOnce(core) }
    for (const commit of commits)
      said.push(await step(rows, (view) => receiveCommit(view, commit, { via: null, now }, ports)))
    await rows.flush()
    if (said.flat().some(({ kind }) => kind === 'entry')) await vouch(writer, rows, place, authority, now)
    return said
  })
}

/** One step of the core: asked until every row that it needs is loaded, then absorbed. */
async function step(
  rows: AuthorityRows,
  ask: (view: Lookups) => AuthorityAnswer,
): Promise<readonly AuthorityOutput[]> {
  for (;;) {
    const answer = ask(rows.view)
    if (!lacks(answer)) {
      rows.absorb(answer.changes)
      return answer.outputs
    }
    await rows.load(answer.needs)
  }
}

async function vouch(
  writer: SqlWriter,
  rows: AuthorityRows,
  place: LogPlace,
  authority: CommitSigner,
  now: number,
): Promise<void> {
  const head = rows.view.row('log', 'log')
  if (head === null || head === missing) return
  const { checkpoint, signature } = signCheckpoint(head, now, authority)
  const text = utf8Encode(canonicalJson(checkpoint as unknown as Json))
  await keepCheckpoint(writer, place, { g: head.g, checkpoint: text, signature })
}
