import type { Session } from '#shared/domain/session/session.ts'
import { accepted } from '../authority/verdict.ts'
import type { ControlOperation } from '../control/controlOperation.ts'
import { freeRootsBeside } from '../lease/aroundSession.ts'
import { type Lease, leaseLog } from '../lease/lease.ts'
import { dossiersOnAgenda, mayOrder } from '../lease/mayOrder.ts'
import { type Applied, refused, type Trial } from './trial.ts'

/**
 * [SY18, SY22] Opens a lease on a session and the dossiers of its agenda. An emergency lease that comes second for its
 * session (another is open, or was ordered since its author last saw the centre) is kept apart for a human.
 */
export function grantLease(
  { rows, commit }: Trial,
  id: string,
  { kind, data }: ControlOperation<'lease.grant@1' | 'lease.open@1'>,
): Applied {
  const session = rows.row('aggregate', `session/${data.session}`)?.state as Session | null | undefined
  if (session == null) return refused({ verdict: 'invalid', code: 'missing' })
  if (rows.row('lease', id) !== null) return refused({ verdict: 'invalid', code: 'exists' })
  const emergency = kind === 'lease.open@1'
  const hub = kind === 'lease.open@1' ? commit.header.dev : data.hub
  const holders = [hub, ...data.successors].map((device) => rows.row('device', device))
  if (holders.some((device) => device?.standing !== 'valid' || !device.mayHub))
    return refused({ verdict: 'forbidden', code: 'role' })
  if (session.status === 'closed') return refused({ verdict: 'late', code: 'session-closed' })
  const roots = [
    `session/${session.id}`,
    ...dossiersOnAgenda(rows, session).map((dossier) => `dossier/${dossier}`),
  ]
  // Whoever orders holds every body of the lease, and of its call what the closing freezes: only who may read all of it does.
  if (!mayOrder(rows, session, [hub, ...data.successors]))
    return refused({ verdict: 'forbidden', code: 'role' })
  const ofSession = rows.row('index', `leases/${session.id}`)?.ids ?? []
  const seen = commit.header.base?.g ?? 0
  const comesSecond =
    roots.some((root) => rows.row('leased', root) !== null) ||
    (emergency && ofSession.some((other) => (rows.row('lease', other)?.endedG ?? -1) > seen))
  if (comesSecond && !emergency) return refused({ verdict: 'conflict', code: 'changed-meanwhile' })
  const lease: Lease = {
    id,
    session: session.id,
    dossiers: roots.slice(1).map((root) => root.slice('dossier/'.length)),
    hub,
    successors: data.successors,
    g: rows.row('log', 'log')?.g ?? 0,
    from: data.from,
    to: data.to,
    emergency,
    standing: comesSecond ? 'set-apart' : 'open',
    endedG: null,
  }
  rows.put('lease', id, lease)
  rows.put('index', `leases/${session.id}`, { ids: [...ofSession, id] })
  if (comesSecond) return { ...accepted, effects: [] }
  const beside = freeRootsBeside(rows, session.id)
  rows.put('index', `beside/${id}`, { ids: beside })
  for (const root of [...roots, ...beside]) rows.put('leased', root, { lease: id, log: leaseLog(id) })
  rows.put('index', 'leases', { ids: [...(rows.row('index', 'leases')?.ids ?? []), id] })
  return { ...accepted, effects: [] }
}
