import type { Session } from '#shared/domain/session/session.ts'
import type { Draft } from '../authority/draft.ts'
import type { Mandate } from '../rights/mandate.ts'
import { mayRead } from '../rights/mayRead.ts'
import { scopeOf } from '../scopes/scopeOf.ts'
import type { FedRow } from './feed.ts'
import { sessionSeenBy } from './sessionSeenBy.ts'

/** An aggregate as somebody with these mandates may see it; null when he may not, or when there is none. */
export function readableRow(
  rows: Pick<Draft, 'row'>,
  mandates: readonly Mandate[],
  entity: string,
): FedRow | null {
  const scope = scopeOf({ kind: '', entity, data: null }, rows)
  if (scope === null || !mayRead(mandates, scope, rows)) return null
  const aggregate = rows.row('aggregate', entity)
  if (aggregate === null) return null
  const g = rows.row('log', 'log')?.g ?? 0
  const basis = rows.row('basis', 'log')
  if (!entity.startsWith('session/') || aggregate.state === null) return { entity, aggregate, g, basis }
  const readsDossier = (dossier: string): boolean => mayRead(mandates, `dossier/${dossier}`, rows)
  const state = sessionSeenBy(aggregate.state as Session, readsDossier, rows)
  return { entity, aggregate: { ...aggregate, state }, g, basis }
}

/** Whether he sees every point of a session. */
export function readsWholeSession(
  rows: Pick<Draft, 'row'>,
  mandates: readonly Mandate[],
  session: string,
): boolean {
  const whole = rows.row('aggregate', `session/${session}`)?.state ?? null
  return whole === null || readableRow(rows, mandates, `session/${session}`)?.aggregate.state === whole
}
