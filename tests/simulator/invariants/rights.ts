import type { LoggedCommit } from '../oracles/loggedCommit.ts'
import { whyNotAllowed } from '../oracles/mayWrite.ts'
import { nobody, type People, peopleAfter } from '../oracles/peopleAt.ts'

/**
 * [I7] Nothing was applied whose author lacked the right at that place. What a hub ordered is judged by the rights of its
 * lease, which are those of the centre when it was granted; what came straight, by those of its place.
 */
export function rightsBroken(log: readonly LoggedCommit[], firstPeople: People): string | null {
  let people = firstPeople ?? nobody
  const ofLease = new Map<string, People>()
  for (const commit of log) {
    if (commit.verdict === 'ok') {
      const why = whyNotAllowed(commit, (commit.via !== null && ofLease.get(commit.via)) || people)
      if (why !== null) return `entry ${commit.g} was accepted: ${why}`
    }
    people = peopleAfter(people, commit)
    for (const { kind, entity } of (commit.verdict === 'ok' && commit.operations) || [])
      if (kind === 'lease.grant@1' || kind === 'lease.open@1') ofLease.set(entity, people)
  }
  return null
}
