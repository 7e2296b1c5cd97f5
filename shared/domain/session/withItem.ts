import type { AgendaItem, Session } from './session.ts'

/** The session with some fields of one item replaced. The caller has checked that the item exists. */
export const withItem = (session: Session, itemId: string, set: Partial<AgendaItem>): Session => ({
  ...session,
  agenda: session.agenda.map((item) => (item.id === itemId ? { ...item, ...set } : item)),
})
