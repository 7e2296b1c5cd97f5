import type { Role } from '#shared/operations/rights/mandate.ts'
import type { SqlReader, SqlWriter } from '../store/sqlDatabase.ts'
import type { AccountContext } from './accountContext.ts'
import { codeDigest, makeCode, writeCode } from './oneTimeCode.ts'

/** Whom to invite, and to what. */
export interface Invitation {
  readonly name: string
  readonly email: string
  /** The account that another device is for; null: a new account. */
  readonly userId: string | null
  /** The mandate that comes with it; null: none (another device of an account keeps those it has). */
  readonly role: Role | null
  readonly memberId: string | null
  readonly dossiers: readonly string[]
  readonly mayHub: boolean
}

/** Keeps an invitation and answers its code, which is not kept: show it once (SV7). */
export async function invite(
  { clock, crypto }: Pick<AccountContext, 'clock' | 'crypto'>,
  writer: SqlWriter,
  organisation: string,
  invitation: Invitation,
  madeBy: string | null,
  lastsMs = invitationLastsMs,
): Promise<{ readonly invitation: string; readonly code: string; readonly expiresAtMs: number }> {
  const code = makeCode(crypto)
  const now = clock.nowMs()
  await writer.run(
    `INSERT INTO invitations (organisation, invitation, code_digest, name, email, user_id, role, member, dossiers,
       may_hub, made_by, made_at, expires_at, attempts_left)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    organisation,
    code.invitation,
    codeDigest(organisation, code, crypto),
    invitation.name,
    invitation.email,
    invitation.userId,
    invitation.role,
    invitation.memberId,
    JSON.stringify(invitation.dossiers),
    invitation.mayHub ? 1 : 0,
    madeBy,
    now,
    now + lastsMs,
    wrongCodesAllowed,
  )
  return { invitation: code.invitation, code: writeCode(code), expiresAtMs: now + lastsMs }
}

/** Seven days. */
export const invitationLastsMs = 7 * 24 * 3600 * 1000
export const wrongCodesAllowed = 5

/** An invitation as an administrator sees it: never its code. */
export interface ListedInvitation {
  readonly invitation: string
  readonly name: string
  readonly role: string | null
  readonly madeAtMs: number
  readonly expiresAtMs: number
  readonly standing: 'open' | 'used' | 'cancelled' | 'expired' | 'blocked'
}

export async function listInvitations(
  reader: SqlReader,
  organisation: string,
  nowMs: number,
): Promise<readonly ListedInvitation[]> {
  const rows = await reader.all<{
    readonly invitation: string
    readonly name: string
    readonly role: string | null
    readonly made_at: number
    readonly expires_at: number
    readonly attempts_left: number
    readonly used_at: number | null
    readonly cancelled_at: number | null
  }>(
    `SELECT invitation, name, role, made_at, expires_at, attempts_left, used_at, cancelled_at
     FROM invitations WHERE organisation = ? ORDER BY made_at, invitation`,
    organisation,
  )
  return rows.map((row) => ({
    invitation: row.invitation,
    name: row.name,
    role: row.role,
    madeAtMs: row.made_at,
    expiresAtMs: row.expires_at,
    standing:
      row.used_at !== null
        ? 'used'
        : row.cancelled_at !== null
          ? 'cancelled'
          : row.attempts_left === 0
            ? 'blocked'
            : row.expires_at <= nowMs
              ? 'expired'
              : 'open',
  }))
}

/** False when there is none that is still open. */
export async function cancelInvitation(
  writer: SqlWriter,
  organisation: string,
  invitation: string,
  nowMs: number,
): Promise<boolean> {
  const cancelled = await writer.run(
    `UPDATE invitations SET cancelled_at = ?
     WHERE organisation = ? AND invitation = ? AND used_at IS NULL AND cancelled_at IS NULL`,
    nowMs,
    organisation,
    invitation,
  )
  return cancelled === 1
}
