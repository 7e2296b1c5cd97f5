import type { FactsInput } from '#shared/domain/session/factsInput.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { entityOf } from '#shared/operations/operation.ts'
import type { Reader } from '../ports.ts'

type Corrections = NonNullable<FactsInput['corrections']>

/**
 * Which points were corrected before the closing, once for each correction that was not taken back. The history keeps
 * what was before and after, not the reason: the minutes say that a point was corrected, the history from what to what.
 */
export function correctionsOf(reader: Pick<Reader, 'history'>, sessionId: string): Corrections {
  let corrected: Corrections = {}
  const known = new Map<unknown, Corrections>()
  for (const { kind, before, after } of reader.history(entityOf('session', sessionId)).toReversed()) {
    if (kind === 'session.amend@1') corrected = withAmended(corrected, before as Session, after as Session)
    // Undo and redo give an earlier state back, the very same value.
    if (kind === 'aggregate.revert@1') corrected = known.get(after) ?? {}
    known.set(after, corrected)
  }
  return corrected
}

function withAmended(corrected: Corrections, before: Session, after: Session): Corrections {
  const earlier = new Map(before.agenda.map(({ id, outcome }) => [id, outcome]))
  const amended = after.agenda.filter(({ id, outcome }) => outcome !== earlier.get(id)).map(({ id }) => id)
  return {
    ...corrected,
    ...Object.fromEntries(amended.map((id) => [id, [...(corrected[id] ?? []), '']])),
  }
}
