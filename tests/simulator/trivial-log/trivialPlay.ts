import { chance } from '../kernel/chance.ts'
import type { Injection } from '../kernel/injection.ts'
import type { Play } from '../kernel/runSeeds.ts'
import { runWorld } from '../kernel/runWorld.ts'
import type { Invariant } from '../kernel/world.ts'
import {
  type Line,
  numberedRows,
  type TrivialAct,
  type TrivialBugs,
  type TrivialMessage,
  trivialLog,
} from './trivialLog.ts'

/** Three writers, one primary, all the faults that such a log must stand. */
export function trivialPlay(bugs: TrivialBugs): Play<TrivialAct> {
  return {
    injectionsOf,
    run: (seed, injections) =>
      runWorld<TrivialMessage, TrivialAct>({
        seed,
        nodes,
        build: trivialLog(bugs),
        injections,
        describe: (message) => JSON.stringify(message),
        atEachStep: [nothingTwice, everyoneHasAPrefix],
        atRest: [nothingAnsweredIsLost, everyoneHasAll],
        maxSteps: 5000,
        restMs: 10_000,
        patienceMs: 300_000,
      }),
  }
}

const writers = ['ada', 'blaise', 'chloé']
const nodes = ['primary', ...writers]

function injectionsOf(seed: string): Injection<TrivialAct>[] {
  const draw = chance(`trivial/${seed}`)
  const when = () => draw.below(60_000)
  const acts = Array.from(
    { length: 12 },
    (): Injection<TrivialAct> => ({
      atMs: when(),
      kind: 'act',
      node: draw.pick(writers),
      act: { kind: 'append' },
    }),
  )
  const faults = Array.from({ length: 8 }, (): Injection<TrivialAct> => {
    const node = draw.pick(nodes)
    switch (draw.below(4)) {
      case 0:
        return { atMs: when(), kind: 'cut', from: node, to: draw.pick(nodes), forMs: draw.below(20_000) }
      case 1:
        return {
          atMs: when(),
          kind: 'weather',
          forMs: draw.below(30_000),
          drop: 0.2,
          duplicate: 0.2,
          tail: 0.2,
        }
      case 2:
        return { atMs: when(), kind: 'disk-full', node, forMs: draw.below(5000) }
      default: {
        const afterEffects = draw.below(6)
        return {
          atMs: when(),
          kind: 'crash',
          node,
          afterEffects,
          power: draw.happens(0.7),
          downMs: draw.below(5000),
        }
      }
    }
  })
  return [...acts, ...faults].sort((a, b) => a.atMs - b.atMs)
}

type TrivialInvariant = Invariant<TrivialMessage, TrivialAct>
type TrivialWorld = Parameters<TrivialInvariant['broken']>[0]

const linesOf = (world: TrivialWorld, address: string): Line[] =>
  numberedRows(world.hosts.get(address)?.disk.list('line/') ?? [])
const text = ({ writer, number }: Line): string => `${writer} ${number}`

const nothingTwice: TrivialInvariant = {
  name: 'nothing-twice',
  broken(world) {
    const lines = linesOf(world, 'primary').map(text)
    return new Set(lines).size === lines.length ? null : `twice in ${lines.join(', ')}`
  },
}

const everyoneHasAPrefix: TrivialInvariant = {
  name: 'prefix',
  broken(world) {
    const primary = linesOf(world, 'primary').map(text)
    const other = writers.find((writer) =>
      linesOf(world, writer).some((line, place) => text(line) !== primary[place]),
    )
    return other === undefined ? null : `${other} has another log`
  },
}

const everyoneHasAll: TrivialInvariant = {
  name: 'complete',
  broken(world) {
    const { length } = linesOf(world, 'primary')
    const other = writers.find((writer) => linesOf(world, writer).length !== length)
    return other === undefined ? null : `${other} lacks lines`
  },
}

const nothingAnsweredIsLost: TrivialInvariant = {
  name: 'answered',
  broken(world) {
    const primary = new Set(linesOf(world, 'primary').map(text))
    const lost = writers
      .flatMap((writer) => numberedRows(world.hosts.get(writer)?.disk.list('done/') ?? []))
      .find((line) => !primary.has(text(line)))
    return lost === undefined ? null : `${text(lost)} was answered and is not there`
  },
}
