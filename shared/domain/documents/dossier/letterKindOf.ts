import type { Cents } from '#shared/kernel/cents.ts'
import { isAward } from '../../decision/isAward.ts'
import type { LetterKind } from '../model.ts'
import type { DossierFacts } from './dossierFacts.ts'

/**
 * [LE8] The letter that follows from what a session held; null when none does: nothing held, or adjourned. A favourable
 * opinion without any money, outside the waiting list, is a refusal for the applicant.
 */
export function letterKindOf(
  decision: Pick<NonNullable<DossierFacts['decision']>, 'opinion' | 'amountCents' | 'waitingList'> | null,
  requestedCents: Cents | null,
): LetterKind | null {
  if (decision === null || decision.opinion === 'deferred') return null
  if (decision.opinion === 'inadmissible') return 'letter-inadmissible'
  if (!isAward(decision.opinion)) return 'letter-refusal'
  const amount = decision.amountCents ?? 0
  if (amount === 0) return decision.waitingList ? 'letter-waiting-list' : 'letter-refusal'
  return requestedCents !== null && amount < requestedCents ? 'letter-partial-award' : 'letter-award'
}
