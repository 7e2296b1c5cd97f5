import type { AllocationRules } from '#shared/domain/call/call.ts'
import { frenchAmount } from '#shared/domain/documents/typography.ts'
import { type BalanceLine, envelopeBalance } from '#shared/domain/envelope/envelopeBalance.ts'
import { givenInCall } from '../allocation/givenInCall.ts'
import type { Reader } from '../ports.ts'

/**
 * [UC9] Where new rules would hold less money than the sessions of the call already gave: problem codes of
 * `call.rules-invalid`. What the old rules already lacked is not held against the new ones.
 */
export function moneyBelowAwards(
  reader: Reader,
  callId: string,
  rules: { readonly before: AllocationRules; readonly after: AllocationRules },
): readonly string[] {
  const given = givenInCall(reader, callId)
  const before = envelopeBalance(rules.before, given)
  const after = envelopeBalance(rules.after, given)
  const short = (lines: readonly BalanceLine[], code: string): readonly string[] =>
    lines.map(
      ({ label, givenCents }) => `${code}:${label === '' ? '' : `${label}, `}${frenchAmount(givenCents)}`,
    )
  return [
    ...short(lowered(before.whole, after.whole), 'envelope-below-awards'),
    ...short(
      after.envelopes.flatMap((line) => lowered(sameAs(line, before.envelopes), line)),
      'envelope-part-below-awards',
    ),
    ...short(
      before.envelopes.filter((line) => line.givenCents > 0 && sameAs(line, after.envelopes) === null),
      'envelope-removed',
    ),
    ...short(
      after.quotas.flatMap((line) => lowered(sameAs(line, before.quotas), line)),
      'quota-below-awards',
    ),
  ]
}

const sameAs = ({ id }: BalanceLine, lines: readonly BalanceLine[]): BalanceLine | null =>
  lines.find((line) => line.id === id) ?? null

/** The line when it holds less than it gave and was not exactly so before. */
const lowered = (before: BalanceLine | null, after: BalanceLine | null): readonly BalanceLine[] =>
  after !== null && after.givenCents > after.totalCents && before?.totalCents !== after.totalCents
    ? [after]
    : []
