import { uuid7 } from '#shared/kernel/uuid7.ts'
import type { AccountContext } from './accountContext.ts'
import { invite } from './invite.ts'

/** What the first start shows, once (SV8). */
export interface FirstStart {
  readonly organisation: string
  readonly code: string
  readonly expiresAtMs: number
}

/** Makes the first organisation and the invitation of its administrator; null when there is one already. */
export async function firstStart(context: AccountContext, name: string): Promise<FirstStart | null> {
  return context.database.transact(async (writer) => {
    // Two processes that start together: the second waits here, then finds the organisation of the first.
    await writer.run('UPDATE authority SET restores = restores WHERE one = 1')
    const known = await writer.one('SELECT organisation FROM organisations LIMIT 1')
    if (known !== null) return null
    const organisation = uuid7(context.clock, context.crypto)
    await writer.run(
      'INSERT INTO organisations (organisation, name, made_at) VALUES (?, ?, ?)',
      organisation,
      name,
      context.clock.nowMs(),
    )
    const { code, expiresAtMs } = await invite(context, writer, organisation, administrator, null)
    return { organisation, code, expiresAtMs }
  })
}

/** A new code for an administrator, given on the machine of the server: the first was lost, or everybody left. */
export async function inviteAdministrator(
  context: AccountContext,
  organisation: string,
): Promise<FirstStart> {
  return context.database.transact(async (writer) => {
    const { code, expiresAtMs } = await invite(context, writer, organisation, administrator, null)
    return { organisation, code, expiresAtMs }
  })
}

const administrator = {
  // Shown to every member: whose room it is, who wrote what.
  name: 'Secrétariat',
  email: '',
  userId: null,
  role: 'administrator',
  memberId: null,
  dossiers: [],
  // Of a small commune this is the secretary's laptop, which opens the room.
  mayHub: true,
} as const
