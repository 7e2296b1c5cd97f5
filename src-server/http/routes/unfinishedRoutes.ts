import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from '#shared/kernel/result.ts'
import type { Role } from '#shared/operations/rights/mandate.ts'
import { writers } from '#shared/operations/rights/writers.ts'
import type { ServedApp } from '../buildServer.ts'
import { callerOf, holds } from '../caller.ts'
import { namedParams, parse } from '../inputs.ts'
import { Refused } from '../refused.ts'
import type { SyncGate } from '../syncGate.ts'

/** The rooms that did not come back, for whoever may void a lease, and the end of a voided one (SV29). */
export async function unfinishedRoutes(
  server: FastifyInstance,
  { ports, syncGate }: ServedApp & { readonly syncGate: SyncGate },
): Promise<void> {
  const organisationOf = async (request: FastifyRequest): Promise<string> => {
    const caller = await callerOf(request, ports)
    const roles: readonly Role[] = writers['lease.void@1']
    if (!roles.some((role) => holds(caller, role))) throw new Refused(refuse('account.not-allowed').refusal)
    return caller.organisation
  }

  server.get('/v1/organisations/:organisation/leases', async (request) => ({
    leases: await syncGate.unfinished(await organisationOf(request)),
  }))

  /** Ended already: nothing changes. */
  server.post('/v1/organisations/:organisation/leases/:id/end', async (request, reply) => {
    const organisation = await organisationOf(request)
    const { id } = parse(namedParams, request.params)
    const lease = (await syncGate.unfinished(organisation)).find((each) => each.id === id)
    if (lease?.standing === 'open') throw new Refused(refuse('room.not-given-up').refusal)
    if (lease !== undefined) await syncGate.endVoided(organisation, id)
    return reply.code(204).send()
  })
}
