import type { LoggedCommit } from '../oracles/loggedCommit.ts'
import { emptyRoom, roomAfter, whyNoQuorum } from '../oracles/quorum.ts'
import { type Recusals, recusalsAfter } from '../oracles/recusals.ts'

/** [I11] No outcome without quorum by a second count of the room, and one voice for each voter. */
export function quorumBroken(log: readonly LoggedCommit[]): string | null {
  let room = emptyRoom
  let recusals: Recusals = new Set()
  for (const commit of log) {
    if (commit.verdict !== 'ok') continue
    for (const operation of commit.operations ?? []) {
      const why = whyNoQuorum(commit, operation, room, recusals)
      if (why !== null) return why
      room = roomAfter(room, operation)
    }
    recusals = recusalsAfter(recusals, commit)
  }
  return null
}
