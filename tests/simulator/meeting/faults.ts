import type { Chance } from '../kernel/chance.ts'
import type { Injection } from '../kernel/injection.ts'
import type { Act } from './act.ts'
import { administrator, type Cast, centre, secretary } from './cast.ts'
import { nodesOf, story } from './story.ts'

/** A handful of faults of every kind: more at once hide each other. */
export function plannedFaults(
  draw: Chance,
  cast: Cast,
  acts: readonly Injection<Act>[],
): readonly Injection<Act>[] {
  const count = 2 + draw.below(9)
  const single = Array.from({ length: count }, () => fault(draw, cast, acts))
  return [...single.flat(), ...(draw.happens(0.35) ? noNetworkInTheRoom(draw, cast) : [])]
}

function fault(draw: Chance, cast: Cast, acts: readonly Injection<Act>[]): readonly Injection<Act>[] {
  const nodes = nodesOf(cast)
  const node = draw.pick(nodes)
  // Without the administrator nobody is enrolled anew.
  const laptop = draw.pick(nodes.slice(1).filter((each) => each !== administrator))
  const atMs = draw.below(story.end)
  const roll = draw.below(100)
  if (roll < 18) return cutBothWays(atMs, node, draw.pick(nodes), draw.below(60_000))
  if (roll < 26)
    // Half open: one side hears, the other does not.
    return [{ atMs, kind: 'cut', from: node, to: draw.pick(nodes), forMs: draw.below(60_000) }]
  if (roll < 34) return swizzled(draw, nodes, atMs)
  if (roll < 48)
    return [
      {
        atMs,
        kind: 'weather',
        forMs: draw.below(60_000),
        drop: draw.unit() * 0.3,
        duplicate: draw.unit() * 0.3,
        tail: draw.unit() * 0.3,
      },
    ]
  if (roll < 72) {
    const act = draw.pick(acts)
    // Half of the crashes fall into an act: between what is written, made durable and sent.
    const at =
      draw.happens(0.5) && act.kind === 'act' ? { atMs: act.atMs - 1, node: act.node } : { atMs, node }
    const power = draw.happens(0.6)
    return [{ ...at, kind: 'crash', afterEffects: draw.below(8), power, downMs: draw.below(30_000) }]
  }
  if (roll < 80) return [{ atMs, kind: 'disk-full', node, forMs: draw.below(10_000) }]
  if (roll < 90) {
    const jumpMs = draw.below(4 * 3_600_000) - 2 * 3_600_000
    return [{ atMs, kind: 'clock', node, jumpMs, driftPpm: draw.below(2000) - 1000 }]
  }
  if (roll < 93) return [{ atMs, kind: 'restore', node: laptop, share: draw.unit() }]
  if (roll < 95) return [{ atMs, kind: 'restore', node: centre, share: 0.5 + draw.unit() / 2 }]
  if (roll < 98) return [{ atMs, kind: 'clone', node: laptop, as: `${laptop}~copy` }]
  return [{ atMs, kind: 'destroy', node: laptop }]
}

export const cutBothWays = (atMs: number, a: string, b: string, forMs: number): readonly Injection<Act>[] => [
  { atMs, kind: 'cut', from: a, to: b, forMs },
  { atMs, kind: 'cut', from: b, to: a, forMs },
]

/** Links of one node go away one after the other and come back in another order. */
function swizzled(draw: Chance, nodes: readonly string[], atMs: number): readonly Injection<Act>[] {
  const node = draw.pick(nodes)
  return nodes
    .filter((other) => other !== node && draw.happens(0.6))
    .flatMap((other) => cutBothWays(atMs + draw.below(10_000), node, other, draw.below(40_000)))
}

/** A town hall without internet: nobody reaches the centre during the meeting, all reach each other. */
export function noNetworkInTheRoom(draw: Chance, cast: Cast): readonly Injection<Act>[] {
  const forMs = story.aftermath - story.meeting + draw.below(20_000)
  const hubToo = draw.happens(0.8)
  return nodesOf(cast)
    .slice(1)
    .filter((node) => hubToo || node !== secretary)
    .flatMap((node) => cutBothWays(story.meeting - 5000, node, centre, forMs))
}
