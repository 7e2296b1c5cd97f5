import type { CommitDigest, CommitVerifier } from '../commitPorts.ts'
import type { AuditedCheckpoint, AuditedEntry, AuditedLease, AuditedRunEntry } from './auditLine.ts'
import type { KeyOf } from './checkCommit.ts'
import { checkReceipts, type ReceiptsCheck } from './checkReceipts.ts'
import type { Findings } from './findings.ts'

export interface RoomsCheck {
  lease(lease: AuditedLease): void
  /** An accepted lease, as its operation says it: what an export says of it must be the same. */
  granted(lease: GrantedLease): void
  /** An entry of the centre that has its final verdict. */
  ordered(entry: AuditedEntry): void
  runEntry(line: AuditedRunEntry): void
  runCheckpoint(run: string, checkpoint: AuditedCheckpoint): void
  /** The lease that alone orders this root (`session/…`, `dossier/…`) after `g` entries; null when none does. */
  leaseOver(root: string, g: number): string | null
  rooms(): number
  /** Answers how many runs nobody's key was there for. */
  end(): { readonly unseenRooms: number }
}

export type GrantedLease = Pick<AuditedLease, 'id' | 'session' | 'hub' | 'successors'>

/**
 * [SY19, SY20, SY21] The rooms: each run of receipts holds and is vouched for by the hub of its lease or by a successor, two
 * runs of one lease never part, the centre appended in the order of the room, and named no room that nobody opened.
 * @param mayLack what is not there may be what nobody showed.
 */
export function checkRooms(
  keyOf: KeyOf,
  mayLack: boolean,
  findings: Findings,
  ports: CommitDigest & CommitVerifier,
): RoomsCheck {
  const leases = new Map<string, AuditedLease>()
  const grantedAt = new Map<string, number>()
  const runs = new Map<string, Run>()
  /** What the centre ordered for a room, in its order. */
  const byRoom = new Map<string, AuditedEntry[]>()
  let g = 0
  const runOf = (name: string, log: string): Run => {
    const known = runs.get(name)
    if (known !== undefined) return known
    const lease = leases.get(log.slice(prefix.length))
    const holders = lease === undefined ? [] : [lease.hub, ...lease.successors]
    const keys = holders.flatMap((dev) => keyOf(dev) ?? [])
    const isUnseen = mayLack && (keys.length === 0 || keys.length < holders.length)
    const receipts = checkReceipts(log, isUnseen ? null : keys, ofRoom(findings, log), ports)
    const run: Run = { log, receipts, entries: [], isUnseen }
    runs.set(name, run)
    return run
  }
  return {
    lease(lease) {
      leases.set(lease.id, lease)
    },
    granted(granted) {
      const { id, session, hub, successors } = granted
      grantedAt.set(id, g)
      const told = leases.get(id)
      if (told === undefined)
        leases.set(id, { is: 'lease', ...granted, dossiers: [], standing: 'returned', endedG: g })
      else if (
        told.session !== session ||
        [told.hub, ...told.successors].join() !== [hub, ...successors].join()
      )
        findings.fault('lease-differs', { g, lease: id })
    },
    ordered(entry) {
      g = entry.g
      if (entry.via === null) return
      const list = byRoom.get(entry.via) ?? []
      list.push(entry)
      byRoom.set(entry.via, list)
    },
    runEntry({ run: name, entry }) {
      const run = runOf(name, entry.log)
      run.receipts.entry(entry)
      run.entries.push(entry)
    },
    runCheckpoint(name, checkpoint) {
      runOf(name, checkpoint.log).receipts.checkpoint(checkpoint)
    },
    leaseOver(root, after) {
      for (const [id, { session, dossiers, standing, endedG }] of leases) {
        const from = grantedAt.get(id)
        if (from === undefined || after <= from || standing === 'set-apart') continue
        if (endedG !== null && after > endedG) continue
        if (root === `session/${session}` || dossiers.some((dossier) => root === `dossier/${dossier}`))
          return id
      }
      return null
    },
    rooms: () => new Set([...runs.values()].map(({ log }) => log)).size,
    end() {
      for (const [log, [first]] of byRoom) {
        const id = log.slice(prefix.length)
        if (!mayLack && !grantedAt.has(id)) findings.fault('lease-unknown', { g: first?.g ?? 0, lease: id })
      }
      for (const { log, receipts, entries } of runs.values()) {
        const { vouched } = receipts.end()
        if (vouched < entries.length)
          findings.fault('run-not-vouched', { lease: log.slice(prefix.length), g: vouched + 1 })
      }
      for (const [log, centre] of byRoom) {
        const ofRoom = [...runs.values()].filter((run) => run.log === log)
        if (ofRoom.length > 0) againstCentre(log, ofRoom, centre, findings)
      }
      againstEachOther([...runs.values()], findings)
      return { unseenRooms: [...runs.values()].filter(({ isUnseen }) => isUnseen).length }
    },
  }
}

