import type { FastifyInstance } from 'fastify'
import { refusalSentence } from '#shared/i18n/refusalSentences.ts'
import { refuse } from '#shared/kernel/result.ts'
import { beginLogin, collectLogin, finishLogin, linkIdentity } from '../../login/login.ts'
import type { ServedApp } from '../buildServer.ts'
import { callerOf } from '../caller.ts'
import { collectInput, loginQuery, organisationParams, parse } from '../inputs.ts'
import { orRefused, Refused } from '../refused.ts'

/** Where the provider sends the browser back to; declared there to the letter. */
export const loginReturnPath = '/v1/login/return'

/** Signing in with an OpenID provider (SV13); no such address where none is configured. */
export async function loginRoutes(server: FastifyInstance, { settings, ports }: ServedApp): Promise<void> {
  const { accounts, identityProvider } = ports
  if (identityProvider === null) return
  const anonymous = {
    config: { rateLimit: { max: settings.anonymousRequestsPerMinute, groupId: 'anonymous' } },
  }

  server.get('/v1/organisations/:organisation/login', anonymous, async (request, reply) => {
    const { organisation } = parse(organisationParams, request.params)
    const known = await accounts.database.one(
      'SELECT organisation FROM organisations WHERE organisation = ?',
      organisation,
    )
    if (known === null) throw new Refused(refuse('server.no-such-address').refusal)
    const wanted = parse(loginQuery, request.query)
    return reply.redirect((await beginLogin(accounts, identityProvider, organisation, wanted)).href, 303)
  })

  server.get(loginReturnPath, anonymous, async (request, reply) => {
    const next = await finishLogin(accounts, identityProvider, new URL(request.url, settings.origin()))
    if (next.ok) return reply.redirect(next.value.href, 303)
    // A person reads this one, in a browser.
    return reply.code(403).type('text/plain; charset=utf-8').send(refusalSentence(next.refusal))
  })

  server.post('/v1/organisations/:organisation/login/collect', anonymous, async (request) => {
    const { organisation } = parse(organisationParams, request.params)
    return orRefused(await collectLogin(accounts, organisation, parse(collectInput, request.body)))
  })

  server.post('/v1/organisations/:organisation/identities', async (request, reply) => {
    const { organisation, user } = await callerOf(request, ports)
    orRefused(await linkIdentity(accounts, organisation, user.id, parse(collectInput, request.body)))
    return reply.code(204).send()
  })
}
