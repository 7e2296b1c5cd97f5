import type { Moment } from '../kernel/machine.ts'
import type { LaptopMemory } from './laptopMemory.ts'
import type { Feed, FeedItem } from './message.ts'
import type { WorldOf } from './worldOf.ts'

/** Z3: a laptop that hears of a clock an hour ahead of its own wants nothing more of it. */
export function isRefusedForItsClock(items: readonly FeedItem[], moment: Moment, { bug }: WorldOf): boolean {
  if (bug !== 'Z3') return false
  return items.some(({ commit }) => {
    if (commit === null) return false
    const { hlc } = JSON.parse(new TextDecoder().decode(commit.header)) as {
      readonly hlc: readonly [number, number]
    }
    return hlc[0] > moment.clockMs + 3_600_000
  })
}

/** Z12: what this program does not know of is not kept. */
export function asKept(item: FeedItem, { bug }: WorldOf): FeedItem {
  const isUnknown = item.entry.verdict === 'unknown-schema'
  return bug === 'Z12' && isUnknown ? { ...item, commit: null } : item
}

/** Z15: a laptop that was fed three times in a row and is still behind thinks that it turns in circles. */
export function isGivenUp(memory: LaptopMemory, feed: Feed, { bug }: WorldOf): boolean {
  return bug === 'Z15' && memory.fedInARow(feed.head - feed.after) > 3
}
