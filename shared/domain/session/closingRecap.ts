import { addCents, type Cents, zeroCents } from '#shared/kernel/cents.ts'
import type { Candidature } from '../candidature/candidature.ts'
import type { ClosingRecap } from './closingCheck.ts'
import { effectiveOutcomes } from './effectiveOutcome.ts'
import type { Session } from './session.ts'

/** [SE37] Everything decided with counts and amounts, rectifications counted; undecided points are counted, not listed. */
export function closingRecap(
  session: Session,
  candidatures: ReadonlyMap<string, Candidature>,
  remainingCents: Cents | null,
): ClosingRecap {
  const outcomes = effectiveOutcomes(session)
  const lines = session.agenda.flatMap((item, index) => {
    const outcome = outcomes[index]
    if (!outcome) return []
    const number = candidatures.get(item.candidatureId ?? '')?.number ?? null
    const { opinion, amountCents, departure } = outcome
    return { itemId: item.id, number, title: item.title, opinion, amountCents, departure }
  })
  const requested = session.agenda.map(({ kind, candidatureId }) =>
    kind === 'candidature' ? (candidatures.get(candidatureId ?? '')?.requestedCents ?? zeroCents) : zeroCents,
  )
  const byOpinion: Record<string, number> = {}
  for (const { opinion } of lines) byOpinion[opinion] = (byOpinion[opinion] ?? 0) + 1
  return {
    points: session.agenda.length,
    decided: lines.length,
    requestedCents: addCents(...requested),
    awardedCents: addCents(...lines.map(({ amountCents }) => amountCents ?? zeroCents)),
    remainingCents,
    lines,
    byOpinion,
    waitingList: outcomes.filter((outcome) => outcome?.waitingList).length,
  }
}
