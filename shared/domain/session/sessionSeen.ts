import type { AgendaItem, Session } from './session.ts'
import { withheldItem } from './withheldItem.ts'

/**
 * [UC18] A session as a member may read it: the points of hidden candidatures keep their place and their hours and say
 * nothing else; what the secretary is still keying, and the explanations of the closing, are hers.
 */
export function sessionSeen(session: Session, isHidden: (candidatureId: string) => boolean): Session {
  const hiddenItem = ({ candidatureId }: AgendaItem): boolean =>
    candidatureId !== null && isHidden(candidatureId)
  const hiddenItemIds = new Set(session.agenda.filter(hiddenItem).map(({ id }) => id))
  return {
    ...session,
    agenda: session.agenda.map((item) => (hiddenItem(item) ? withheldItem(item) : { ...item, draft: '' })),
    explanations: {},
    rectifications: session.rectifications.filter(
      ({ itemId }) => itemId === null || !hiddenItemIds.has(itemId),
    ),
  }
}
