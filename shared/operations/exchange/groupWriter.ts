import type { AuthorityOutput, AuthorityStepAsk } from '../authority/outputs.ts'
import type { AuthorityStore } from './exchangePorts.ts'

/** Writes to one log [EX5]: what arrives while a write is under way, or in the same turn, is one write. */
export interface GroupWriter {
  /** What each step has to say, once it is durable. Rejects when the store failed: nothing of the group was written. */
  write(steps: readonly AuthorityStepAsk[]): Promise<readonly (readonly AuthorityOutput[])[]>
}

/** @param ordered hears what was written, in the order of the log, before those who wait for it. */
export function groupWriter(
  store: Pick<AuthorityStore, 'write'>,
  ordered: (outputs: readonly AuthorityOutput[]) => void,
): GroupWriter {
  const queue: Waiting[] = []
  let isWriting = false

  async function drain(): Promise<void> {
    isWriting = true
    // The turn ends first: what comes with it goes with it.
    await null
    while (queue.length > 0) {
      const group = queue.splice(0, groupSize(queue))
      try {
        const said = await store.write(group.flatMap(({ steps }) => steps))
        ordered(said.flat())
        let at = 0
        for (const { steps, settle } of group) {
          settle(said.slice(at, at + steps.length))
          at += steps.length
        }
      } catch (error) {
        for (const { fail } of group) fail(error)
      }
    }
    isWriting = false
  }

  return {
    write: (steps) =>
      new Promise((settle, fail) => {
        queue.push({ steps, settle, fail })
        if (!isWriting) void drain()
      }),
  }
}

interface Waiting {
  readonly steps: readonly AuthorityStepAsk[]
  settle(said: readonly (readonly AuthorityOutput[])[]): void
  fail(error: unknown): void
}

/** At least one; then as many as stay within a transaction of reasonable length. */
function groupSize(queue: readonly Waiting[]): number {
  let steps = 0
  const size = queue.findIndex((each) => {
    steps += each.steps.length
    return steps > mostStepsPerWrite
  })
  return size < 0 ? queue.length : Math.max(1, size)
}

const mostStepsPerWrite = 512
