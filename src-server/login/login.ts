import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import type { AccountContext } from '../accounts/accountContext.ts'
import { type OpenedSession, openSession } from '../accounts/loginSessions.ts'
import { sameBytes } from '../accounts/sameBytes.ts'
import type { SqlWriter } from '../store/sqlDatabase.ts'
import type { Identity, IdentityProvider } from './identityProvider.ts'

/**
 * A login has three steps (SV13), which any process of the server may answer. The application opens the browser on the
 * first, keeps a verifier for itself and gives its digest; the browser comes back to the second, and is sent on to the
 * application's own loopback port with a code; the application shows code and verifier at the third. Who makes somebody
 * else open the first gets nothing: the code goes to that person's own machine.
 */
export async function beginLogin(
  context: AccountContext,
  provider: IdentityProvider,
  organisation: string,
  { challenge, port }: { readonly challenge: Uint8Array; readonly port: number },
): Promise<URL> {
  const { address, secrets } = await provider.begin()
  const now = context.clock.nowMs()
  // The address of return is one for all organisations: the state says which.
  const state = `${organisation}.${secrets.state}`
  await context.database.transact(async (writer) => {
    await writer.run(
      'DELETE FROM login_attempts WHERE organisation = ? AND expires_at <= ?',
      organisation,
      now,
    )
    await writer.run(
      `INSERT INTO login_attempts
         (organisation, state_digest, nonce, code_verifier, collect_challenge, return_port, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      organisation,
      context.crypto.sha256(utf8Encode(state)),
      secrets.nonce,
      secrets.codeVerifier,
      Buffer.from(challenge).toString('base64url'),
      port,
      now + attemptLastsMs,
    )
  })
  const withOrganisation = new URL(address)
  withOrganisation.searchParams.set('state', state)
  return withOrganisation
}

/** Where to send the browser on. Refuses `account.identity-refused`. */
export async function finishLogin(
  context: AccountContext,
  provider: IdentityProvider,
  returnedTo: URL,
): Promise<Result<URL>> {
  const state = returnedTo.searchParams.get('state') ?? ''
  const organisation = state.split('.')[0] ?? ''
  const stateDigest = context.crypto.sha256(utf8Encode(state))
  const attempt = await context.database.one<{
    readonly nonce: string
    readonly code_verifier: string
    readonly return_port: number
  }>(
    `SELECT nonce, code_verifier, return_port FROM login_attempts
     WHERE organisation = ? AND state_digest = ? AND expires_at > ? AND collect_digest IS NULL`,
    organisation,
    stateDigest,
    context.clock.nowMs(),
  )
  if (attempt === null) return refuse('account.identity-refused')
  const secrets = { state, nonce: attempt.nonce, codeVerifier: attempt.code_verifier }
  const identity = await provider.finish(returnedTo, secrets)
  if (identity === null) return refuse('account.identity-refused')
  const code = Buffer.from(context.crypto.bytes(32)).toString('base64url')
  const kept = await context.database.transact((writer) =>
    writer.run(
      `UPDATE login_attempts SET collect_digest = ?, issuer = ?, subject = ?
       WHERE organisation = ? AND state_digest = ? AND collect_digest IS NULL`,
      context.crypto.sha256(utf8Encode(code)),
      identity.issuer,
      identity.subject,
      organisation,
      stateDigest,
    ),
  )
  if (kept === 0) return refuse('account.identity-refused')
  return ok(new URL(`http://127.0.0.1:${attempt.return_port}/?code=${code}`))
}

/** What the application shows to have what the login gave. */
export interface Collecting {
  readonly code: string
  readonly verifier: string
}

/** Opens the session of whom the login named. Refuses `account.identity-refused`, `account.identity-unknown`. */
export async function collectLogin(
  context: AccountContext,
  organisation: string,
  collecting: Collecting,
): Promise<Result<{ readonly userId: string; readonly session: OpenedSession }>> {
  return context.database.transact(async (writer) => {
    const identity = await collect(context, writer, organisation, collecting)
    if (!identity.ok) return identity
    const userId = await userOf(writer, organisation, identity.value)
    if (userId === null) return refuse('account.identity-unknown')
    return ok({ userId, session: await openSession(context, writer, organisation, { userId, device: null }) })
  })
}

/** Ties what the login named to an account. Refuses `account.identity-refused`, `account.identity-taken`. */
export async function linkIdentity(
  context: AccountContext,
  organisation: string,
  userId: string,
  collecting: Collecting,
): Promise<Result<null>> {
  return context.database.transact(async (writer) => {
    const identity = await collect(context, writer, organisation, collecting)
    if (!identity.ok) return identity
    const { issuer, subject } = identity.value
    await writer.run(
      `INSERT INTO identities (organisation, issuer, subject, user_id, made_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
      organisation,
      issuer,
      subject,
      userId,
      context.clock.nowMs(),
    )
    const holder = await userOf(writer, organisation, identity.value)
    return holder === userId ? ok(null) : refuse('account.identity-taken')
  })
}

/** Uses the code up, whatever the verifier is worth. */
async function collect(
  { clock, crypto }: AccountContext,
  writer: SqlWriter,
  organisation: string,
  { code, verifier }: Collecting,
): Promise<Result<Identity>> {
  const digest = crypto.sha256(utf8Encode(code))
  const attempt = await writer.one<Identity & { readonly collect_challenge: string }>(
    `SELECT issuer, subject, collect_challenge FROM login_attempts
     WHERE organisation = ? AND collect_digest = ? AND expires_at > ?`,
    organisation,
    digest,
    clock.nowMs(),
  )
  const used = await writer.run(
    'DELETE FROM login_attempts WHERE organisation = ? AND collect_digest = ?',
    organisation,
    digest,
  )
  if (attempt === null || used === 0) return refuse('account.identity-refused')
  const challenge = Buffer.from(attempt.collect_challenge, 'base64url')
  if (!sameBytes(challenge, crypto.sha256(utf8Encode(verifier)))) return refuse('account.identity-refused')
  return ok({ issuer: attempt.issuer, subject: attempt.subject })
}

async function userOf(
  writer: SqlWriter,
  organisation: string,
  { issuer, subject }: Identity,
): Promise<string | null> {
  const row = await writer.one<{ readonly user_id: string }>(
    'SELECT user_id FROM identities WHERE organisation = ? AND issuer = ? AND subject = ?',
    organisation,
    issuer,
    subject,
  )
  return row?.user_id ?? null
}

/** Ten minutes: time to find one's telephone. */
const attemptLastsMs = 600_000
