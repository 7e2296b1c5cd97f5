import type { Arrival } from '../authority/appendEntry.ts'
import { type Draft, openDraft } from '../authority/draft.ts'
import type { RowStore } from '../authority/memoryRows.ts'
import type { AuthorityAnswer, AuthorityOutput } from '../authority/outputs.ts'
import { receiving } from '../authority/receiveCommit.ts'
import type { Lookups, Needs, RowChange } from '../authority/rows.ts'
import { tables } from '../authority/tables.ts'
import type { CommitDigest } from '../commitPorts.ts'
import { endingLease } from '../lease/endLease.ts'
import { endingVoided, keepTold } from '../lease/endVoided.ts'
import { heldView } from '../lease/heldView.ts'
import { type HubRun, headOfRun } from '../lease/hubRun.ts'
import { type BroughtRun, keepRun } from '../lease/keepRun.ts'
import { isHubLog, type Lease, leaseLog } from '../lease/lease.ts'
import { leaseSeed } from '../lease/leaseSeed.ts'
import { roomOrder } from '../lease/roomOrder.ts'
import { mayRead } from '../rights/mayRead.ts'
import type { AskAnswer } from './answerAsk.ts'
import type { Asks } from './askShapes.ts'
import type { AdmittedPeer, AuthoritySettings } from './authorityExchange.ts'
import { readEntry } from './feedParcel.ts'
import type { GroupWriter } from './groupWriter.ts'

/** What a centre does about leases [EX10]: names them, gives their seed, takes rooms back, rebuilds a voided one. */
export interface LeaseDesk {
  named(known: readonly string[], who: AdmittedPeer): Promise<AskAnswer<'leases'>>
  seed(lease: string, who: AdmittedPeer): Promise<AskAnswer<'lease-seed'>>
  takeBack(ask: Asks['return']['ask'], who: AdmittedPeer): Promise<AskAnswer<'return'>>
  endVoided(lease: string): Promise<readonly AuthorityOutput[]>
}

export function leaseDesk(settings: AuthoritySettings, writer: GroupWriter): LeaseDesk {
  const { log, store, ports, nowMs, tell } = settings
  return {
    async named(known, who) {
      const leases = await store.read((view) => leasesFor(view, known, who))
      return leases
    },

    async seed(id, who) {
      const found = await store.read((view) => leaseToOrder(view, id, who))
      if (found.given === null) return 'forbidden'
      const lease = found.given
      const kept = await settings.seedOf?.(id)
      if (kept != null) return { lease, rows: kept }
      const rows = await store.snapshot((all) => (isHubLog(log) ? seedOfHub(all) : seedOfCentre(all, lease)))
      return rows === null ? 'not-here' : { lease, rows }
    },

    async takeBack({ lease: id, entries: written, checkpoint, commits: given }, who) {
      const found = await store.read((view) => leaseWith(view, id))
      if (found.lease === null) return 'unknown'
      const { lease } = found
      const isHolder = [lease.hub, ...lease.successors].includes(who.device)
      const { standing } = lease
      const isOver = standing === 'returned' || (standing === 'voided' && lease.endedG !== null)
      if (!isHolder && isOver) return { standing }
      if (!isHolder && standing !== 'voided') return 'forbidden'
      const entries = written.map(readEntry)
      if (!entries.every((entry) => entry !== undefined)) return 'malformed'
      const run: HubRun = { entries, checkpoint }
      const head = await store.read((view) => runIn(view, lease, run, settings))
      const commits = given.map((commit) => ({ ...commit, id: ports.sha256(commit.header) }))
      if (isOver) {
        // A hub that comes back after its successor: its order does not stand any more, and is kept beside. What it alone was
        // given may be on no other machine: it is judged now [SY66].
        const arrival: Arrival = { via: leaseLog(id), now: nowMs() }
        await writer.write([
          ...(head.of === null
            ? []
            : [(view: Lookups) => kept(view, id, { device: who.device, run }, ports)]),
          ...roomOrder(entries, commits).map((commit) => receiving(commit, arrival, ports)),
        ])
        return { standing }
      }
      if (head.of === null) return 'bad-run'
      tell({ kind: 'returned', lease: id, device: who.device, voided: lease.standing === 'voided' })
      if (lease.standing === 'voided') {
        await writer.write([(view) => keepTold(view, id, { device: who.device, run, commits }, ports)])
        return { standing: 'voided' }
      }
      const runs = [{ device: who.device, run }]
      await writer.write([
        endingLease({ lease: id, entries, commits: roomOrder(entries, commits), runs }, nowMs(), ports),
      ])
      return { standing: lease.standing === 'set-apart' ? 'set-apart' : 'returned' }
    },

    async endVoided(id) {
      const [outputs = []] = await writer.write([endingVoided(id, nowMs(), ports)])
      return outputs
    },
  }
}

