import { centre, personAt } from '../meeting/cast.ts'
import { copyName } from '../nodes/copy.ts'
import { rowsOn } from '../nodes/rowStore.ts'
import type { WorldOf } from '../nodes/worldOf.ts'
import { type LoggedCommit, readCommit } from '../oracles/loggedCommit.ts'
import { mayHold, revealedBy, type Sight } from '../oracles/mayHold.ts'
import { foundingPeople, peopleAfter } from '../oracles/peopleAt.ts'
import { type Recusals, recusalsAfter } from '../oracles/recusals.ts'
import type { MeetingWorld } from './invariants.ts'
import { isShutOut } from './shutOut.ts'

/**
 * [I9] After its last contact no laptop holds the body of an accepted commit outside the scopes of its user. What it still
 * has to send, or was refused, is its own.
 */
export function scopesBroken(world: MeetingWorld, of: WorldOf, log: readonly LoggedCommit[]): string | null {
  const sight = sightAfter(of, log)
  const accepted = new Set(log.flatMap(({ verdict, cid }) => (verdict === 'ok' ? [cid] : [])))
  for (const [address, host] of world.hosts) {
    const user = personAt(of.cast, address)?.address
    if (address === centre || host.destroyed || user === undefined || isShutOut(world, of, address)) continue
    for (const [cid, { commit }] of rowsOn(host.disk, copyName).scan('commit')) {
      if (commit.body.length === 0 || !accepted.has(cid)) continue
      const { scope } = readCommit(commit)
      if (!mayHold(user, scope, sight)) return `${address} holds the body of ${cid}, of ${scope}`
    }
  }
  return null
}

/** What reading rights rest on, after the last entry. */
export function sightAfter({ cast }: WorldOf, log: readonly LoggedCommit[]): Sight {
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
