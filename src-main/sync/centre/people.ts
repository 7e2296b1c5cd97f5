import { z } from 'zod'
import type { GivenInvitation, SyncPeople, SyncRole } from '#shared/contract/syncAnswers.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { centreUser } from '#shared/operations/control/centreUser.ts'
import { roles } from '#shared/operations/rights/mandate.ts'
import type { FileSharing } from '#shared/usecases/sharingPorts.ts'
import { writeCentreInvitation } from '../../adapters/network/joining/centreInvitation.ts'
import type { SyncPorts } from '../syncPorts.ts'
import { type AccountQuestion, askAsDevice } from './askAsDevice.ts'

/** Who has access, through the accounts of the centre: an administrator's business, and online only [SY14]. */
export interface People {
  list(): Promise<Result<SyncPeople>>
  invite(who: {
    readonly name: string
    readonly email: string
    readonly role: SyncRole
    readonly memberId: string | null
    readonly mayHub: boolean
  }): Promise<Result<GivenInvitation>>
  inviteDevice(userId: string, mayHub: boolean): Promise<Result<GivenInvitation>>
  cancelInvitation(id: string): Promise<Result<null>>
  giveMandate(userId: string, role: SyncRole, memberId: string | null): Promise<Result<null>>
  endMandate(id: string): Promise<Result<null>>
  /** What it wrote up to what the centre received of it holds; what it wrote since is set aside. */
  revokeDevice(id: string, cause: 'retired' | 'compromised'): Promise<Result<null>>
}

/** Every act opens a session by the key of this laptop. Refuses as `askAsDevice`. */
export function people(sharing: FileSharing, ports: SyncPorts): People {
  const ask = (question: AccountQuestion) => askAsDevice(sharing, question, ports)
  const act = async (question: AccountQuestion): Promise<Result<null>> => {
    const done = await ask(question)
    return done.ok ? ok(null) : done
  }
  const invited = async (body: NonNullable<AccountQuestion['body']>): Promise<Result<GivenInvitation>> => {
    const asked = await ask({ method: 'POST', path: '/invitations', body })
    if (!asked.ok) return asked
    const { place, answer } = asked.value
    const read = invitationAnswer.safeParse(answer)
    if (!read.success) return refuse('server.other-version')
    const { origin, organisation, pin } = place
    const { code, expiresAtMs } = read.data
    return ok({
      invitation: writeCentreInvitation({ origin, organisation, code, pin }),
      expiresAt: new Date(expiresAtMs).toISOString(),
    })
  }
  return {
    list: async () => {
      const [users, invitations] = [
        await ask({ method: 'GET', path: '/users' }),
        await ask({ method: 'GET', path: '/invitations' }),
      ]
      if (!users.ok) return users
      if (!invitations.ok) return invitations
      const known = usersAnswer.safeParse(users.value.answer)
      const waiting = invitationsAnswer.safeParse(invitations.value.answer)
      if (!known.success || !waiting.success) return refuse('server.other-version')
      const own = sharing.device()?.id
      return ok({
        people: known.data
          .filter(({ id }) => id !== centreUser)
          .map(({ id, name, email, mandates, devices }) => ({
            userId: id,
            name,
            email,
            mandates: mandates
              .filter(({ ended }) => !ended)
              .map(({ id: mandateId, role, memberId }) => ({ mandateId, role, memberId })),
            devices: devices.map((device) => ({
              deviceId: device.id,
              name: device.name,
              lastContactAt: new Date(device.lastContactAtMs).toISOString(),
              standing: device.standing === 'forked' ? 'retired' : device.standing,
              mayHub: device.mayHub,
              isThis: device.id === own,
            })),
          })),
        invitations: waiting.data
          .filter(({ standing }) => standing === 'open')
          .map(({ invitation, name, role, expiresAtMs }) => ({
            invitationId: invitation,
            name,
            role,
            expiresAt: new Date(expiresAtMs).toISOString(),
          })),
      })
    },
    invite: (who) => invited(who),
    inviteDevice: async (userId, mayHub) => {
      const listed = await ask({ method: 'GET', path: '/users' })
      if (!listed.ok) return listed
      const known = usersAnswer.safeParse(listed.value.answer)
      const user = known.success ? known.data.find(({ id }) => id === userId) : undefined
      return user === undefined ? refuse('entity.missing') : invited({ userId, mayHub, name: user.name })
    },
    cancelInvitation: (id) => act({ method: 'DELETE', path: `/invitations/${encodeURIComponent(id)}` }),
    giveMandate: (userId, role, memberId) =>
      act({ method: 'POST', path: '/mandates', body: { userId, role, memberId } }),
    endMandate: (id) => act({ method: 'DELETE', path: `/mandates/${encodeURIComponent(id)}` }),
    revokeDevice: (id, cause) =>
      act({
        method: 'POST',
        path: `/devices/${encodeURIComponent(id)}/revoke`,
        // The centre alone knows what it received of that laptop: of a lost one, that holds and nothing more.
        body: { cause },
      }),
  }
}

const usersAnswer = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    mandates: z.array(
      z.object({ id: z.string(), role: z.enum(roles), memberId: z.string().nullable(), ended: z.boolean() }),
    ),
    devices: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        mayHub: z.boolean(),
        standing: z.enum(['valid', 'retired', 'compromised', 'forked']),
        lastContactAtMs: z.number(),
      }),
    ),
  }),
)
const invitationAnswer = z.object({ code: z.string(), expiresAtMs: z.number() })
const invitationsAnswer = z.array(
  z.object({
    invitation: z.string(),
    name: z.string(),
    role: z.enum(roles).nullable(),
    expiresAtMs: z.number(),
    standing: z.string(),
  }),
)
