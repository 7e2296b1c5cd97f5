import { ownKey } from '#shared/operations/replica/records.ts'
import type { Invariant } from '../kernel/world.ts'
import type { Act } from '../meeting/act.ts'
import { centre } from '../meeting/cast.ts'
import type { Witness } from '../meeting/witness.ts'
import { copyName } from '../nodes/copy.ts'
import type { Message } from '../nodes/message.ts'
import { rowsOn } from '../nodes/rowStore.ts'
import type { WorldOf } from '../nodes/worldOf.ts'
import { type LoggedCommit, loggedCommits } from '../oracles/loggedCommit.ts'
import { foundingPeople } from '../oracles/peopleAt.ts'
import { attachmentsBroken } from './attachments.ts'
import { auditBroken } from './audited.ts'
import { bytesBroken } from './bytes.ts'
import { chainsBroken } from './chains.ts'
import { closingsBroken } from './closings.ts'
import { copiesBroken } from './copies.ts'
import { cursorsBroken } from './cursors.ts'
import { secondRoomOrdered } from './emergencies.ts'
import { erasuresBroken } from './erasures.ts'
import { everythingArrives } from './everythingArrives.ts'
import { freezeBroken } from './freeze.ts'
import { honestBehind, honestFork, honestHubContradicted } from './honest.ts'
import { leaseNotRespected } from './leaseRespected.ts'
import { quorumBroken } from './quorum.ts'
import { receiptsBroken } from './receipts.ts'
import { recusedMarkApplied } from './recusedMarks.ts'
import { replaysBroken } from './replays.ts'
import { rightsBroken } from './rights.ts'
import { scopesBroken } from './scopes.ts'
import { snapshotLawBroken } from './snapshotLaw.ts'
import { toldBroken } from './told.ts'
import { leaseIsOpen, verdictsBroken } from './verdicts.ts'
import { versionsBroken } from './versions.ts'

export type MeetingInvariant = Invariant<Message, Act>
export type MeetingWorld = Parameters<MeetingInvariant['broken']>[0]

/** All invariants of a world at rest, in the order in which a failure is best understood. */
export function invariantsAtRest(of: WorldOf, witness: Witness): readonly MeetingInvariant[] {
  const onLog = (
    name: string,
    broken: (log: readonly LoggedCommit[]) => string | null,
  ): MeetingInvariant => ({
    name,
    broken: (world) => broken(logOf(world)),
  })
  return [
    onLog('I1', freezeBroken),
    { name: 'I1', broken: (world) => closingsBroken(world, of, logOf(world)) },
    onLog('I4', chainsBroken),
    {
      name: 'I4',
      broken: () =>
        witness.sealedBehind.length === 0
          ? null
          : `sealed behind what was told: ${witness.sealedBehind.join(', ')}`,
    },
    { name: 'I4', broken: (world) => honestBehind(world, witness) },
    { name: 'I4', broken: (world) => honestFork(world, witness, logOf(world)) },
    { name: 'I2', broken: (world) => leaseNotRespected(world, logOf(world)) },
    { name: 'I2', broken: (world) => secondRoomOrdered(world, logOf(world)) },
    { name: 'I2', broken: (world) => honestHubContradicted(world, witness, logOf(world)) },
    { name: 'I5', broken: (world) => verdictsBroken(logOf(world), leaseIsOpen(world)) },
    onLog('I7', (log) => rightsBroken(log, foundingPeople(of.cast))),
    onLog('I10', recusedMarkApplied),
    onLog('I11', quorumBroken),
    { name: 'I3', broken: (world) => everythingArrives(world, of, logOf(world)) },
    {
      name: 'I6',
      broken: (world) =>
        toldBroken(
          witness,
          logOf(world),
          (cid) => isHeld(world, cid),
          leaseIsOpen(world),
          (address) => world.hosts.get(address)?.destroyed === true,
          (address) => (world.hosts.get(address)?.timesSetBack ?? 0) > 0,
        ),
    },
    { name: 'I13', broken: (world) => snapshotLawBroken(world, of) },
    { name: 'I18', broken: (world) => versionsBroken(world, of, witness, logOf(world)) },
    { name: 'I8', broken: (world) => copiesBroken(world, of) },
    { name: 'I9', broken: (world) => scopesBroken(world, of, logOf(world)) },
    { name: 'I19', broken: (world) => erasuresBroken(world, of, logOf(world)) },
    { name: 'I15', broken: (world) => attachmentsBroken(world, of, logOf(world)) },
    { name: 'I12', broken: (world) => cursorsBroken(world, of) },
    { name: 'I16', broken: (world) => replaysBroken(world, witness.heard) },
    { name: 'I14', broken: (world) => receiptsBroken(world, witness) },
    { name: 'I20', broken: (world) => bytesBroken(world) },
    { name: 'I20', broken: (world) => auditBroken(world, of, logOf(world)) },
  ]
}

const logs = new WeakMap<object, { readonly written: number; readonly log: readonly LoggedCommit[] }>()

/** The log of the centre as its disk has it; read once for all the invariants of one moment. */
function logOf(world: MeetingWorld): readonly LoggedCommit[] {
  const disk = world.hosts.get(centre)?.disk
  if (disk === undefined) return []
  const known = logs.get(disk)
  if (known?.written === disk.written) return known.log
  const log = loggedCommits(disk, centre)
  logs.set(disk, { written: disk.written, log })
  return log
}

/** Whether a laptop that is left can still say this commit: it has it whole, and all that its chain lacks before it. */
const isHeld = (world: MeetingWorld, cid: string): boolean => {
  const received = rowsOn(world.hosts.get(centre)?.disk ?? noDisk, centre)
  return [...world.hosts.values()].some(({ disk, destroyed }) => {
    const copy = rowsOn(disk, copyName)
    const place = copy.row('ownSeq', cid)
    if (destroyed || place === null) return false
    const { dev } = place
    for (let seq = (received.row('chain', dev)?.seq ?? 0) + 1; seq <= place.seq; seq++)
      if ((copy.row('own', ownKey({ dev, seq }))?.commit.body.length ?? 0) === 0) return false
    return true
  })
}

const noDisk = { get: () => undefined, list: () => [] }
