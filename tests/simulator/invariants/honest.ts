import type { Witness } from '../meeting/witness.ts'
import type { LoggedCommit } from '../oracles/loggedCommit.ts'
import type { MeetingWorld } from './invariants.ts'

/** [I4] A device whose disk was never put back nor copied, and whose person does not cheat, never forks. */
export function honestFork(
  world: MeetingWorld,
  witness: Witness,
  log: readonly LoggedCommit[],
): string | null {
  const copied = new Set(
    world.scenario.injections.flatMap((injection) =>
      injection.kind === 'restore' || injection.kind === 'clone' ? [injection.node] : [],
    ),
  )
  const fork = log.find(
    ({ verdict, device, user }) =>
      verdict === 'forked' && !copied.has(user) && !witness.equivocates.has(device),
  )
  return fork === undefined ? null : `${fork.device} forked at its commit ${fork.seq}, and nobody cheated`
}

/** [I2] An honest hub, no disk of an authority put back: the centre decides again what the hub decided, every time. */
export function honestHubContradicted(
  world: MeetingWorld,
  witness: Witness,
  log: readonly LoggedCommit[],
): string | null {
  if (world.scenario.injections.some(({ kind }) => kind === 'restore' || kind === 'clone')) return null
  // A room without the centre does not know what the centre ordered meanwhile [SY22].
  if (world.scenario.injections.some((each) => each.kind === 'act' && each.act.kind === 'open-emergency'))
    return null
  // A successor who may not read all of what was ordered (he is recused) cannot do all of it again.
  if (witness.incidents.some(({ of }) => of === 'commit-lost')) return null
  if (hubLies(world)) return null
  // Of two commits of one place in a chain the hub may have met the one first, and the centre the other.
  const twofold = new Set(log.flatMap(({ cid, device }) => (witness.equivocates.has(device) ? [cid] : [])))
  const differs = witness.incidents.find(({ of, cid }) => of === 'verdict-differs' && !twofold.has(cid))
  return differs === undefined
    ? null
    : `the centre decides otherwise than an honest hub did of ${differs.cid}`
}

/** Whether whoever orders the room lies: the incidents tell of it, and the log of the centre is none the worse. */
export const hubLies = (world: MeetingWorld): boolean =>
  world.scenario.injections.some((each) => each.kind === 'act' && each.act.kind === 'lie-as-hub')

/** [I4] [SY16] Nobody knows more of the chain of a laptop than its own disk, where no disk was put back or copied. */
export function honestBehind(world: MeetingWorld, witness: Witness): string | null {
  if (world.scenario.injections.some(({ kind }) => kind === 'restore' || kind === 'clone')) return null
  const first = [...witness.toldOfLater].find(([, device]) => !witness.equivocates.has(device))
  return first === undefined
    ? null
    : `${first[0]} was told of commits of ${first[1]} that its disk does not have`
}