const prefix = 'lease/'

interface Run {
  readonly log: string
  readonly receipts: ReceiptsCheck
  readonly entries: AuditedEntry[]
  /** Who may vouch for it is not told here. */
  readonly isUnseen: boolean
}

/** A fault of a run is one of its room: its places are not those of the log. */
const ofRoom = (findings: Findings, log: string): Findings => ({
  fault: (_, place) => findings.fault('run-broken', { ...place, lease: log.slice(prefix.length) }),
  remark: (remark, place) => findings.remark(remark, { ...place, lease: log.slice(prefix.length) }),
})

/** Of the runs that devices hold, the centre follows one; the others end where a hub was lost. */
function againstCentre(
  log: string,
  runs: readonly Run[],
  centre: readonly AuditedEntry[],
  findings: Findings,
): void {
  const lease = log.slice(prefix.length)
  const compared = runs.map(({ entries }) => compare(entries, centre))
  const followed = compared.find(({ against }) => against === null) ?? compared[0]
  if (followed === undefined) return
  const { against, differing, lost } = followed
  if (against !== null) findings.fault('room-order-differs', { g: against.g, cid: against.cid, lease })
  for (const { g, cid } of differing) findings.remark('verdict-differs', { g, cid, lease })
  for (const { g, cid } of lost) findings.remark('commit-lost', { g, cid, lease })
}

function compare(run: readonly AuditedEntry[], centre: readonly AuditedEntry[]) {
  const inRoom = new Map(run.map((entry) => [entry.cid, entry]))
  const ordered = new Set(centre.map(({ cid }) => cid))
  let reached = 0
  let against: AuditedEntry | null = null
  const differing: AuditedEntry[] = []
  for (const entry of centre) {
    const told = inRoom.get(entry.cid)
    if (told === undefined) continue
    // A fork is told when it is met, whatever the room had ordered.
    if (entry.verdict !== 'forked') {
      if (told.g < reached) against ??= entry
      reached = Math.max(reached, told.g)
    }
    if (told.verdict !== entry.verdict) differing.push(entry)
  }
  return { against, differing, lost: run.filter(({ cid }) => !ordered.has(cid)) }
}

/** Under one epoch of a lease a run is the beginning of the other, or their hub said two things. */
function againstEachOther(runs: readonly Run[], findings: Findings): void {
  for (const [index, one] of runs.entries())
    for (const other of runs.slice(index + 1)) {
      if (one.log !== other.log) continue
      const shorter = Math.min(one.entries.length, other.entries.length)
      for (let place = 0; place < shorter; place++) {
        const [first, second] = [one.entries[place], other.entries[place]]
        if (first?.cid === second?.cid && first?.verdict === second?.verdict) continue
        const at = { lease: one.log.slice(prefix.length), g: place + 1 }
        // What a hub had not told before it died is not in the run of its successor, who has an epoch of its own.
        if (first?.epoch === second?.epoch) findings.fault('run-parts', at)
        else findings.remark('two-orders', at)
        break
      }
    }
}
