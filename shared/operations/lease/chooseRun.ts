import type { Incident } from '../authority/outputs.ts'
import type { LogHead } from '../authority/receipts.ts'
import type { HubRun } from './hubRun.ts'

export interface HeldRun {
  readonly run: HubRun
  /** As `headOfRun` answered: the run holds. */
  readonly head: LogHead
}

/**
 * [SY21] Of the runs that the devices hold of one lease, the order that stands: the highest epoch, then the longest. Runs
 * that are signed and part from it are told, with the place where they part.
 */
export function chooseRun(held: readonly HeldRun[]): {
  readonly chosen: HeldRun | null
  readonly incidents: readonly Incident[]
} {
  const chosen = held.reduce<HeldRun | null>(
    (best, each) => (best === null || isBefore(best.head, each.head) ? each : best),
    null,
  )
  const incidents = held.flatMap(({ run, head }): Incident[] => {
    const parts = run.entries.findIndex((entry, index) => {
      const other = chosen?.run.entries[index]
      return other === undefined || other.cid !== entry.cid || other.verdict !== entry.verdict
    })
    return parts < 0 ? [] : [{ of: 'two-orders', log: head.log, g: parts + 1 }]
  })
  return { chosen, incidents }
}

const isBefore = (one: LogHead, other: LogHead): boolean =>
  one.epoch === other.epoch ? one.g < other.g : one.epoch < other.epoch
