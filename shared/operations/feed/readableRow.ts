import type { Session } from '#shared/domain/session/session.ts'
import type { Draft } from '../authority/draft.ts'
import { leasableRoot } from '../judge/orderedElsewhere.ts'
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
  const basis = rows.row('basis', 'log')
  // A hub tells what it does not order as the centre told it.
  const g = basis === null || isLeased(rows, entity) ? (rows.row('log', 'log')?.g ?? 0) : 0
  if (!entity.startsWith('session/') || aggregate.state === null) return { entity, aggregate, g, basis }
  const readsDossier = (dossier: string): boolean => mayRead(mandates, `dossier/${dossier}`, rows)
  const state = sessionSeenBy(aggregate.state as Session, readsDossier, rows)
  return { entity, aggregate: { ...aggregate, state }, g, basis }
}

function isLeased(rows: Pick<Draft, 'row'>, entity: string): boolean {
  const root = leasableRoot({ k: '', e: entity, d: null }, rows)
  return root !== null && rows.row('leased', root) !== null
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
