import type { AgendaItem, Session } from './session.ts'

/** Marks of the point are kept from everybody until they are shown together. [SC9] */
export const isSealed = (session: Session, item: AgendaItem): boolean =>
  item.kind === 'candidature' &&
  session.sealedMarks &&
  session.status !== 'closed' &&
  item.marksRevealedAt === null &&
  item.outcome === null
