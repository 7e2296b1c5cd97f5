import type { AuditSubject, RoomRun } from '#shared/operations/audit/auditLines.ts'
import { signCheckpoint } from '#shared/operations/authority/checkpoint.ts'
import { leaseLog } from '#shared/operations/lease/lease.ts'
import { audited, exported } from '#tests/audit/support/auditing.ts'
import { chance } from '../kernel/chance.ts'
import type { DiskReader } from '../kernel/disk.ts'
import { centre } from '../meeting/cast.ts'
import type { Cryptography } from '../nodes/cryptography.ts'
import { type RowStore, rowStore } from '../nodes/rowStore.ts'
import { centreLog, type WorldOf } from '../nodes/worldOf.ts'
import type { LoggedCommit } from '../oracles/loggedCommit.ts'
import { erasedBy } from './erasures.ts'
import { hubLies } from './honest.ts'
import type { MeetingWorld } from './invariants.ts'

/** One seed of so many is audited: an audit costs as much as the run. */
const oneOf = 5
/** And of those in which something was erased [I19]. */
const oneErasedOf = 2

/** [I20] [SY36] The auditor of the product, on an export of the centre, accepts every honest run. */
export async function auditBroken(
  world: MeetingWorld,
  { seed, cryptography }: WorldOf,
  log: readonly LoggedCommit[],
): Promise<string | null> {
  const isErased = erasedBy(log).size > 0
  if (chance(`${seed}/audit`).below(isErased ? oneErasedOf : oneOf) !== 0) return null
  // What its hub told is not what it brought: the auditor says so, rightly.
  if (hubLies(world)) return null
  const disks = new Map([...world.hosts].map(([address, { disk }]) => [address, disk]))
  const { store, subject } = centreExport(disks, cryptography)
  const { conforme, faults } = audited(await exported(store, subject, cryptography), cryptography)
  return conforme ? null : `the auditor finds ${JSON.stringify(faults[0])}`
}

/** What a centre at rest gives to an auditor, with the run of the room that each laptop ordered. */
export function centreExport(
  disks: ReadonlyMap<string, DiskReader>,
  cryptography: Cryptography,
): { readonly store: RowStore; readonly subject: AuditSubject } {
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
  return { store, subject }
}
