import type { SignedCommit } from '#shared/operations/commit.ts'
import type { Effect, Moment } from '../kernel/machine.ts'
import type { Act } from '../meeting/act.ts'
import { centre, sessionId } from '../meeting/cast.ts'
import { hour } from '../meeting/decidedOutcome.ts'
import { type NewOperation, operationsOf } from '../meeting/operationsOf.ts'
import { byzantineEffects } from './byzantine.ts'
import { controlOperationsOf } from './controlOperationsOf.ts'
import { factsDigest } from './factsDigest.ts'
import type { HubPart } from './hubPart.ts'
import type { LaptopMemory } from './laptopMemory.ts'
import type { Message } from './message.ts'
import { centreLog, type WorldOf } from './worldOf.ts'

type LaptopEffect = Effect<Message>

/** What an act of a person becomes: commits that are made durable, then offered; or something said to the hub. */
export function laptopActs(
  act: Act,
  memory: LaptopMemory,
  hub: HubPart,
  moment: Moment,
  world: WorldOf,
): readonly LaptopEffect[] {
  switch (act.kind) {
    case 'byzantine':
      return byzantineEffects(act, memory, moment, world)
    case 'open-room':
    case 'close-room':
    case 'take-over':
      return hub.act(act, moment)
    case 'close-session': {
      const operation = closing(act, memory, world)
      return operation === null ? [] : sealed([operation], memory, moment, world)
    }
    default: {
      const { person } = memory
      const lists = [
        ...operationsOf(act, person, world.cast, memory.view),
        ...controlOperationsOf(act, person, world.cast),
      ]
      return lists.flatMap((operations) => sealed(operations, memory, moment, world))
    }
  }
}

/** Sealed, kept, made durable, and only then sent. B3 sends first, and makes durable when there is time. */
export function sealed(
  operations: readonly NewOperation[],
  memory: LaptopMemory,
  moment: Moment,
  world: WorldOf,
): readonly LaptopEffect[] {
  const commit = memory.seal(operations, moment)
  if (commit === null) return []
  const shown: LaptopEffect = {
    do: 'show',
    what: { word: 'sealed', about: { cid: commit.cid, device: commit.device, seq: commit.seq } },
  }
  const sent = send(memory, commit.device, commit.commit)
  const write: LaptopEffect = { do: 'write', rows: commit.rows }
  return world.bug === 'B3' ? [shown, ...sent, write] : [write, { do: 'sync' }, shown, ...sent]
}

function send({ room }: LaptopMemory, device: string, commit: SignedCommit): readonly LaptopEffect[] {
  const to = room === null ? { node: centre, log: centreLog } : { node: room.hub, log: room.log }
  return [{ do: 'send', to: to.node, message: { kind: 'push', log: to.log, device, commits: [commit] } }]
}

/** The closing names the digest of the facts that this laptop sees; the authority builds them from its own copy [SY13]. */
function closing(
  act: Extract<Act, { kind: 'close-session' }>,
  memory: LaptopMemory,
  world: WorldOf,
): NewOperation | null {
  const session = memory.view.get('session', sessionId)
  if (session?.status !== 'open' || session.agenda.some(({ outcome }) => outcome === null)) return null
  const digest = factsDigest(memory.rows, sessionId, world.cryptography)
  if (digest === null) return null
  return {
    kind: 'session.close@1',
    entity: `session/${sessionId}`,
    data: { at: hour(act.minute), number: 'PV-1', factsDigest: digest },
  }
}
