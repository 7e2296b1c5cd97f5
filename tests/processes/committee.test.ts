import { expect, test } from 'vitest'
import { playCommittee } from './support/playCommittee.ts'

// Real processes have real time: a seed gives the same acts and the same blows, not the same instants. docs/sync-processes.md
// says how to play a larger committee, and what was seen.
const { DELIBERE_SEED, DELIBERE_LAPTOPS, DELIBERE_BLOWS } = process.env
const plays =
  DELIBERE_SEED === undefined
    ? [
        { seed: 'quotidien', laptops: 6, blows: 8, isHubLost: false },
        { seed: 'hub-3', laptops: 5, blows: 4, isHubLost: true },
      ]
    : [{ seed: DELIBERE_SEED, laptops: Number(DELIBERE_LAPTOPS ?? 6), blows: Number(DELIBERE_BLOWS ?? 8) }]

test.for(plays)(
  '[PR2] $laptops laptops, hub and server, cut, frozen and killed, agree and lose nothing (seed $seed)',
  {
    timeout: 3_600_000,
  },
  async ({ seed, laptops, blows, ...wished }) => {
    const played = await playCommittee({ seed, laptops, blows, say: (line) => console.log(line) })
    expect(played.faults).toEqual([])
    // Not a quiet day that would prove nothing.
    expect(played).toMatchObject(wished)
    expect(played.acknowledged).toBeGreaterThan(laptops * 5)
    expect(Object.keys(played.blows).length).toBeGreaterThan(2)
    expect(played.hurt).toBeGreaterThan(0)
  },
)
