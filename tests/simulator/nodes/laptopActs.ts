import { isKnownKind } from '#shared/operations/rights/writers.ts'
import { paperEffects } from '../attachments/paper.ts'
import type { Effect, Moment } from '../kernel/machine.ts'
import type { Act } from '../meeting/act.ts'
import { sessionId } from '../meeting/cast.ts'
import { hour } from '../meeting/decidedOutcome.ts'
import { type NewOperation, operationsOf } from '../meeting/operationsOf.ts'
import { byzantineEffects } from './byzantine.ts'
import { closingFacts, shownRows } from './closingFacts.ts'
import { controlOperationsOf } from './controlOperationsOf.ts'
import type { Copy } from './copy.ts'
import { erasureOf } from './erasing.ts'
import type { HubPart } from './hubPart.ts'
import type { Message } from './message.ts'
import { sealed } from './sealed.ts'
import type { WorldOf } from './worldOf.ts'

type LaptopEffect = Effect<Message>

/** Which program a laptop runs: a row `older`, or none. */
export const programKey = 'own|program'

/** What an act of a person becomes: commits that are made durable, then offered; or something said to the hub. */
export function laptopActs(
  act: Act,
  copy: Copy,
  hub: HubPart,
  moment: Moment,
  world: WorldOf,
): readonly LaptopEffect[] {
  switch (act.kind) {
    case 'byzantine':
      return byzantineEffects(act, copy, moment, world)
    case 'open-room':
    case 'open-emergency':
    case 'leave-room':
    case 'close-room':
    case 'take-over':
    case 'lie-as-hub':
      return hub.act(act, moment)
    case 'close-session': {
      const operation = closing(act, copy, world)
      return operation === null ? [] : sealed([operation], copy, moment, world)
    }
    case 'attach':
      return paperEffects(act, copy, moment, world)
    case 'install':
      return [
        { do: 'write', rows: [[programKey, act.program === 'older' ? 'older' : undefined]] },
        { do: 'sync' },
      ]
    case 'erase': {
      const operation = erasureOf(act, copy, world.cast.dossierCount)
      return operation === null ? [] : sealed([operation], copy, moment, world)
    }
    default: {
      const { person } = copy
      const lists = [
        ...operationsOf(act, person, world.cast, copy.view),
        ...controlOperationsOf(act, person, world.cast),
      ]
      // No screen of an older program offers what it does not know.
      return lists
        .filter((operations) => operations.every(({ kind }) => isKnownKind(kind)))
        .flatMap((operations) => sealed(operations, copy, moment, world))
    }
  }
}

/** The closing names the digest of the facts that this laptop sees; the authority builds them from its own copy [SY13]. */
function closing(
  act: Extract<Act, { kind: 'close-session' }>,
  copy: Copy,
  world: WorldOf,
): NewOperation | null {
  const session = copy.view.get('session', sessionId)
  if (session?.status !== 'open' || session.agenda.some(({ outcome }) => outcome === null)) return null
  const said = { at: hour(act.minute), number: 'PV-1' }
  const digest = closingFacts(world.cryptography)(shownRows(copy.store), sessionId, said)
  if (digest === null) return null
  return {
    kind: 'session.close@1',
    entity: `session/${sessionId}`,
    data: { ...said, factsDigest: digest },
  }
}
