import type { AgendaItem, Session } from '#shared/domain/session/session.ts'
import type { Draft } from '../authority/draft.ts'
import { dossierOf } from '../scopes/scopeOf.ts'

/**
 * [SY3] A session without what it says of dossiers that its reader may not read: as if the operations of these points had
 * never come. The very object when he reads all of it.
 */
export function sessionSeenBy(
  session: Session,
  mayReadDossier: (dossier: string) => boolean,
  rows: Pick<Draft, 'row'>,
): Session {
  const isClosedToHim = ({ candidatureId }: AgendaItem): boolean => {
    const dossier = candidatureId === null ? null : dossierOf(candidatureId, rows)
    return dossier !== null && !mayReadDossier(dossier)
  }
  const closed = new Set(session.agenda.filter(isClosedToHim).map(({ id }) => id))
  if (closed.size === 0) return session
  return {
    ...session,
    agenda: session.agenda.map((item) => (closed.has(item.id) ? announced(item) : item)),
    rectifications: session.rectifications.filter(({ itemId }) => itemId === null || !closed.has(itemId)),
  }
}

const announced = ({ corrected: _said, ...item }: AgendaItem): AgendaItem => ({
  ...item,
  debate: '',
  draft: '',
  marksRevealedAt: null,
  outcome: null,
})
