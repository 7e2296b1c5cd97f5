import { isAward } from '../../decision/isAward.ts'
import type { CandidatureFacts, ItemFacts, SessionFacts } from '../../session/sessionFacts.ts'
import { isServed } from './pointFields.ts'

export interface DecidedItem {
  readonly item: ItemFacts
  readonly candidature: CandidatureFacts
  readonly outcome: NonNullable<ItemFacts['outcome']>
}

export interface ActCandidatures {
  readonly awarded: readonly DecidedItem[]
  readonly waiting: readonly DecidedItem[]
  readonly refused: readonly DecidedItem[]
  readonly inadmissible: readonly DecidedItem[]
  readonly deferred: readonly DecidedItem[]
  /** All of them, in the order of the session. */
  readonly all: readonly DecidedItem[]
}

/**
 * [RE2] The candidatures of a session by what the act says of them; a candidature taken up twice is told by its last
 * point. What is favourable without money waits.
 */
export function actCandidatures({ items }: SessionFacts): ActCandidatures {
  const decided = items.flatMap((item) =>
    item.kind === 'candidature' && item.candidature !== null && item.outcome !== null
      ? [{ item, candidature: item.candidature, outcome: item.outcome }]
      : [],
  )
  const last = new Map(decided.map((one) => [one.candidature.number, one]))
  const all = decided.filter((one) => last.get(one.candidature.number) === one)
  return {
    awarded: all.filter(({ item }) => isServed(item)),
    waiting: all.filter(({ item, outcome }) => isAward(outcome.opinion) && !isServed(item)),
    refused: all.filter(({ outcome }) => outcome.opinion === 'unfavourable'),
    inadmissible: all.filter(({ outcome }) => outcome.opinion === 'inadmissible'),
    deferred: all.filter(({ outcome }) => outcome.opinion === 'deferred'),
    all,
  }
}
