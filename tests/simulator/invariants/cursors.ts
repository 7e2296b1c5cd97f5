import { chance } from '../kernel/chance.ts'
import { centre } from '../meeting/cast.ts'
import type { WorldOf } from '../nodes/worldOf.ts'
import type { MeetingWorld } from './invariants.ts'

/** [I12] On no image of a disk, whenever the power went, does the cursor cover a row that is not there. */
export function cursorsBroken(world: MeetingWorld, { seed }: WorldOf): string | null {
  const draw = chance(`${seed}/images`)
  for (const [address, { disk }] of world.hosts) {
    if (address === centre) continue
    for (let i = 0; i < 4; i++) {
      const written = draw.below(disk.written + 1)
      const image = disk.imageAt(written)
      for (const [key, cursor] of image.list('cursor|')) {
        const { g } = cursor as { readonly g: number }
        const held = image.list(`copied|${key.slice('cursor|'.length)}|`).length
        if (held !== g)
          return `${address}, after ${written} transactions: the cursor ${key} is at ${g}, and ${held} rows are there`
      }
    }
  }
  return null
}
