import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import type { SqlReader, SqlWriter } from '../store/sqlDatabase.ts'
import type { AccountContext } from './accountContext.ts'

/** An opened session: the token is shown once, its digest is kept (SV12). */
export interface OpenedSession {
  readonly token: string
  readonly expiresAtMs: number
}

export async function openSession(
  { clock, crypto }: AccountContext,
  writer: SqlWriter,
  organisation: string,
  { userId, device }: { readonly userId: string; readonly device: string | null },
): Promise<OpenedSession> {
  const now = clock.nowMs()
  const token = Buffer.from(crypto.bytes(32)).toString('base64url')
  await writer.run('DELETE FROM login_sessions WHERE organisation = ? AND expires_at <= ?', organisation, now)
  await writer.run(
    `INSERT INTO login_sessions (organisation, token_digest, user_id, device, made_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    organisation,
    crypto.sha256(utf8Encode(token)),
    userId,
    device,
    now,
    now + sessionLastsMs,
  )
  return { token, expiresAtMs: now + sessionLastsMs }
}

/** Whose token it is; null when it is not one, or no longer. */
export async function sessionOf(
  { clock, crypto }: Pick<AccountContext, 'clock' | 'crypto'>,
  reader: SqlReader,
  organisation: string,
  token: string,
): Promise<{ readonly userId: string; readonly device: string | null } | null> {
  const row = await reader.one<{ readonly user_id: string; readonly device: string | null }>(
    'SELECT user_id, device FROM login_sessions WHERE organisation = ? AND token_digest = ? AND expires_at > ?',
    organisation,
    crypto.sha256(utf8Encode(token)),
    clock.nowMs(),
  )
  return row && { userId: row.user_id, device: row.device }
}

export async function closeSession(
  { crypto }: Pick<AccountContext, 'crypto'>,
  writer: SqlWriter,
  organisation: string,
  token: string,
): Promise<void> {
  await writer.run(
    'DELETE FROM login_sessions WHERE organisation = ? AND token_digest = ?',
    organisation,
    crypto.sha256(utf8Encode(token)),
  )
}

/** Half a day: a device proves its key again without asking anybody. */
export const sessionLastsMs = 12 * 3600 * 1000
