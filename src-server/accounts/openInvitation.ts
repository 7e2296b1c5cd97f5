import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { uuid7 } from '#shared/kernel/uuid7.ts'
import type { Role } from '#shared/operations/rights/mandate.ts'
import type { SqlWriter } from '../store/sqlDatabase.ts'
import type { AccountContext } from './accountContext.ts'
import { actOnAccounts, mustHold } from './controlActs.ts'
import { giveMandate } from './mandates.ts'
import { codeDigest, readCode } from './oneTimeCode.ts'
import { sameBytes } from './sameBytes.ts'

/** What an opened invitation gave. */
export interface OpenedInvitation {
  readonly userId: string
  readonly mayHub: boolean
}

/**
 * Uses an invitation: makes the account, unless it is for one that exists, and gives the mandate (SV7). The organisation
 * is held. `ownName`: how the first administrator, whom nobody invited, is called. Refuses `account.code-refused`, for whatever reason; the wrong code it may have counted is to be committed
 * all the same.
 */
export async function openInvitation(
  context: AccountContext,
  writer: SqlWriter,
  organisation: string,
  typedCode: string,
  ownName: string | null,
): Promise<Result<OpenedInvitation>> {
  const code = readCode(typedCode)
  if (code === null) return refuse('account.code-refused')
  const now = context.clock.nowMs()
  // Counted before it is compared: two tries at once are two tries.
  const counted = await writer.run(
    `UPDATE invitations SET attempts_left = attempts_left - 1
     WHERE organisation = ? AND invitation = ? AND attempts_left > 0 AND expires_at > ?
       AND used_at IS NULL AND cancelled_at IS NULL`,
    organisation,
    code.invitation,
    now,
  )
  if (counted === 0) return refuse('account.code-refused')
  const row = await writer.one<InvitationRow>(
    `SELECT code_digest, name, email, user_id, role, member, dossiers, may_hub, made_by FROM invitations
     WHERE organisation = ? AND invitation = ?`,
    organisation,
    code.invitation,
  )
  if (row === null || !sameBytes(row.code_digest, codeDigest(organisation, code, context.crypto)))
    return refuse('account.code-refused')
  const userId = row.user_id ?? (await makeUser(context, writer, organisation, row, ownName))
  await writer.run(
    'UPDATE invitations SET used_at = ?, used_by = ? WHERE organisation = ? AND invitation = ?',
    now,
    userId,
    organisation,
    code.invitation,
  )
  if (row.role !== null) {
    const dossiers = JSON.parse(row.dossiers) as readonly string[]
    const mandate = { userId, role: row.role, memberId: row.member, dossiers }
    await giveMandate(context, writer, organisation, mandate, row.made_by)
  }
  return ok({ userId, mayHub: row.may_hub === 1 })
}

async function makeUser(
  context: AccountContext,
  writer: SqlWriter,
  organisation: string,
  { name: invitedName, email, made_by }: InvitationRow,
  ownName: string | null,
): Promise<string> {
  const name = made_by === null ? (ownName ?? invitedName) : invitedName
  const userId = uuid7(context.clock, context.crypto)
  const data = { name, email }
  const act = { kind: 'user.invite@1', entity: `user/${userId}`, data, asked: made_by } as const
  mustHold(await actOnAccounts(context, writer, organisation, act))
  return userId
}

interface InvitationRow {
  readonly code_digest: Uint8Array
  readonly name: string
  readonly email: string
  readonly user_id: string | null
  readonly role: Role | null
  readonly member: string | null
  readonly dossiers: string
  readonly may_hub: number
  readonly made_by: string | null
}
