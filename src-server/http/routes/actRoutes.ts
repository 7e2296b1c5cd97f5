import type { FastifyInstance } from 'fastify'
import { ok, refuse } from '#shared/kernel/result.ts'
import { uuid7 } from '#shared/kernel/uuid7.ts'
import type { Role } from '#shared/operations/rights/mandate.ts'
import { writers } from '#shared/operations/rights/writers.ts'
import { actOnAccounts, type ControlAct, holdOrganisation, isFounded } from '../../accounts/controlActs.ts'
import type { ServedApp } from '../buildServer.ts'
import { type Caller, callerOf, holds } from '../caller.ts'
import { describeFailure } from '../describeFailure.ts'
import { erasureInput, leaseInput, namedParams, parse, reasonInput } from '../inputs.ts'
import { orRefused, Refused } from '../refused.ts'
import { logLine } from '../serverLog.ts'

/** What the centre signs of a founded log, at the request of who may: leases, their voiding, erasures (SY14). */
export async function actRoutes(server: FastifyInstance, { ports }: ServedApp): Promise<void> {
  const { accounts } = ports
  const { database, clock, crypto } = accounts

  /** Refuses `server.not-founded`, and `server.act-refused` with the verdict of the log. */
  const act = async ({ organisation, user }: Caller, asked: Omit<ControlAct, 'asked'>) =>
    orRefused(
      await database.transact(async (writer) => {
        await holdOrganisation(writer, organisation)
        if (!(await isFounded(writer, organisation))) return refuse('server.not-founded')
        const ruling = await actOnAccounts(accounts, writer, organisation, {
          ...asked,
          asked: user.id,
        } as ControlAct)
        return ruling.verdict === 'ok' ? ok(null) : refuse('server.act-refused', { ...ruling })
      }),
    )

  const whoMay = async (
    request: Parameters<typeof callerOf>[0],
    kind: 'lease.grant@1' | 'lease.void@1' | 'erasure.order@1',
  ) => {
    const caller = await callerOf(request, ports)
    const roles: readonly Role[] = writers[kind]
    if (!roles.some((role) => holds(caller, role))) throw new Refused(refuse('account.not-allowed').refusal)
    return caller
  }

  server.post('/v1/organisations/:organisation/leases', async (request, reply) => {
    const caller = await whoMay(request, 'lease.grant@1')
    const data = parse(leaseInput, request.body)
    const lease = uuid7(clock, crypto)
    await act(caller, { kind: 'lease.grant@1', entity: `lease/${lease}`, data })
    return reply.code(201).send({ lease })
  })

  server.post('/v1/organisations/:organisation/leases/:id/void', async (request, reply) => {
    const caller = await whoMay(request, 'lease.void@1')
    const { id } = parse(namedParams, request.params)
    await act(caller, { kind: 'lease.void@1', entity: `lease/${id}`, data: parse(reasonInput, request.body) })
    return reply.code(204).send()
  })

  server.post('/v1/organisations/:organisation/erasures', async (request, reply) => {
    const caller = await whoMay(request, 'erasure.order@1')
    const data = parse(erasureInput, request.body)
    const erasure = uuid7(clock, crypto)
    await act(caller, { kind: 'erasure.order@1', entity: `erasure/${erasure}`, data })
    // It is ordered whatever becomes of the bytes: they are looked for again from time to time.
    await ports.attachments?.discardErased(caller.organisation).catch((error: unknown) => {
      request.log.warn(logLine(describeFailure(error)), 'attachments')
    })
    return reply.code(201).send({ erasure })
  })
}
