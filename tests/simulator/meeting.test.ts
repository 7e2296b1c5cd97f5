import { describe, expect, test } from 'vitest'
import { addedTables } from './kernel/coverage.ts'
import { minimiseFailure, runSeeds, seedsFrom } from './kernel/runSeeds.ts'
import type { Act } from './meeting/act.ts'
import { zoo } from './meeting/bugs.ts'
import { lackingCoverage } from './meeting/coverageFloor.ts'
import { meetingPlay } from './meeting/meetingPlay.ts'
import { replayScript } from './replayScript.ts'
import { tellFailure } from './tellFailure.ts'

const right = meetingPlay({ bug: null })
const overLines = meetingPlay({ bug: null, wire: true })

describe('a committee, its meeting, and all that may go wrong', () => {
  const seen: (readonly [cell: string, count: number])[][] = []

  test.for([1, 101, 201, 301, 401])(
    '[SIM10] every invariant holds on 100 seeds from %i',
    { timeout: 600_000 },
    async (first) => {
      const { failures, seeds, coverage } = await runSeeds(right, seedsFrom(first, 100), 1)
      for (const failure of failures)
        throw new Error(tellFailure(failure, await minimiseFailure(right, failure, 150)))
      expect(seeds).toBe(100)
      seen.push([...coverage])
    },
  )

  test('[SIM16] in those seeds every fault, act, lie, verdict and way of being ordered happened often', () => {
    expect(seen).toHaveLength(5)
    expect(lackingCoverage(addedTables(seen))).toEqual([])
  })

  test('[SIM17] every invariant holds where the machines of the exchange speak, over lines that break', {
    timeout: 600_000,
  }, async () => {
    const { failures, seeds } = await runSeeds(overLines, seedsFrom(1, 60), 1)
    for (const failure of failures)
      throw new Error(tellFailure(failure, await minimiseFailure(overLines, failure, 100)))
    expect(seeds).toBe(60)
  })

  test('[SIM18] what a failure prints replays', async () => {
    const planted = meetingPlay({ bug: 'Z9' })
    const [failure] = (await runSeeds(planted, seedsFrom(2, 20), 1)).failures
    if (failure === undefined) throw new Error('Z9 was not found')
    const script = await minimiseFailure(planted, failure, 60)
    const read = replayScript<Act>(tellFailure(failure, script))
    expect(read).toEqual({ seed: failure.seed, injections: script })
    expect((await planted.run(failure.seed, read?.injections ?? [])).failure?.invariant).toBe(
      failure.invariant,
    )
  })

  test('[SIM15] [SY22] every invariant holds where rooms are opened without the centre, two at once included', {
    timeout: 300_000,
  }, async () => {
    const urgent = meetingPlay({ bug: null, emergency: true })
    const { failures, coverage } = await runSeeds(urgent, seedsFrom(1, 30), 1)
    for (const failure of failures)
      throw new Error(tellFailure(failure, await minimiseFailure(urgent, failure, 150)))
    const hits = new Map(coverage)
    expect(hits.get('opens without the centre')).toBeGreaterThan(5)
    expect(hits.get('lease.open@1 × ok × direct')).toBeGreaterThan(5)
    expect(hits.get('lease.open@1 × forbidden/role × direct')).toBeGreaterThan(0)
  })

  test('[SIM11] a seed run twice gives the same trace', async () => {
    const traceOf = async (seed: string) => (await right.run(seed, right.injectionsOf(seed))).trace
    const seeds = seedsFrom(1000, 10)
    const traces = await Promise.all(seeds.map(traceOf))
    expect(await Promise.all(seeds.map(traceOf))).toEqual(traces)
  })

  test('[SIM12] with real Ed25519 signatures nothing else happens', async () => {
    const real = meetingPlay({ bug: null, realSignatures: true })
    expect((await runSeeds(real, seedsFrom(1, 2))).failures).toEqual([])
  })

  test('[SIM14] [I17] with every clock right, the same verdicts fall; accepting by clock is seen', {
    timeout: 120_000,
  }, async () => {
    const verdictsOf = async (play: typeof right, seed: string, isRight: boolean) => {
      const injections = play.injectionsOf(seed).filter(({ kind }) => !isRight || kind !== 'clock')
      return (await play.run(seed, injections)).coverage.filter(([cell]) => cell.includes(' × '))
    }
    const seeds = ['48', '52', '55', '63', '93'].filter((seed) =>
      right.injectionsOf(seed).some(({ kind }) => kind === 'clock'),
    )
    expect(seeds).toHaveLength(5)
    for (const seed of seeds)
      expect(await verdictsOf(right, seed, false)).toEqual(await verdictsOf(right, seed, true))
    const byClock = meetingPlay({ bug: 'B1' })
    expect(await verdictsOf(byClock, '93', false)).not.toEqual(await verdictsOf(byClock, '93', true))
  })

  test.for(zoo)(
    '[SIM13] $name is found within 200 seeds: $what',
    { timeout: 300_000 },
    async ({ name, likelySeed, by, wire = false }) => {
      const planted = meetingPlay({ bug: name, wire })
      const sound = wire ? overLines : right
      const [failure] = (await runSeeds(planted, [String(likelySeed), ...seedsFrom(1, 200)], 1)).failures
      if (failure === undefined) throw new Error(`${name} was not found`)
      if (by !== undefined) expect(failure.invariant).toBe(by)
      // The same injections on the right build: what was found is the bug, not the tester.
      expect((await sound.run(failure.seed, failure.injections)).failure).toBeNull()
    },
  )
})
