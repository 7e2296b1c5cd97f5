import { centreWithBlobs } from '../attachments/centreWithBlobs.ts'
import { laptopWithBlobs } from '../attachments/laptopWithBlobs.ts'
import { invariantsAtRest } from '../invariants/invariants.ts'
import type { DiskReader } from '../kernel/disk.ts'
import type { Machine } from '../kernel/machine.ts'
import type { Play } from '../kernel/runSeeds.ts'
import { runWorld } from '../kernel/runWorld.ts'
import { centreNode } from '../nodes/centreNode.ts'
import { fastCryptography, realCryptography } from '../nodes/cryptography.ts'
import { laptop } from '../nodes/laptop.ts'
import { programKey } from '../nodes/laptopActs.ts'
import { describe, type Message } from '../nodes/message.ts'
import type { WorldOf } from '../nodes/worldOf.ts'
import { olderProgram } from '../programs/olderProgram.ts'
import { wireCentre } from '../wire/wireCentre.ts'
import { wireLaptop } from '../wire/wireLaptop.ts'
import type { Act } from './act.ts'
import type { BugName } from './bugs.ts'
import { centre } from './cast.ts'
import { coverageOf } from './coverageOf.ts'
import { type PlanOptions, planOf } from './plan.ts'
import { nodesOf } from './story.ts'
import { newWitness, observe } from './witness.ts'

export interface MeetingOptions extends PlanOptions {
  readonly bug: BugName | null
  /** Ed25519 in the place of keyed hashes; ten times slower. */
  readonly realSignatures?: boolean
  /** The machines of the exchange, over lines that break, in the place of datagrams. */
  readonly wire?: boolean
}

/** A committee on the real core of operations, under all the faults of the plan, judged by every invariant. */
export function meetingPlay(options: MeetingOptions): Play<Act> {
  const [atCentre, atLaptop] = options.wire ? [wireCentre, wireLaptop] : [centreNode, laptop]
  return {
    injectionsOf: (seed) => planOf(seed, options).injections,
    async run(seed, injections) {
      const withPapers = injections.some((each) => each.kind === 'act' && each.act.kind === 'attach')
      const older = injections.some((each) => each.kind === 'act' && each.act.kind === 'install')
        ? await olderProgram()
        : null
      const cryptography = options.realSignatures ? realCryptography(seed) : fastCryptography(seed)
      const { cast } = planOf(seed, options)
      const of: WorldOf = { seed, cast, cryptography, bug: options.bug, wire: options.wire ?? false }
      const witness = newWitness()
      let arrived = 0
      const built = (address: string, disk: DiskReader): Machine<Message, Act> => {
        if (address === centre) return atCentre(disk, of)
        if (older === null || disk.get(programKey) !== 'older') {
          witness.older.delete(address)
          return atLaptop(address, disk, of)
        }
        witness.older.add(address)
        return (options.wire ? older.wireLaptop : older.laptop)(address, disk, of)
      }
      return runWorld<Message, Act>({
        seed,
        nodes: nodesOf(cast),
        build: (address, disk) => {
          const node = built(address, disk)
          if (!withPapers) return node
          return address === centre
            ? centreWithBlobs(node, disk, of)
            : laptopWithBlobs(address, node, disk, of)
        },
        injections,
        describe,
        atEachStep: [],
        atRest: invariantsAtRest(of, witness),
        acts(world, act) {
          world.coverage.hit(`act ${act.kind}`)
          if (act.kind === 'byzantine') world.coverage.hit(`trick ${act.trick}`)
        },
        arrives(from, to, message) {
          // Every so many: a push or a feed of each part of the story.
          if (arrived++ % 97 === 0) witness.heard.push({ from, to, message })
        },
        observe(world, address, shown) {
          const disk = world.hosts.get(address)?.disk
          if (disk !== undefined) observe(witness, address, shown, disk)
          const cell = coverageOf(shown, world, address)
          if (cell !== null) world.coverage.hit(cell)
        },
        maxSteps: options.wire ? 200_000 : 60_000,
        restMs: options.wire ? 60_000 : 30_000,
        patienceMs: 900_000,
      })
    },
  }
}
