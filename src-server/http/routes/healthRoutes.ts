import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { refuse } from '#shared/kernel/result.ts'
import { sameBytes } from '../../accounts/sameBytes.ts'
import { schemaVersion } from '../../store/migrations/migrate.ts'
import { neededSchemaVersion } from '../../store/openStore.ts'
import { answerRefusal } from '../answers.ts'
import type { ServedApp } from '../buildServer.ts'

/** For who watches over the server: `/health`, `/ready`, `/metrics` (SV18). */
export async function healthRoutes(server: FastifyInstance, app: ServedApp): Promise<void> {
  const { database } = app.ports.accounts

  server.get('/health', async () => ({ status: 'alive' }))

  server.get('/ready', async (_request, reply) => {
    // A database that says nothing at all is no better than one that is gone, and whoever asks does not wait for ever.
    const version = app.state.isStopping
      ? null
      : await Promise.race([
          schemaVersion(database).catch(() => null),
          wait(patienceMs, null, { ref: false }),
        ])
    if (version === neededSchemaVersion) return reply.send({ status: 'ready' })
    return answerRefusal(reply, refuse('server.unavailable').refusal)
  })

  const { metricsToken } = app.settings
  if (metricsToken === null) return
  server.get('/metrics', async (request, reply) => {
    const given = Buffer.from(request.headers.authorization ?? '')
    if (!sameBytes(given, Buffer.from(`Bearer ${metricsToken}`)))
      return answerRefusal(reply, refuse('account.not-allowed').refusal)
    const { registry } = app.metrics
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

const patienceMs = 3_000
