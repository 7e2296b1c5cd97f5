import { addCents, cents, zeroCents } from '#shared/kernel/cents.ts'
import { awardedCents } from '../envelope/awardedCents.ts'
import type { FactsInput } from './factsInput.ts'
import type { Opinion } from './session.ts'
import type { SessionFacts } from './sessionFacts.ts'

/** [SE16] Sums over the candidatures on the agenda; what remains also counts the other sessions of the call. */
export function totalsFacts(input: FactsInput): SessionFacts['totals'] {
  const { session, call, candidatures, awardedElsewhereCents } = input
  // A hearing or a milestone review names a candidature and asks for no money.
  const examined = session.agenda.filter((item) => item.kind === 'candidature')
  const requested = new Map(candidatures.map(({ id, requestedCents }) => [id, requestedCents]))
  const awarded = awardedCents([session])
  const { envelopeCents } = call.rules
  const count = (opinion: Opinion): number =>
    examined.filter((item) => item.outcome?.opinion === opinion).length
  return {
    candidatures: examined.length,
    requestedCents: addCents(...examined.map((item) => requested.get(item.candidatureId ?? '') ?? zeroCents)),
    awardedCents: awarded,
    remainingCents:
      envelopeCents === null ? null : cents(Math.max(0, envelopeCents - awardedElsewhereCents - awarded)),
    byOpinion: {
      favourable: count('favourable'),
      reserved: count('reserved'),
      unfavourable: count('unfavourable'),
      deferred: count('deferred'),
      inadmissible: count('inadmissible'),
    },
  }
}
