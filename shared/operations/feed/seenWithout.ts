import type { Scenario } from '#shared/domain/envelope/scenario.ts'
import type { AgendaItem, Session } from '#shared/domain/session/session.ts'
import { withheldItem } from '#shared/domain/session/withheldItem.ts'
import type { Draft } from '../authority/draft.ts'
import type { AggregateState } from '../operation.ts'
import { dossierOf } from '../scopes/scopeOf.ts'

/**
 * [SY54] An aggregate that speaks of several dossiers, without what it says of those that are closed to its reader. The very
 * object when it says nothing of them.
 */
export function seenWithout(
  entity: string,
  state: AggregateState,
  isClosed: (dossier: string) => boolean,
  rows: Pick<Draft, 'row'>,
): AggregateState {
  const hides = (candidature: string): boolean => {
    const dossier = dossierOf(candidature, rows)
    return dossier !== null && isClosed(dossier)
  }
  if (entity.startsWith('session/')) return sessionWithout(state as Session, hides)
  return entity.startsWith('scenario/') ? scenarioWithout(state as Scenario, hides) : state
}

/** Points examined without him keep their place and their hours. */
function sessionWithout(session: Session, hides: (candidature: string) => boolean): Session {
  const isHidden = ({ candidatureId }: AgendaItem): boolean => candidatureId !== null && hides(candidatureId)
  const hidden = new Set(session.agenda.filter(isHidden).map(({ id }) => id))
  if (hidden.size === 0) return session
  return {
    ...session,
    agenda: session.agenda.map((item) => (hidden.has(item.id) ? withheldItem(item) : item)),
    rectifications: session.rectifications.filter(({ itemId }) => itemId === null || !hidden.has(itemId)),
  }
}

function scenarioWithout(scenario: Scenario, hides: (candidature: string) => boolean): Scenario {
  const lines = Object.entries(scenario.lines)
  const left = lines.filter(([candidature]) => !hides(candidature))
  return left.length === lines.length ? scenario : { ...scenario, lines: Object.fromEntries(left) }
}

/** [SY1] A session without what is being keyed and why checks stay open: for who does not lead it. The very object without. */
export function outsideRoom(session: Session): Session {
  const says =
    session.agenda.some(({ draft }) => draft !== '') || Object.keys(session.explanations).length > 0
  return says
    ? { ...session, agenda: session.agenda.map((item) => ({ ...item, draft: '' })), explanations: {} }
    : session
}
