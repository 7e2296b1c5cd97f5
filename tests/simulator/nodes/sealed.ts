import type { SignedCommit } from '#shared/operations/commit.ts'
import type { Effect, Moment } from '../kernel/machine.ts'
import { centre } from '../meeting/cast.ts'
import type { NewOperation } from '../meeting/operationsOf.ts'
import type { Copy, OwnSealed } from './copy.ts'
import { foldedAtOnce } from './laptopBugs.ts'
import type { Message } from './message.ts'
import { centreLog, type WorldOf } from './worldOf.ts'

type LaptopEffect = Effect<Message>

/** Sealed, kept, made durable, and only then sent [SY16]. B3 sends first, and makes durable when there is time. */
export function sealed(
  operations: readonly NewOperation[],
  copy: Copy,
  moment: Moment,
  world: WorldOf,
  scope?: string,
): readonly LaptopEffect[] {
  const own = copy.seal(operations, moment, scope)
  if (own === null) return []
  foldedAtOnce(copy, own, world)
  const sent = [pushed(copy, own.commit)]
  const write: LaptopEffect = { do: 'write', rows: copy.store.take() }
  return world.bug === 'B3'
    ? [shownSealed(own), ...sent, write]
    : [write, { do: 'sync' }, shownSealed(own), ...sent]
}

export const shownSealed = ({ cid, dev, seq }: OwnSealed): LaptopEffect => ({
  do: 'show',
  what: { word: 'sealed', about: { cid, device: dev, seq } },
})

/** To whom this laptop follows at the moment: the hub of its room, else the centre. */
export function pushed({ room }: Copy, ...commits: readonly SignedCommit[]): LaptopEffect {
  const to = room === null ? { node: centre, log: centreLog } : { node: room.hub, log: room.log }
  return { do: 'send', to: to.node, message: { kind: 'push', log: to.log, commits } }
}
