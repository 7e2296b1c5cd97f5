import type { AuditSubject } from '#shared/operations/audit/auditLines.ts'
import { centreExport } from '#tests/simulator/invariants/audited.ts'
import type { DiskReader } from '#tests/simulator/kernel/disk.ts'
import { runWorld } from '#tests/simulator/kernel/runWorld.ts'
import type { Act } from '#tests/simulator/meeting/act.ts'
import { centre } from '#tests/simulator/meeting/cast.ts'
import { planOf } from '#tests/simulator/meeting/plan.ts'
import { nodesOf } from '#tests/simulator/meeting/story.ts'
import { centreNode } from '#tests/simulator/nodes/centreNode.ts'
import { type Cryptography, fastCryptography } from '#tests/simulator/nodes/cryptography.ts'
import { laptop } from '#tests/simulator/nodes/laptop.ts'
import { describe, type Message } from '#tests/simulator/nodes/message.ts'
import type { RowStore } from '#tests/simulator/nodes/rowStore.ts'

export interface SimulatedMeeting {
  readonly store: RowStore
  readonly subject: AuditSubject
  readonly cryptography: Cryptography
}

/** A random meeting under all the faults of the simulator, at rest: the rows of its centre, and what it signed. */
export async function simulatedMeeting(seed: string): Promise<SimulatedMeeting> {
  const { cast, injections } = planOf(seed, {})
  const cryptography = fastCryptography(seed)
  const of = { seed, cast, cryptography, bug: null, wire: false }
  const disks = new Map<string, DiskReader>()
  await runWorld<Message, Act>({
    seed,
    nodes: nodesOf(cast),
    build: (address, disk) => (address === centre ? centreNode(disk, of) : laptop(address, disk, of)),
    injections,
    describe,
    atEachStep: [],
    atRest: [
      {
        name: 'end',
        broken(world) {
          for (const [address, { disk }] of world.hosts) disks.set(address, disk)
          return null
        },
      },
    ],
    maxSteps: 60_000,
    restMs: 30_000,
    patienceMs: 900_000,
  })
  return { ...centreExport(disks, cryptography), cryptography }
}
