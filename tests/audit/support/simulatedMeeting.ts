import type { AuditSubject, RoomRun } from '#shared/operations/audit/auditLines.ts'
import { signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import { leaseLog } from '#shared/operations/lease/lease.ts'
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
import { type RowStore, rowStore } from '#tests/simulator/nodes/rowStore.ts'
import { centreLog } from '#tests/simulator/nodes/worldOf.ts'

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
  const store = rowStore(disks.get(centre) as DiskReader, centre)
  const head = store.row('log', 'log')
  if (head === null) throw new Error('a centre without a log')
  const signed = (holder: string, at: typeof head) =>
    signCheckpoint(at, 7, cryptography.signerOf(holder.replace('~copy', '')))
  const rooms = [...disks].flatMap(([address, disk]): RoomRun[] => {
    const room = rowStore(disk, `hub:${leaseLog('lease-1')}`)
    const end = room.row('log', 'log')
    if (end === null || end.g === 0) return []
    const entries = Array.from({ length: end.g }, (_, index) => room.row('entry', String(index + 1))?.entry)
    return [
      {
        run: address,
        entries: entries.filter((entry) => entry !== undefined),
        checkpoint: signed(address, end),
      },
    ]
  })
  const subject: AuditSubject = {
    log: centreLog,
    of: 'authority',
    authorityKey: cryptography.publicKeyOf(centre),
    checkpoints: [signed(centre, head)],
    rooms,
    at: 7,
  }
  return { store, subject, cryptography }
}
