import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { SyncWatch } from '../gate/syncWatch.ts'
import { syncMetrics } from './syncMetrics.ts'

/** Figures of the server (SV16): labels are route patterns, methods and statuses, nothing that names anybody. */
export interface Metrics {
  readonly registry: Registry
  readonly requests: Histogram<'method' | 'route' | 'status'>
  readonly refusals: Counter<'code'>
  readonly sync: SyncWatch
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({
      name: 'delibere_http_request_seconds',
      help: 'Time to answer, by route pattern.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    }),
    refusals: new Counter({
      name: 'delibere_refusals_total',
      help: 'Requests that were refused, by permanent code.',
      labelNames: ['code'],
      registers,
    }),
    sync: syncMetrics(registry),
  }
}
