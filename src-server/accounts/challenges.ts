import type { SqlWriter } from '../store/sqlDatabase.ts'
import type { AccountContext } from './accountContext.ts'

/** A challenge to sign (SV9), and the end of its life. Those whose time is past go away here. */
export async function giveChallenge(
  { clock, crypto, database }: AccountContext,
  organisation: string,
): Promise<{ readonly challenge: string; readonly expiresAtMs: number }> {
  const challenge = Buffer.from(crypto.bytes(32)).toString('base64url')
  const now = clock.nowMs()
  await database.transact(async (writer) => {
    await writer.run('DELETE FROM challenges WHERE organisation = ? AND expires_at <= ?', organisation, now)
    await writer.run(
      'INSERT INTO challenges (organisation, challenge, expires_at) VALUES (?, ?, ?)',
      organisation,
      challenge,
      now + challengeLastsMs,
    )
  })
  return { challenge, expiresAtMs: now + challengeLastsMs }
}

/** Uses a challenge up; false when it was never given, has served, or is too old. */
export async function takeChallenge(
  writer: SqlWriter,
  organisation: string,
  challenge: string,
  nowMs: number,
): Promise<boolean> {
  const taken = await writer.run(
    'DELETE FROM challenges WHERE organisation = ? AND challenge = ? AND expires_at > ?',
    organisation,
    challenge,
    nowMs,
  )
  return taken === 1
}

/** Two minutes. */
export const challengeLastsMs = 120_000
