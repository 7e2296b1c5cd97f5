import { chance } from '../kernel/chance.ts'
import { centre } from '../meeting/cast.ts'
import { copyName } from '../nodes/copy.ts'
import { rowsOn } from '../nodes/rowStore.ts'
import type { WorldOf } from '../nodes/worldOf.ts'
import type { MeetingWorld } from './invariants.ts'

/**
 * [I12] On no image of a disk, whenever the power went, does the cursor cover what is not there: the receipt at the cursor
 * is held, or the whole state was taken at that very place.
 */
export function cursorsBroken(world: MeetingWorld, { seed }: WorldOf): string | null {
  const draw = chance(`${seed}/images`)
  for (const [address, { disk }] of world.hosts) {
    if (address === centre) continue
    for (let i = 0; i < 4; i++) {
      const written = draw.below(disk.written + 1)
      const copy = rowsOn(disk.imageAt(written), copyName)
      for (const [log, { g, r }] of copy.scan('cursor')) {
        if (g === 0) continue
        const heard = copy.row('heard', `${log}/${g}`)
        const isCopied = [...copy.scan('asOf')].some(([, { places }]) => places[log] === g)
        if (heard === null ? !isCopied : Buffer.compare(heard.r, r) !== 0)
          return `${address}, after ${written} transactions: the cursor of ${log} is at ${g}, and that is not there`
      }
    }
  }
  return null
}
