import { centre, personAt } from '../meeting/cast.ts'
import type { FeedItem } from '../nodes/message.ts'
import type { WorldOf } from '../nodes/worldOf.ts'
import { type LoggedCommit, readCommit } from '../oracles/loggedCommit.ts'
import { mayHold, revealedBy, type Sight } from '../oracles/mayHold.ts'
import { foundingPeople, peopleAfter } from '../oracles/peopleAt.ts'
import { type Recusals, recusalsAfter } from '../oracles/recusals.ts'
import type { MeetingWorld } from './invariants.ts'

/** [I9] After its last contact no laptop holds a body outside the scopes of its user, and none that it may read is missing. */
export function scopesBroken(world: MeetingWorld, of: WorldOf, log: readonly LoggedCommit[]): string | null {
  const sight = sightAfter(of, log)
  for (const [address, host] of world.hosts) {
    const user = personAt(of.cast, address)?.address
    if (address === centre || host.destroyed || user === undefined) continue
    for (const [key, row] of host.disk.list('copied|centre|')) {
      const { entry, commit } = row as FeedItem
      const scope = commit === null ? (log[entry.g - 1]?.scope ?? '') : readCommit(commit).scope
      if (commit !== null && !mayHold(user, scope, sight))
        return `${address} holds the body of ${key}, of ${scope}`
      if (commit === null && mayHold(user, scope, sight))
        return `${address} lacks the body of ${key}, of ${scope}`
    }
  }
  return null
}

function sightAfter({ cast }: WorldOf, log: readonly LoggedCommit[]): Sight {
  let people = foundingPeople(cast)
  let recusals: Recusals = new Set()
  const dossierOf = new Map<string, string>()
  for (const commit of log) {
    people = peopleAfter(people, commit)
    recusals = recusalsAfter(recusals, commit)
    if (commit.verdict === 'ok')
      for (const { kind, entity, data } of commit.operations ?? [])
        if (kind === 'candidature.submit@1')
          dossierOf.set(entity.slice('candidature/'.length), String(data.dossierId))
  }
  return { people, recusals, dossierOf, revealed: revealedBy(log) }
}
