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

/** The order of speech. Each keeps its figure whatever the kind of point, so that fingers learn it. */
export const stepIds = ['report', 'recusals', 'debate', 'marks', 'proposal', 'vote'] as const
export type StepId = (typeof stepIds)[number]

/** [UI19] The steps of a point by its kind: nobody withdraws from a free point, only a candidature is marked. */
export const stepsOf = ({
  kind,
  candidatureId,
}: Pick<AgendaItem, 'kind' | 'candidatureId'>): readonly StepId[] =>
  stepIds.filter((step) =>
    step === 'recusals' ? candidatureId !== null : step === 'marks' ? kind === 'candidature' : true,
  )
