import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { tieBreakerPhrase } from '../call/tieBreakerPhrase.ts'
import { criteriaOf } from '../grid/criteriaOf.ts'
import { attendanceFacts } from './attendanceFacts.ts'
import { candidatureFacts } from './candidatureFacts.ts'
import type { FactsInput } from './factsInput.ts'
import { intervalFacts } from './intervalFacts.ts'
import { itemFacts } from './itemFacts.ts'
import { missingFacts } from './missingFacts.ts'
import { moneyFacts } from './moneyFacts.ts'
import { rankingFacts } from './rankingFacts.ts'
import type { SessionFacts } from './sessionFacts.ts'
import { totalsFacts } from './totalsFacts.ts'
import { waitingRanks } from './waitingRanks.ts'

/**
 * [SE12] Freezes what the documents will say: names resolved, scores as text, ISO dates, "HH:MM". A pure function of
 * its input, so that the digest taken over its canonical JSON can be found again.
 *
 * Refusal: `session.facts-missing` with `missing`, see `missingFacts`.
 */
export function buildSessionFacts(input: FactsInput): Result<SessionFacts> {
  const { committee, call, session } = input
  const missing = missingFacts(input)
  if (missing.length > 0) return refuse('session.facts-missing', { missing })
  const described = new Map(
    input.candidatures.map((candidature) => [candidature.id, candidatureFacts(candidature, input)]),
  )
  const people = attendanceFacts(input)
  const known = { described, waitingRank: waitingRanks(input) }
  return ok({
    format: 2,
    markup: 1,
    number: input.number,
    instance: {
      name: committee.name,
      type: committee.instanceType,
      decidingAuthority: committee.decidingAuthority,
    },
    call: {
      name: call.name,
      scheme: call.scheme,
      fiscalYear: call.fiscalYear,
      envelopeCents: call.rules.envelopeCents,
      maxRateBasisPoints: call.rules.maxRateBasisPoints,
      capCents: call.rules.capCents,
      aggregation: call.rules.aggregation,
      tieBreakers: call.rules.tieBreakers.map((tieBreaker) =>
        tieBreakerPhrase(tieBreaker, input.grid?.grid ?? null),
      ),
    },
    grid: gridFacts(input.grid),
    date: session.date,
    startsAt: session.startsAt,
    openedAt: session.openedAt ?? '',
    closedAt: input.closedAt,
    place: session.place,
    convocation: session.convocation && { ...session.convocation, notice: noticeFacts(input.notice) },
    secondConvocation:
      session.secondConvocation && input.firstConvocationDate !== null
        ? { firstDate: input.firstConvocationDate }
        : null,
    ...people,
    pauses: session.pauses.map(intervalFacts),
    agenda: session.agenda.map((item) => item.title),
    discussion: session.discussion,
    items: session.agenda.map((item) => itemFacts(item, input, known)),
    totals: totalsFacts(input),
    ranking: rankingFacts(input, known),
    ...moneyFacts(input),
    openChecks: input.openChecks ?? [],
    annexes: input.annexes,
  })
}

/** A delay that no text asks for, or that nobody could count, is not spoken of. */
const noticeFacts = (notice: FactsInput['notice']): NonNullable<SessionFacts['convocation']>['notice'] =>
  notice?.requiredDays == null || notice.givenDays === null
    ? null
    : { requiredDays: notice.requiredDays, givenDays: notice.givenDays, respected: notice.respected }

const gridFacts = (hashed: FactsInput['grid']): SessionFacts['grid'] =>
  hashed && {
    label: hashed.grid.label,
    version: hashed.grid.version,
    contentHash: hashed.contentHash,
    criteria: criteriaOf(hashed.grid).map(({ code, label, weight, scale, informative }) => ({
      code,
      label,
      weight,
      scale: scale.kind === 'yes-no' ? 'oui/non' : scale.kind,
      informative,
    })),
  }
