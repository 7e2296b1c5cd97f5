import type { DiskReader } from '../kernel/disk.ts'
import type { Machine, Moment } from '../kernel/machine.ts'
import type { Act } from '../meeting/act.ts'
import { centre } from '../meeting/cast.ts'
import { authority } from '../nodes/authority.ts'
import { seedsOf } from '../nodes/centreLeases.ts'
import { centreNode } from '../nodes/centreNode.ts'
import type { Message } from '../nodes/message.ts'
import { rowStore } from '../nodes/rowStore.ts'
import { centreLog, type WorldOf } from '../nodes/worldOf.ts'
import { outbox } from './outbox.ts'
import { wireAuthority } from './wireAuthority.ts'

const tickMs = 1000

/** The central server, by the exchange of the product; leases are given and rooms taken back as by the other one. */
export function wireCentre(disk: DiskReader, world: WorldOf): Machine<Message, Act> {
  const out = outbox()
  const store = rowStore(disk, centre)
  const node = centreNode(disk, world, store)
  let now: Moment | null = null
  const moment = (): Moment => {
    if (now === null) throw new Error('outside of a step')
    return now
  }
  const { ports } = authority(store, centre, world, () => [])
  let isServing = false
  const serve = () =>
    wireAuthority({
      log: centreLog,
      signer: centre,
      store,
      ports,
      world,
      outbox: out,
      successors: [],
      moment,
      besides: (outputs) => seedsOf(store, outputs),
    })
  let serving: ReturnType<typeof serve> | null = null
  return {
    async step(input, given) {
      now = given
      if (input.kind === 'message' && input.message.kind === 'line') {
        serving?.hear(input.from, input.message)
      } else if (input.kind === 'wake' && input.why === 'line') {
        out.add({ do: 'wake', afterMs: tickMs, why: 'line' })
        serving?.tick()
      } else {
        const effects = node.step(input, given)
        out.add(...(effects instanceof Promise ? await effects : effects))
        if (effects instanceof Promise || effects.some((effect) => effect.do === 'write')) serving?.appended()
        if (input.kind === 'start') out.add({ do: 'wake', afterMs: tickMs, why: 'line' })
      }
      if (!isServing && store.row('log', 'log') !== null) {
        isServing = true
        serving = serve()
      }
      return out.settled()
    },
  }
}
