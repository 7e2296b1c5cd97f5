import type { AgendaItem } from '#shared/domain/session/session.ts'
import type { SessionItemView, SessionView } from '#shared/domain/session/sessionView.ts'

/** What every step of a point is given. */
export interface StepProps {
  readonly view: SessionView
  readonly item: SessionItemView
  /** « 18:05 », the hour that an act bears. */
  readonly hour: string
  /** The same point as the session records it. */
  readonly recorded: AgendaItem
}
