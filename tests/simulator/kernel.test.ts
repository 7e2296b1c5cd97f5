import { describe, expect, test } from 'vitest'
import { chance } from './kernel/chance.ts'
import { emptyDisk } from './kernel/disk.ts'
import { eventQueue } from './kernel/eventQueue.ts'
import { minimise } from './kernel/minimise.ts'
import { minimiseFailure, runSeeds, seedsFrom } from './kernel/runSeeds.ts'
import { noTrivialBug } from './trivial-log/trivialLog.ts'
import { trivialPlay } from './trivial-log/trivialPlay.ts'

// The tester is tested first: on a log that is right, and on the same with one fault at a time.

describe('the parts of the simulator', () => {
  test('[SIM1] chance is the same for a name, and a branch does not move its trunk', () => {
    const draws = (branched: boolean) => {
      const trunk = chance('seed')
      if (branched) trunk.branch('other').bytes(100)
      return Array.from({ length: 5 }, () => trunk.below(1000))
    }
    expect(draws(true)).toEqual(draws(false))
    expect(chance('seed').branch('a').below(1e9)).not.toBe(chance('seed').branch('b').below(1e9))
  })

  test('[SIM1] chance falls evenly', () => {
    const draw = chance('even')
    const draws = Array.from({ length: 100_000 }, () => draw.below(10))
    for (let digit = 0; digit < 10; digit++)
      expect(Math.abs(draws.filter((drawn) => drawn === digit).length - 10_000)).toBeLessThan(500)
  })

  test('[SIM2] events come in the order of time, then in the order they were asked for', () => {
    const queue = eventQueue<number>()
    const draw = chance('queue')
    const asked = Array.from({ length: 500 }, (_, order) => ({ atMs: draw.below(50), order }))
    for (const { atMs, order } of asked) queue.add(atMs, order)
    const got: number[] = []
    for (let next = queue.next(); next !== null; next = queue.next()) got.push(next.event)
    expect(got).toEqual(
      [...asked].sort((a, b) => a.atMs - b.atMs || a.order - b.order).map(({ order }) => order),
    )
  })

  test('[SIM3] a power cut loses what is not synced, a dead process nothing, an old image is a shorter journal', () => {
    const disk = emptyDisk()
    disk.write([['a', 1]])
    disk.sync()
    disk.write([['a', 2]])
    disk.write([
      ['a', undefined],
      ['b', 3],
    ])
    expect([disk.get('a'), disk.list('')]).toEqual([undefined, [['b', 3]]])
    const copy = disk.clone()
    disk.cutPower(1)
    expect(disk.get('a')).toBe(2)
    disk.cutPower(0)
    expect([disk.get('a'), disk.written, disk.synced]).toEqual([1, 1, 1])
    expect(copy.list('')).toEqual([['b', 3]])
    copy.restore(1)
    expect(copy.list('')).toEqual([['a', 1]])
    expect(copy.imageAt(0).list('')).toEqual([])
  })

  test('[SIM4] a list is cut down to what makes it fail', async () => {
    const items = Array.from({ length: 100 }, (_, i) => i)
    expect(await minimise(items, async (kept) => kept.includes(13) && kept.includes(77))).toEqual([13, 77])
  })
})

describe('a replicated log of a page', () => {
  const seeds = seedsFrom(1, 200)

  test('[SIM5] nothing is found in the right one', async () => {
    const { failures, seeds: run, steps } = await runSeeds(trivialPlay(noTrivialBug), seeds)
    expect(failures).toEqual([])
    expect(run).toBe(200)
    expect(steps).toBeGreaterThan(20_000)
  })

  test('[SIM6] a seed run twice gives the same trace, another seed another one', async () => {
    const play = trivialPlay(noTrivialBug)
    const traceOf = async (seed: string) => (await play.run(seed, play.injectionsOf(seed))).trace
    const traces = await Promise.all(seeds.slice(0, 30).map(traceOf))
    expect(await Promise.all(seeds.slice(0, 30).map(traceOf))).toEqual(traces)
    expect(new Set(traces).size).toBe(30)
  })

  test.for([
    ['answersBeforeSync', ['answered', 'prefix']],
    ['takesTwice', ['nothing-twice']],
    ['takesAnyLine', ['prefix']],
  ] as const)('[SIM7] %s is found, and cut down to a script that replays', async ([bug, invariants]) => {
    const play = trivialPlay({ ...noTrivialBug, [bug]: true })
    const [failure] = (await runSeeds(play, seeds, 1)).failures
    if (failure === undefined) throw new Error(`${bug} was not found`)
    expect(invariants).toContain(failure.invariant)
    const script = await minimiseFailure(play, failure)
    expect(script.length).toBeLessThan(failure.injections.length / 2)
    const invariantOf = async (kept: typeof script) => (await play.run(failure.seed, kept)).failure?.invariant
    expect(await invariantOf(script)).toBe(failure.invariant)
    // Nothing more can be left out.
    for (const left of script)
      expect(await invariantOf(script.filter((kept) => kept !== left))).not.toBe(failure.invariant)
  })
})
