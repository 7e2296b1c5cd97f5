import type { Session } from '#shared/domain/session/session.ts'
import type { Draft } from '../authority/draft.ts'
import { leasableRoot } from '../judge/orderedElsewhere.ts'
import type { Mandate } from '../rights/mandate.ts'
import { isClosedTo, mayRead } from '../rights/mayRead.ts'
import { roomScope, scopeOf } from '../scopes/scopeOf.ts'
import type { FedRow } from './feed.ts'
import { outsideRoom, seenWithout } from './seenWithout.ts'

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
  if (aggregate.state === null) return { entity, aggregate, g, basis }
  const isClosed = (dossier: string): boolean => isClosedTo(mandates, dossier, rows)
  const open = seenWithout(entity, aggregate.state, isClosed, rows)
  const isLed = !entity.startsWith('session/') || mayRead(mandates, roomScope(entity), rows)
  const state = isLed ? open : outsideRoom(open as Session)
  return { entity, aggregate: { ...aggregate, state }, g, basis }
}

function isLeased(rows: Pick<Draft, 'row'>, entity: string): boolean {
  const root = leasableRoot({ k: '', e: entity, d: null }, rows)
  return root !== null && rows.row('leased', root) !== null
}

/** Whether he is told everything that is said in a session, of every point. */
export function readsWholeSession(
  rows: Pick<Draft, 'row'>,
  mandates: readonly Mandate[],
  session: string,
): boolean {
  const entity = `session/${session}`
  const whole = rows.row('aggregate', entity)?.state ?? null
  if (!mayRead(mandates, roomScope(entity), rows)) return false
  if (whole === null) return true
  // Of the very state that was read: a store that decodes its rows answers another object each time.
  return seenWithout(entity, whole, (dossier) => isClosedTo(mandates, dossier, rows), rows) === whole
}
