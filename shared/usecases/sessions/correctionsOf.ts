import type { FactsInput } from '#shared/domain/session/factsInput.ts'
import type { Session } from '#shared/domain/session/session.ts'

/**
 * Which points were corrected before the closing, once for each correction that was not taken back. The session keeps how
 * often, not the reasons: the minutes say that a point was corrected, the history from what to what.
 */
export const correctionsOf = ({ agenda }: Session): NonNullable<FactsInput['corrections']> =>
  Object.fromEntries(
    agenda.flatMap(({ id, corrected = 0 }) =>
      corrected === 0 ? [] : [[id, Array.from({ length: corrected }, () => '')]],
    ),
  )
