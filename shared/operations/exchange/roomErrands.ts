import type { AuthorityPorts } from '../authority/authorityPorts.ts'
import { signCheckpoint } from '../authority/checkpoint.ts'
import { entryBytes } from '../authority/entry.ts'
import type { AuthorityOutput } from '../authority/outputs.ts'
import { emptyLog, receiptText } from '../authority/receipts.ts'
import type { RowChange } from '../authority/rows.ts'
import type { SignedCommit } from '../commit.ts'
import type { CommitSigner } from '../commitPorts.ts'
import type { RoomRecord } from '../lease/hubRun.ts'
import { type Lease, leaseLog } from '../lease/lease.ts'
import { succeedHub } from '../lease/succeedHub.ts'
import type { WholeCommit } from '../wire/wireFrame.ts'
import type { Asks } from './askShapes.ts'
import type { Answered, DeviceExchange } from './deviceExchange.ts'
import type { AuthorityStore, ReplicaStore } from './exchangePorts.ts'
import { carriedCommits, heldRecord, roomRecord } from './roomRecord.ts'

/** The errands of a room at its centre [EX15]. */

type Centre = Pick<DeviceExchange, 'ask' | 'relay'>

/** [SY18] The open leases that this device orders or may succeed. */
export async function askLeases(centre: Centre): Promise<Answered<readonly Lease[]>> {
  const answer = await centre.ask('leases', { known: [] })
  return answer.ok ? { ok: true, value: answer.value.leases } : answer
}

/** [SY18] The rows from which a hub orders this lease: to be kept before the room is opened, by successors too. */
export async function askSeed(
  centre: Centre,
  lease: string,
): Promise<Answered<{ readonly lease: Lease; readonly rows: readonly RowChange[] }>> {
  return centre.ask('lease-seed', { lease })
}

/**
 * Gives the centre what the hub carries for it.
 * @param after how many it was given already, on any channel: giving them twice is harmless.
 * @returns how many it has now; null when the channel was lost before it had them all.
 */
export async function relayCarried(
  centre: Centre,
  room: Pick<AuthorityStore, 'snapshot'>,
  after: number,
): Promise<number | null> {
  const { count, commits } = await room.snapshot((store) => carriedCommits(store, after))
  if (commits.length === 0) return count
  return (await centre.relay(commits)) ? count : null
}

/**
 * [SY20] Brings a room back: what it carried, then its log with every commit. Bringing it twice is harmless. `voided`: the
 * centre took the lease back meanwhile, and rebuilds the order from what everybody tells.
 */
export async function bringBack(
  centre: Centre,
  room: Pick<AuthorityStore, 'snapshot'>,
  lease: string,
  signer: CommitSigner,
  nowMs: number,
): Promise<Answered<Asks['return']['answer']>> {
  if ((await relayCarried(centre, room, 0)) === null) return { ok: false, why: 'lost' }
  const { head, entries, commits } = await room.snapshot(roomRecord)
  const checkpoint = signCheckpoint(head, nowMs, signer)
  return centre.ask('return', returned(lease, { run: { entries, checkpoint }, commits }))
}

/**
 * [SY22] Gives the centre, as if it had come straight, all that came to a room whose opening it refused. False: the channel was
 * lost before it had everything.
 */
export async function offerUnordered(
  centre: Centre,
  room: Pick<AuthorityStore, 'snapshot'>,
): Promise<boolean> {
  if ((await relayCarried(centre, room, 0)) === null) return false
  const { commits } = await room.snapshot(roomRecord)
  return commits.length === 0 || centre.relay(commits)
}

/** [SY21] Tells the centre what this device holds of the log of a lease that was voided. */
export async function tellHeld(
  centre: Centre,
  copy: ReplicaStore['copy'],
  lease: string,
): Promise<Answered<Asks['return']['answer']>> {
  const record = heldRecord(copy, leaseLog(lease))
  return record === null ? { ok: false, why: 'not-here' } : centre.ask('return', returned(lease, record))
}

/**
 * [SY21] A successor takes the room over, on the rows of the lease that it kept (`askSeed`): it does again what the hub did
 * as far as its copy heard of it; from the beginning when the hub fell silent before it told anything.
 */
export async function takeOver(
  room: AuthorityStore,
  copy: ReplicaStore['copy'],
  lease: string,
  ports: AuthorityPorts,
): Promise<readonly AuthorityOutput[]> {
  const log = leaseLog(lease)
  const record = heldRecord(copy, log) ?? nothingHeard(log)
  const [outputs = []] = await room.write([(view) => succeedHub(view, lease, record, ports)])
  return outputs
}

/** Of it the successor takes its epoch alone. */
function nothingHeard(log: string): RoomRecord {
  const { epoch, g, r } = emptyLog(log)
  const checkpoint = { log, epoch, g, r: receiptText(r), at: 0 }
  return { run: { entries: [], checkpoint: { checkpoint, signature: new Uint8Array(64) } }, commits: [] }
}

const returned = (lease: string, { run, commits }: RoomRecord): Asks['return']['ask'] => ({
  lease,
  entries: run.entries.map(entryBytes),
  checkpoint: run.checkpoint,
  commits: commits.map(whole),
})

const whole = ({ header, body, signature }: SignedCommit): WholeCommit => ({ header, body, signature })
