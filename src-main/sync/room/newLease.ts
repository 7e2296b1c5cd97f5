import type { Session } from '#shared/domain/session/session.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import type { Lease } from '#shared/operations/lease/lease.ts'
import { leaseSeed } from '#shared/operations/lease/leaseSeed.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import { sealControl } from '../sealControl.ts'
import type { SyncPorts } from '../syncPorts.ts'
import type { VerdictWatch } from '../verdictWatch.ts'

export interface LeaseWish {
  readonly id: string
  readonly session: string
  readonly successors: readonly string[]
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly from: number
  readonly to: number
}

export interface SeededLease {
  readonly lease: Lease
  readonly seed: readonly RowChange[]
}

/**
 * [SY18] The lease, asked of the centre while it is there, with the rows from which this hub will order. Refuses
 * `room.right-missing`, `room.session-elsewhere`, `session.closed`, `sync.centre-needed` when the centre fell silent: what was
 * asked may still be given, so nothing else is opened beside it.
 */
export async function grantedLease(
  file: ShareableFile,
  wish: LeaseWish,
  centre: Pick<DeviceExchange, 'ask' | 'sealed'>,
  verdicts: VerdictWatch,
  ports: SyncPorts,
): Promise<Result<SeededLease>> {
  const hub = file.sharing.device()?.id
  if (hub === undefined) return refuse('sync.must-enrol')
  const { id, ...data } = wish
  const asked = sealControl(
    file,
    { kind: 'lease.grant@1', entity: `lease/${id}`, data: { ...data, hub } },
    ports,
  )
  if (!asked.ok) return asked
  const awaited = verdicts.of(asked.value, patienceMs)
  centre.sealed()
  const verdict = await awaited
  if (verdict === null) return refuse('sync.centre-needed')
  if (verdict !== 'ok') {
    // Nothing of one's own work was refused: nobody has to take a question up again.
    file.sharing.letGo(asked.value)
    return refuse(refusals[verdict] ?? 'room.right-missing')
  }
  const seeded = await centre.ask('lease-seed', { lease: id })
  return seeded.ok
    ? ok({ lease: seeded.value.lease, seed: seeded.value.rows })
    : refuse(seeded.why === 'lost' ? 'sync.centre-needed' : 'room.right-missing')
}

const refusals: Partial<Record<string, 'room.session-elsewhere' | 'session.closed' | 'entity.missing'>> = {
  conflict: 'room.session-elsewhere',
  late: 'session.closed',
  invalid: 'entity.missing',
}

/**
 * [SY22] The lease opened here without the centre, on the rights that this copy was last told of. Refuses
 * `room.right-missing` when it was never told of them or may not be a hub, `entity.missing`, `session.closed`.
 */
export function emergencyLease(file: ShareableFile, wish: LeaseWish, ports: SyncPorts): Result<SeededLease> {
  const { sharing } = file
  const hub = sharing.device()?.id
  if (hub === undefined) return refuse('sync.must-enrol')
  const session = file.load('session', wish.session)?.state
  if (session === undefined) return refuse('entity.missing')
  if (session.status === 'closed') return refuse('session.closed')
  const holders = [hub, ...wish.successors].map((device) => sharing.copy.row('device', device))
  if (holders.some((device) => device?.standing !== 'valid' || !device.mayHub))
    return refuse('room.right-missing')
  const { id, ...data } = wish
  const opened = sealControl(file, { kind: 'lease.open@1', entity: `lease/${id}`, data }, ports)
  if (!opened.ok) return opened
  const lease: Lease = {
    ...wish,
    dossiers: dossiersOn(session, sharing.copy),
    hub,
    g: followedPlace(sharing.copy),
    emergency: true,
    standing: 'open',
    endedG: null,
  }
  return ok({ lease, seed: leaseSeed(sharing.copy, lease) })
}

type Copy = ShareableFile['sharing']['copy']

function dossiersOn(session: Session, copy: Copy): readonly string[] {
  const dossiers = session.agenda.flatMap(({ candidatureId }) =>
    candidatureId === null ? [] : (copy.row('placement', candidatureId)?.dossier ?? []),
  )
  return [...new Set(dossiers)]
}

function followedPlace(copy: Copy): number {
  const followed = copy.row('followed', 'follow')
  return (followed && copy.row('cursor', followed.log)?.g) ?? 0
}

const patienceMs = 15_000
