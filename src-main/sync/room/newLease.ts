import { ok, type Refusal, type Result, refuse } from '#shared/kernel/result.ts'
import type { RowChange } from '#shared/operations/authority/rows.ts'
import type { DeviceExchange } from '#shared/operations/exchange/deviceExchange.ts'
import { emergencyLease } from '#shared/operations/lease/emergencyLease.ts'
import type { Lease } from '#shared/operations/lease/lease.ts'
import type { ShareableFile } from '#shared/usecases/ports.ts'
import { sealControl } from '../sealControl.ts'
import type { SyncPorts } from '../syncPorts.ts'

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

/** What a centre is asked for a lease: of its accounts, then on the line. */
export interface LeaseGiver {
  /** Answers the id of the lease. */
  grant(wish: Omit<LeaseWish, 'id'> & { readonly hub: string }): Promise<Result<string>>
  ask: DeviceExchange['ask']
}

/**
 * [SY18] The lease, asked of the centre while it is there, with the rows from which this hub will order. One that it gave
 * before, and whose answer was lost, is taken up again. Refuses `room.right-missing`, `room.session-elsewhere`,
 * `session.closed`, `sync.centre-needed` when the centre falls silent meanwhile.
 */
export async function grantedLease(
  { sharing }: ShareableFile,
  { id: _own, ...wish }: LeaseWish,
  centre: LeaseGiver,
): Promise<Result<SeededLease>> {
  const hub = sharing.device()?.id
  if (hub === undefined) return refuse('sync.must-enrol')
  const given = await centre.ask('leases', { known: [] })
  if (!given.ok) return refuse('sync.centre-needed')
  const before = given.value.leases.find(
    (lease) => lease.hub === hub && lease.session === wish.session && lease.standing === 'open',
  )
  const lease = before === undefined ? await centre.grant({ ...wish, hub }) : ok(before.id)
  if (!lease.ok) return { ok: false, refusal: inWords(lease.refusal) }
  const seeded = await centre.ask('lease-seed', { lease: lease.value })
  return seeded.ok
    ? ok({ lease: seeded.value.lease, seed: seeded.value.rows })
    : refuse(seeded.why === 'lost' ? 'sync.centre-needed' : 'room.right-missing')
}

/** The verdict of the log, in the words of the room. */
function inWords(refusal: Refusal): Refusal {
  if (refusal.code !== 'server.act-refused') return refusal
  switch (refusal.details.verdict) {
    case 'conflict':
      return refuse('room.session-elsewhere').refusal
    case 'late':
      return refuse('session.closed').refusal
    case 'invalid':
      return refuse('entity.missing').refusal
    default:
      return refuse('room.right-missing').refusal
  }
}

/**
 * [SY22] The lease opened here without the centre, on the rights that this copy was last told of. Refuses
 * `room.right-missing` when it was never told of them or may not be a hub, `entity.missing`, `session.closed`.
 */
export function openedLease(file: ShareableFile, wish: LeaseWish, ports: SyncPorts): Result<SeededLease> {
  const { sharing } = file
  const hub = sharing.device()?.id
  if (hub === undefined) return refuse('sync.must-enrol')
  const seeded = emergencyLease(sharing.copy, { ...wish, hub })
  if (typeof seeded === 'string') return refuse(whyNot[seeded])
  const { id, ...data } = wish
  const opened = sealControl(file, { kind: 'lease.open@1', entity: `lease/${id}`, data }, ports)
  return opened.ok ? ok(seeded) : opened
}

const whyNot = {
  absent: 'entity.missing',
  closed: 'session.closed',
  role: 'room.right-missing',
} as const
