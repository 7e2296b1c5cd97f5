import type { DiskReader } from '../kernel/disk.ts'
import type { Effect, Moment } from '../kernel/machine.ts'
import type { Act } from '../meeting/act.ts'
import type { LaptopMemory } from './laptopMemory.ts'
import type { Message } from './message.ts'
import type { WorldOf } from './worldOf.ts'

type HubEffect = Effect<Message>

/** The part of a laptop that orders a room. */
export interface HubPart {
  tick(moment: Moment): readonly HubEffect[]
  act(act: Act, moment: Moment): readonly HubEffect[]
  heard(from: string, message: Message, moment: Moment): readonly HubEffect[]
}

export function hubPart(_disk: DiskReader, _memory: LaptopMemory, _world: WorldOf): HubPart {
  return { tick: () => [], act: () => [], heard: () => [] }
}
