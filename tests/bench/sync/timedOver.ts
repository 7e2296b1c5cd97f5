import type { Lap } from '../measure/contest.ts'
import type { BenchNode } from './node.ts'

export type Timing = Omit<Lap, 'found'>

/** Wall time as the node that waits says it, processor time of all of them. */
export async function timedOver(nodes: readonly BenchNode[], work: () => Promise<number>): Promise<Timing> {
  const cpu = async (): Promise<number> => {
    const each = await Promise.all(nodes.map((node) => node.ask<number>('cpu')))
    return each.reduce((sum, ms) => sum + ms, 0)
  }
  const before = await cpu()
  const ms = await work()
  return { samplesMs: [ms], cpuMs: (await cpu()) - before }
}