function kept(view: Lookups, lease: string, run: BroughtRun, ports: CommitDigest): AuthorityAnswer {
  const rows = openDraft(view)
  keepRun(rows, lease, run, ports)
  const needs = rows.lacking()
  return needs.length > 0 ? { needs } : { changes: rows.changes(), outputs: [] }
}

/** What the centre changed since is kept beside: the room has the rights of the day its lease was given [SY35]. */
function seedOfCentre(all: Pick<RowStore, 'row' | 'scan'>, lease: Lease): readonly RowChange[] {
  const held = heldView(openDraft(all), lease.id)
  return leaseSeed({ scan: all.scan, row: held.row as typeof all.row }, lease)
}

/** A hub still has its seed as long as nothing came to it; null afterwards. */
function seedOfHub(all: Pick<RowStore, 'row' | 'scan'>): readonly RowChange[] | null {
  if ((all.row('log', 'log')?.g ?? 0) > 0 || all.row('carriedCount', 'carried') !== null) return null
  return tables.flatMap((table) =>
    [...all.scan(table)].map(([key, row]) => ({ table, key, row }) as RowChange),
  )
}

/** The open leases that a device may order, whole; of those whose log it holds, how they stand. */
function leasesFor(
  view: Lookups,
  known: readonly string[],
  { user, device }: AdmittedPeer,
): { readonly leases: readonly Lease[] } | Needs {
  const rows = openDraft(view)
  const mandates = rows.row('mandates', user)?.list ?? []
  const leases: Lease[] = []
  for (const id of new Set([...(rows.row('index', 'leases')?.ids ?? []), ...known.slice(0, mostKnown)])) {
    const lease = rows.row('lease', id)
    if (lease === null) continue
    if ([lease.hub, ...lease.successors].includes(device)) leases.push(lease)
    else if (known.includes(id) && mayRead(mandates, `session/${lease.session}`, rows))
      leases.push({ ...lease, dossiers: [], successors: [] })
  }
  return rows.lacking().length > 0 ? { needs: rows.lacking() } : { leases }
}

/** The lease, for a device that orders it or may succeed, of somebody who may still read all of it. */
function leaseToOrder(
  view: Lookups,
  id: string,
  { user, device }: AdmittedPeer,
): { readonly given: Lease | null } | Needs {
  const rows = openDraft(view)
  const lease = rows.row('lease', id)
  const mayOrder =
    lease?.standing === 'open' &&
    [lease.hub, ...lease.successors].includes(device) &&
    rows.row('device', device)?.standing === 'valid' &&
    readsAll(rows, lease, user)
  return rows.lacking().length > 0 ? { needs: rows.lacking() } : { given: mayOrder ? lease : null }
}

function readsAll(rows: Draft, { session, dossiers }: Lease, user: string): boolean {
  const mandates = rows.row('mandates', user)?.list ?? []
  const scopes = [`session/${session}`, ...dossiers.map((dossier) => `dossier/${dossier}/sheet/any/any`)]
  return scopes.every((scope) => mayRead(mandates, scope, rows))
}

function leaseWith(view: Lookups, id: string): { readonly lease: Lease | null } | Needs {
  const rows = openDraft(view)
  const lease = rows.row('lease', id)
  return rows.lacking().length > 0 ? { needs: rows.lacking() } : { lease }
}

function runIn(view: Lookups, lease: Lease, run: HubRun, { ports }: AuthoritySettings) {
  const rows = openDraft(view)
  const of =
    run.checkpoint.checkpoint.log === leaseLog(lease.id)
      ? headOfRun(lease, run, (device) => rows.row('device', device), ports)
      : null
  return rows.lacking().length > 0 ? { needs: rows.lacking() } : { of }
}

const mostKnown = 64
