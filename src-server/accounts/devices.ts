import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { centreUser } from '#shared/operations/control/centreUser.ts'
import type { EnrolledDevice } from '#shared/operations/control/enrolledDevice.ts'
import type { SqlReader, SqlWriter } from '../store/sqlDatabase.ts'
import { bytesOf } from '../store/tables/bytesOf.ts'
import type { AccountContext } from './accountContext.ts'
import { takeChallenge } from './challenges.ts'
import { actOnAccounts, mustHold } from './controlActs.ts'
import { certify, type SignedCertificate } from './deviceCertificate.ts'
import { deviceProofText } from './deviceProof.ts'

/** A device that asks to be enrolled, with its proof of key (SV9). */
export interface EnrolmentRequest {
  readonly device: string
  readonly name: string
  /** Raw Ed25519 key, 32 bytes. */
  readonly publicKey: Uint8Array
  readonly challenge: string
  readonly proof: Uint8Array
}

/** Uses the challenge up. Refuses `account.proof-refused`. */
export async function proveKey(
  { clock, crypto }: AccountContext,
  writer: SqlWriter,
  organisation: string,
  request: Pick<EnrolmentRequest, 'device' | 'publicKey' | 'challenge' | 'proof'>,
): Promise<Result<null>> {
  const isFresh = await takeChallenge(writer, organisation, request.challenge, clock.nowMs())
  const text = deviceProofText({ organisation, ...request })
  if (!isFresh || !crypto.verify(request.publicKey, text, request.proof))
    return refuse('account.proof-refused')
  return ok(null)
}

/**
 * Whether a device may be enrolled: its key is proven, neither its id nor its key is known, be it of a device that was
 * taken out. Uses the challenge up. The organisation is held. Refuses `account.proof-refused`, `account.device-known`.
 */
export async function checkNewDevice(
  context: AccountContext,
  writer: SqlWriter,
  organisation: string,
  request: EnrolmentRequest,
): Promise<Result<null>> {
  const proven = await proveKey(context, writer, organisation, request)
  if (!proven.ok) return proven
  const known = await writer.one(
    'SELECT device FROM devices WHERE organisation = ? AND (device = ? OR public_key = ?)',
    organisation,
    request.device,
    request.publicKey,
  )
  return known === null && request.device !== centreUser ? ok(null) : refuse('account.device-known')
}

/** Enrols a device that {@link checkNewDevice} let through in the same transaction. */
export async function enrolDevice(
  context: AccountContext,
  writer: SqlWriter,
  organisation: string,
  { userId, mayHub }: { readonly userId: string; readonly mayHub: boolean },
  { device, name, publicKey }: EnrolmentRequest,
): Promise<SignedCertificate> {
  const now = context.clock.nowMs()
  const certificate = certify({ organisation, device, userId, publicKey, mayHub }, now, context.authority)
  const data = { user: userId, publicKey: base64UrlEncode(publicKey), mayHub }
  const act = { kind: 'device.enrol@1', entity: `device/${device}`, data, asked: userId } as const
  mustHold(await actOnAccounts(context, writer, organisation, act))
  await writer.run(
    'UPDATE devices SET name = ?, enrolled_at = ?, last_contact_at = ? WHERE organisation = ? AND device = ?',
    name,
    now,
    now,
    organisation,
    device,
  )
  return certificate
}

/** A new certificate, for a device that just proved its key. */
export async function renewCertificate(
  { clock, authority }: AccountContext,
  writer: SqlWriter,
  organisation: string,
  device: KnownDevice,
): Promise<SignedCertificate> {
  const now = clock.nowMs()
  const certificate = certify({ organisation, ...device, device: device.id }, now, authority)
  await writer.run(
    'UPDATE devices SET last_contact_at = ? WHERE organisation = ? AND device = ?',
    now,
    organisation,
    device.id,
  )
  return certificate
}

/**
 * Takes a device out and closes its sessions (SV10). The organisation is held. Of a compromised device nothing holds beyond
 * what was received of it until now, whatever the caller's copy knows; `lastSeq` may only say less. Of a retired one all that
 * it still sends holds, up to `lastSeq`. Refuses `entity.missing` when there is no valid device of this id.
 */
export async function revokeDevice(
  context: AccountContext,
  writer: SqlWriter,
  organisation: string,
  {
    device,
    cause,
    lastSeq,
  }: {
    readonly device: string
    readonly cause: 'retired' | 'compromised'
    readonly lastSeq?: number | undefined
  },
  asked: string,
): Promise<Result<null>> {
  if ((await readDevice(writer, organisation, device))?.standing !== 'valid') return refuse('entity.missing')
  const most = cause === 'retired' ? Number.MAX_SAFE_INTEGER : await receivedSeq(writer, organisation, device)
  const act = {
    kind: 'device.revoke@1',
    entity: `device/${device}`,
    data: { lastSeq: Math.min(lastSeq ?? most, most), cause },
    asked,
  } as const
  mustHold(await actOnAccounts(context, writer, organisation, act))
  await writer.run('DELETE FROM login_sessions WHERE organisation = ? AND device = ?', organisation, device)
  return ok(null)
}

/** Of the chain of a device, the last commit that is here; 0 for none. */
async function receivedSeq(reader: SqlReader, organisation: string, device: string): Promise<number> {
  const head = await reader.one<{ readonly seq: number }>(
    'SELECT seq FROM device_heads WHERE organisation = ? AND device = ?',
    organisation,
    device,
  )
  return head?.seq ?? 0
}

export interface KnownDevice {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly publicKey: Uint8Array
  readonly mayHub: boolean
  readonly standing: EnrolledDevice['standing']
  readonly lastSeq: number | null
  readonly lastContactAtMs: number
}

export async function readDevice(
  reader: SqlReader,
  organisation: string,
  device: string,
): Promise<KnownDevice | null> {
  const row = await reader.one<DeviceRow>(
    `SELECT ${columns} FROM devices WHERE organisation = ? AND device = ? AND device <> '${centreUser}'`,
    organisation,
    device,
  )
  return row === null ? null : deviceOf(row)
}

/** Those of one user, in the order of their enrolment. */
export async function devicesOf(
  reader: SqlReader,
  organisation: string,
  userId: string,
): Promise<readonly KnownDevice[]> {
  const rows = await reader.all<DeviceRow>(
    `SELECT ${columns} FROM devices WHERE organisation = ? AND user_id = ? ORDER BY enrolled_at, device`,
    organisation,
    userId,
  )
  return rows.map(deviceOf)
}

/** The same, of everybody. */
export async function allDevices(reader: SqlReader, organisation: string): Promise<readonly KnownDevice[]> {
  const rows = await reader.all<DeviceRow>(
    `SELECT ${columns} FROM devices WHERE organisation = ? ORDER BY enrolled_at, device`,
    organisation,
  )
  return rows.map(deviceOf)
}

const columns = 'device, user_id, name, public_key, may_hub, standing, last_seq, last_contact_at'

interface DeviceRow {
  readonly device: string
  readonly user_id: string
  readonly name: string
  readonly public_key: Uint8Array
  readonly may_hub: number
  readonly standing: EnrolledDevice['standing']
  readonly last_seq: number | null
  readonly last_contact_at: number
}

const deviceOf = (row: DeviceRow): KnownDevice => ({
  id: row.device,
  userId: row.user_id,
  name: row.name,
  publicKey: bytesOf(row.public_key),
  mayHub: row.may_hub === 1,
  standing: row.standing,
  lastSeq: row.last_seq,
  lastContactAtMs: row.last_contact_at,
})
