import type { SqlReader, SqlWriter } from '../sqlDatabase.ts'
import { bytesOf } from './bytesOf.ts'

/** A lease as it was signed, and where it stands (SY18-SY22). */
export interface StoredLease {
  readonly lease: string
  readonly session: string
  readonly epoch: number
  /** The device that orders. */
  readonly hub: string
  readonly state: 'open' | 'returned' | 'void' | 'quarantined'
  readonly document: Uint8Array
  readonly signature: Uint8Array
  readonly validFromMs: number
  readonly validUntilMs: number
}

/** False when the session has an open lease already: one hub orders a session at a time. */
export async function openLease(
  writer: SqlWriter,
  organisation: string,
  lease: StoredLease,
): Promise<boolean> {
  const opened = await writer.run(
    `INSERT INTO leases
       (organisation, lease, session, epoch, hub, state, document, signature, valid_from, valid_until)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    organisation,
    lease.lease,
    lease.session,
    lease.epoch,
    lease.hub,
    lease.state,
    lease.document,
    lease.signature,
    lease.validFromMs,
    lease.validUntilMs,
  )
  return opened === 1
}

/** False when the lease was not in the state `from`: somebody was faster. */
export async function moveLease(
  writer: SqlWriter,
  organisation: string,
  lease: string,
  from: StoredLease['state'],
  to: StoredLease['state'],
): Promise<boolean> {
  const moved = await writer.run(
    'UPDATE leases SET state = ? WHERE organisation = ? AND lease = ? AND state = ?',
    to,
    organisation,
    lease,
    from,
  )
  return moved === 1
}

/** Open ones, in the order of their sessions. */
export async function openLeases(reader: SqlReader, organisation: string): Promise<readonly StoredLease[]> {
  const rows = await reader.all<LeaseRow>(
    `SELECT lease, session, epoch, hub, state, document, signature, valid_from, valid_until
     FROM leases WHERE organisation = ? AND state = 'open' ORDER BY session`,
    organisation,
  )
  return rows.map(({ valid_from, valid_until, ...row }) => ({
    ...row,
    document: bytesOf(row.document),
    signature: bytesOf(row.signature),
    validFromMs: valid_from,
    validUntilMs: valid_until,
  }))
}

type LeaseRow = Omit<StoredLease, 'validFromMs' | 'validUntilMs'> & {
  readonly valid_from: number
  readonly valid_until: number
}
