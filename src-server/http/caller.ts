import type { FastifyRequest } from 'fastify'
import { refuse } from '#shared/kernel/result.ts'
import type { Role } from '#shared/operations/rights/mandate.ts'
import { sessionOf } from '../accounts/loginSessions.ts'
import { readUser, type UserAccount } from '../accounts/users.ts'
import { organisationParams, parse } from './inputs.ts'
import { Refused } from './refused.ts'
import type { ServerPorts } from './serverPorts.ts'

/** Who asks, by what holds now: mandates are read at each request (SV11). */
export interface Caller {
  readonly organisation: string
  readonly user: UserAccount
  /** Null: signed in through the identity provider, on a device that is not enrolled yet. */
  readonly device: string | null
  readonly token: string
}

/** Refuses `account.signed-out`, and `server.busy` to a device that asks too much, wherever it asks from. */
export async function callerOf(request: FastifyRequest, { accounts, budget }: ServerPorts): Promise<Caller> {
  const { organisation } = parse(organisationParams.loose(), request.params)
  const token = /^Bearer ([A-Za-z0-9_-]{43})$/.exec(request.headers.authorization ?? '')?.[1]
  const session =
    token === undefined ? null : await sessionOf(accounts, accounts.database, organisation, token)
  const user = session && (await readUser(accounts.database, organisation, session.userId))
  if (token === undefined || session === null || user === null)
    throw new Refused(refuse('account.signed-out').refusal)
  if (budget.take(`${organisation}/${session.device ?? user.id}`, 1) > 0)
    throw new Refused(refuse('server.busy').refusal)
  return { organisation, user, device: session.device, token }
}

export const holds = ({ user }: Caller, role: Role): boolean =>
  user.mandates.some((mandate) => mandate.role === role && !mandate.ended)

/** Refuses `account.signed-out`, and `account.not-allowed` to whoever is no administrator. */
export async function administratorOf(request: FastifyRequest, ports: ServerPorts): Promise<Caller> {
  const caller = await callerOf(request, ports)
  if (!holds(caller, 'administrator')) throw new Refused(refuse('account.not-allowed').refusal)
  return caller
}
