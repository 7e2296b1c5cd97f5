import type { FastifyInstance } from 'fastify'
import { type Refusal, refuse } from '#shared/kernel/result.ts'
import { isDatabaseAway } from '../store/databaseAway.ts'
import { answerRefusal } from './answers.ts'
import { describeFailure } from './describeFailure.ts'
import type { Metrics } from './metrics.ts'
import { Refused } from './refused.ts'
import { logLine } from './serverLog.ts'

/** Whatever goes wrong ends in a code and a sentence, and in the log without its inside (SV15, SV16). */
export function answerFailures(server: FastifyInstance, metrics: Metrics): void {
  server.setNotFoundHandler((_request, reply) =>
    answerRefusal(reply, refuse('server.no-such-address').refusal),
  )
  server.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error, request.id)
    metrics.refusals.inc({ code: refusal.code })
    if (refusal.code === 'server.failed') request.log.error(logLine(describeFailure(error)), 'failed')
    if (isDatabaseAway(error)) request.log.warn(logLine(describeFailure(error)), 'database away')
    return answerRefusal(reply, refusal)
  })
}

function refusalOf(error: unknown, incident: string): Refusal {
  if (error instanceof Refused) return error.refusal
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500
  if (status === 429) return refuse('server.busy').refusal
  if (status === 413) return refuse('server.too-large').refusal
  if (status === 404) return refuse('server.no-such-address').refusal
  if (typeof status === 'number' && status >= 400 && status < 500) return refuse('input.invalid').refusal
  if (isDatabaseAway(error)) return refuse('server.unavailable').refusal
  return refuse('server.failed', { incident }).refusal
}
