import type { Effect } from '../kernel/machine.ts'
import type { Message } from '../nodes/message.ts'

/** What the promises of a node want done during one step, in the order in which they asked. */
export interface Outbox {
  add(...effects: readonly Effect<Message>[]): void
  /** Lets every promise of the node that can go on go on, then hands over what was asked for. */
  settled(): Promise<readonly Effect<Message>[]>
}

export function outbox(): Outbox {
  let effects: Effect<Message>[] = []
  return {
    add: (...more) => void effects.push(...more),
    async settled() {
      // All of them wait for one another alone: nothing comes from outside of the step.
      await new Promise((next) => setImmediate(next))
      const all = effects
      effects = []
      return all
    },
  }
}
