import type { FastifyInstance } from 'fastify'
import { writeCentreInvitation } from '#main/adapters/network/joining/centreInvitation.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { holdOrganisation } from '../../accounts/controlActs.ts'
import { readDevice, revokeDevice } from '../../accounts/devices.ts'
import { cancelInvitation, invite, listInvitations } from '../../accounts/invite.ts'
import { endMandate, giveMandate } from '../../accounts/mandates.ts'
import { listUsers, readUser } from '../../accounts/users.ts'
import type { ServedApp } from '../buildServer.ts'
import { administratorOf, callerOf, holds } from '../caller.ts'
import { invitationInput, mandateInput, namedParams, parse, revocationInput } from '../inputs.ts'
import { orRefused, Refused } from '../refused.ts'
import { shownUser } from '../shownUser.ts'

/** What an administrator does with accounts (SV11). */
export async function administrationRoutes(
  server: FastifyInstance,
  { settings, ports }: ServedApp,
): Promise<void> {
  const { accounts } = ports
  const { database, clock } = accounts

  server.get('/v1/organisations/:organisation/users', async (request) => {
    const { organisation } = await administratorOf(request, ports)
    return (await listUsers(database, organisation)).map(shownUser)
  })

  server.get('/v1/organisations/:organisation/invitations', async (request) => {
    const { organisation } = await administratorOf(request, ports)
    return listInvitations(database, organisation, clock.nowMs())
  })

  server.post('/v1/organisations/:organisation/invitations', async (request, reply) => {
    const { organisation, user } = await administratorOf(request, ports)
    const invitation = parse(invitationInput, request.body)
    // A new account needs a mandate, or it would open on nothing.
    if (invitation.userId === null && invitation.role === null)
      throw new Refused(refuse('input.invalid').refusal)
    const made = await database.transact(async (writer) => {
      const { userId } = invitation
      const isKnown = userId === null || (await readUser(writer, organisation, userId)) !== null
      if (!isKnown) return refuse('entity.missing')
      return ok(await invite(accounts, writer, organisation, invitation, user.id))
    })
    const given = orRefused(made)
    const { code } = given
    const text = writeCentreInvitation({ origin: settings.origin(), organisation, code, pin: settings.pin })
    return reply.code(201).send({ ...given, text })
  })

  server.delete('/v1/organisations/:organisation/invitations/:id', async (request, reply) => {
    const { organisation } = await administratorOf(request, ports)
    const { id } = parse(namedParams, request.params)
    const isCancelled = await database.transact((writer) =>
      cancelInvitation(writer, organisation, id, clock.nowMs()),
    )
    if (!isCancelled) throw new Refused(refuse('entity.missing').refusal)
    return reply.code(204).send()
  })

  server.post('/v1/organisations/:organisation/mandates', async (request, reply) => {
    const { organisation, user } = await administratorOf(request, ports)
    const mandate = parse(mandateInput, request.body)
    const given = await database.transact(async (writer) => {
      await holdOrganisation(writer, organisation)
      if ((await readUser(writer, organisation, mandate.userId)) === null) return refuse('entity.missing')
      return ok({ mandate: await giveMandate(accounts, writer, organisation, mandate, user.id) })
    })
    return reply.code(201).send(orRefused(given))
  })

  server.delete('/v1/organisations/:organisation/mandates/:id', async (request, reply) => {
    const { organisation, user } = await administratorOf(request, ports)
    const { id } = parse(namedParams, request.params)
    orRefused(
      await database.transact(async (writer) => {
        await holdOrganisation(writer, organisation)
        return endMandate(accounts, writer, organisation, id, user.id)
      }),
    )
    return reply.code(204).send()
  })

  server.post('/v1/organisations/:organisation/devices/:id/revoke', async (request, reply) => {
    const caller = await callerOf(request, ports)
    const { organisation, user } = caller
    const { id } = parse(namedParams, request.params)
    const revocation = parse(revocationInput, request.body)
    orRefused(
      await database.transact(async (writer) => {
        await holdOrganisation(writer, organisation)
        const device = await readDevice(writer, organisation, id)
        // To anybody else, a device that exists and one that does not are the same.
        if (device?.userId !== user.id && !holds(caller, 'administrator'))
          return refuse('account.not-allowed')
        return revokeDevice(accounts, writer, organisation, { device: id, ...revocation }, user.id)
      }),
    )
    return reply.code(204).send()
  })
}
