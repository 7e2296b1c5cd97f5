import type { Lease } from './lease.ts'

/** A device that orders a room, under its epoch. */
export interface Ordering {
  readonly device: string
  readonly epoch: number
}

/**
 * [SY63] Of two devices that order the room of one lease the later epoch goes on; of two that took it over from the same hub, the
 * first in the order of the lease. Who is not of the lease succeeds nobody. The other stops ordering for good, and follows.
 */
export function isSucceededBy(
  { hub, successors }: Pick<Lease, 'hub' | 'successors'>,
  own: Ordering,
  other: Ordering,
): boolean {
  const order = [hub, ...successors]
  const [rank, otherRank] = [order.indexOf(own.device), order.indexOf(other.device)]
  if (otherRank === -1 || other.device === own.device) return false
  return other.epoch > own.epoch || (other.epoch === own.epoch && otherRank < rank)
}
