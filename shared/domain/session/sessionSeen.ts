import type { AgendaItem, Session } from './session.ts'

/** What a member reads of a point examined without him. */
export const examinedWithoutYou = 'Point examiné hors de votre présence'

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
    agenda: session.agenda.map((item) => (hiddenItem(item) ? withoutContent(item) : { ...item, draft: '' })),
    explanations: {},
    rectifications: session.rectifications.filter(
      ({ itemId }) => itemId === null || !hiddenItemIds.has(itemId),
    ),
  }
}

const withoutContent = ({ id, plannedMinutes, runs }: AgendaItem): AgendaItem => ({
  id,
  kind: 'free',
  candidatureId: null,
  title: examinedWithoutYou,
  rapporteurId: null,
  plannedMinutes,
  theme: '',
  slot: null,
  questionerId: null,
  debate: '',
  draft: '',
  runs,
  marksRevealedAt: null,
  outcome: null,
})
