import { isDeepStrictEqual } from 'node:util'
import type { Heard } from '../meeting/witness.ts'
import type { MeetingWorld } from './invariants.ts'

/**
 * [I16] [SY7] [SY40] Whatever was said once, to a laptop or to an authority, may be said again at the end: no row is
 * written otherwise than it was.
 */
export async function replaysBroken(world: MeetingWorld, heard: readonly Heard[]): Promise<string | null> {
  for (const { from, to, message } of heard) {
    const host = world.hosts.get(to)
    if (host === undefined || host.destroyed || !replayed.includes(message.kind)) continue
    // What a disk that was put back has lost is news to it.
    if (world.scenario.injections.some((each) => each.kind === 'restore' && each.node === to)) continue
    const machine = host.build(to, host.disk)
    await machine.step(
      { kind: 'start' },
      { clockMs: 1_773_320_400_000, sinceMs: world.nowMs, chance: host.chance },
    )
    const effects = await machine.step(
      { kind: 'message', from, message },
      { clockMs: 1_773_320_400_000, sinceMs: world.nowMs, chance: host.chance },
    )
    for (const effect of effects)
      if (effect.do === 'write')
        for (const [key, value] of effect.rows)
          if (!isDeepStrictEqual(host.disk.get(key), value))
            return `${message.kind} of ${from}, said again to ${to}, changes ${key}`
  }
  return null
}

/** What an authority or a copy takes in; a room that is announced again is another matter. */
const replayed: readonly string[] = ['push', 'pull', 'feed', 'rows', 'copy', 'agreed', 'poke', 'return']
