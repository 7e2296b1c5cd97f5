import type { FastifyInstance } from 'fastify'
import { refuse } from '#shared/kernel/result.ts'
import { base64UrlEncode } from '#shared/operations/commitBase64Url.ts'
import { giveChallenge } from '../../accounts/challenges.ts'
import { contact } from '../../accounts/contact.ts'
import { enrolOwnDevice } from '../../accounts/enrolOwnDevice.ts'
import { type Enrolled, join } from '../../accounts/join.ts'
import { closeSession } from '../../accounts/loginSessions.ts'
import { readRestores } from '../../authority/authorityRow.ts'
import type { ServedApp } from '../buildServer.ts'
import { callerOf } from '../caller.ts'
import { contactInput, enrolInput, joinInput, organisationParams, parse } from '../inputs.ts'
import { orRefused, Refused } from '../refused.ts'
import { shownUser } from '../shownUser.ts'

/** What a device asks for itself: to join, to be recognised, to leave. */
export async function accountRoutes(server: FastifyInstance, { settings, ports }: ServedApp): Promise<void> {
  const { accounts } = ports
  const { database } = accounts
  const anonymous = {
    config: { rateLimit: { max: settings.anonymousRequestsPerMinute, groupId: 'anonymous' } },
  }

  const organisationOf = async (params: unknown): Promise<string> => {
    const { organisation } = parse(organisationParams, params)
    const known = await database.one(
      'SELECT organisation FROM organisations WHERE organisation = ?',
      organisation,
    )
    if (known === null) throw new Refused(refuse('server.no-such-address').refusal)
    return organisation
  }

  const welcome = async ({ userId, certificate, session }: Enrolled) => ({
    userId,
    certificate: {
      document: base64UrlEncode(certificate.document),
      signature: base64UrlEncode(certificate.signature),
    },
    session,
    authority: {
      publicKey: base64UrlEncode(accounts.authority.publicKey),
      restores: await readRestores(database),
    },
  })

  // Whoever holds an invitation makes the file of his copy under the id of the committee, before anything is used up.
  server.post('/v1/organisations/:organisation/challenges', anonymous, async (request, reply) => {
    const organisation = await organisationOf(request.params)
    const row = await database.one<{ readonly committee: string | null }>(
      'SELECT committee FROM organisations WHERE organisation = ?',
      organisation,
    )
    const given = await giveChallenge(accounts, organisation)
    return reply.code(201).send({ ...given, committee: row?.committee ?? null })
  })

  server.post('/v1/organisations/:organisation/join', anonymous, async (request, reply) => {
    const organisation = await organisationOf(request.params)
    const { code, ownName = null, ...device } = parse(joinInput, request.body)
    const enrolled = orRefused(await join(accounts, organisation, { code, ownName }, device))
    return reply.code(201).send(await welcome(enrolled))
  })

  server.post('/v1/organisations/:organisation/contact', anonymous, async (request) => {
    const organisation = await organisationOf(request.params)
    return welcome(orRefused(await contact(accounts, organisation, parse(contactInput, request.body))))
  })

  server.get('/v1/organisations/:organisation/me', async (request) => {
    const { user, device } = await callerOf(request, ports)
    return { ...shownUser(user), device }
  })

  server.post('/v1/organisations/:organisation/devices', async (request, reply) => {
    const caller = await callerOf(request, ports)
    // A session that a device opened enrols no other: who holds it for an hour must not stay for ever.
    if (caller.device !== null) throw new Refused(refuse('account.not-allowed').refusal)
    const device = parse(enrolInput, request.body)
    const enrolled = orRefused(await enrolOwnDevice(accounts, caller.organisation, caller.user.id, device))
    return reply.code(201).send(await welcome(enrolled))
  })

  server.delete('/v1/organisations/:organisation/session', async (request, reply) => {
    const { organisation, token } = await callerOf(request, ports)
    await database.transact((writer) => closeSession(accounts, writer, organisation, token))
    return reply.code(204).send()
  })
}
