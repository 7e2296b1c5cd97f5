import type { Cents } from '#shared/kernel/cents.ts'
import { deliberativeIds } from '../committee/deliberativeIds.ts'
import type { FactsInput } from './factsInput.ts'
import { intervalFacts } from './intervalFacts.ts'
import { marksFacts } from './marksFacts.ts'
import { memberName } from './memberName.ts'
import type { AgendaItem, ItemOutcome, Vote } from './session.ts'
import type { CandidatureFacts, ItemFacts } from './sessionFacts.ts'

type VoteFacts = NonNullable<NonNullable<ItemFacts['outcome']>['vote']>

/** [SE14] One point of the agenda as the minutes tell it, from the snapshot kept in its outcome. */
export function itemFacts(
  item: AgendaItem,
  input: FactsInput,
  known: {
    readonly described: ReadonlyMap<string, CandidatureFacts>
    readonly waitingRank: ReadonlyMap<string, number>
  },
): ItemFacts {
  const candidature = known.described.get(item.candidatureId ?? '') ?? null
  return {
    kind: item.kind,
    title: item.title,
    candidature,
    rapporteur: item.rapporteurId === null ? null : nameOf(item.rapporteurId, input),
    debate: item.debate,
    recusals: recusalFacts(item, input),
    hearing:
      item.kind !== 'hearing'
        ? null
        : {
            guest: item.slot?.guest.trim() || (candidature?.applicant ?? ''),
            questioner: item.questionerId === null ? null : nameOf(item.questionerId, input),
            plannedMinutes: item.plannedMinutes,
          },
    runs: item.runs.map(intervalFacts),
    marks: marksFacts(item, input),
    outcome: item.outcome && {
      opinion: item.outcome.opinion,
      amountCents: item.outcome.amountCents,
      rateBasisPoints: rate(item.outcome.amountCents, candidature?.eligibleBaseCents ?? null),
      conditions: item.outcome.conditions,
      rationale: item.outcome.rationale,
      quorum: item.outcome.quorum,
      presentCount: presentCount(item.outcome, input),
      waitingList: item.outcome.waitingList,
      waitingRank: item.outcome.waitingList
        ? (known.waitingRank.get(item.candidatureId ?? '') ?? null)
        : null,
      departure: item.outcome.departure,
      departs: input.departingIds?.includes(item.candidatureId ?? '') ?? false,
      funding: item.outcome.funding.map(({ envelopeId, amountCents }) => ({
        envelope: input.call.rules.envelopes.find(({ id }) => id === envelopeId)?.label ?? envelopeId,
        amountCents,
      })),
      corrections: input.corrections?.[item.id] ?? [],
      vote: item.outcome.vote && voteFacts(item.outcome.vote, input),
    },
  }
}

function nameOf(memberId: string, { members }: FactsInput): string {
  const member = members.find((one) => one.id === memberId)
  return member ? memberName(member) : ''
}

/** The hour of return is the one keyed when the member came back, where there is one. */
function recusalFacts(item: AgendaItem, input: FactsInput): ItemFacts['recusals'] {
  return (item.outcome?.recused ?? []).map(({ memberId, leftAt, returnedAt, counting }) => {
    const movements = input.session.attendance[memberId]?.movements ?? []
    const departure = movements.findLastIndex(
      ({ kind, itemId, at }) =>
        kind === 'leaves' && (itemId === item.id || (itemId !== null && at === leftAt)),
    )
    const comeback = departure < 0 ? undefined : movements[departure + 1]
    return {
      member: nameOf(memberId, input),
      capacity: input.members.find((one) => one.id === memberId)?.capacity ?? '',
      leftAt,
      returnedAt: comeback?.at ?? returnedAt,
      counting,
      status: statusOf(item.candidatureId, memberId, input),
    }
  })
}

function statusOf(
  candidatureId: string | null,
  recusedId: string,
  { recusals }: FactsInput,
): ItemFacts['recusals'][number]['status'] {
  const status = recusals.find(
    (recusal) => recusal.candidatureId === candidatureId && recusal.memberId === recusedId,
  )?.status
  // Set aside after the point: the member withdrew all the same, on what was declared then.
  return status === 'to-assess' || status === 'confirmed' ? status : null
}

/** Deliberative members in the room for this point, those who withdrew taken out. */
function presentCount(outcome: ItemOutcome, { members }: FactsInput): number {
  const voices = deliberativeIds(members)
  const withdrawn = new Set(outcome.recused.map(({ memberId }) => memberId))
  return outcome.presentIds.filter((id) => voices.has(id) && !withdrawn.has(id)).length
}

/** Hundredths of a percent, half up; null when there is nothing to divide. In integers beyond 2⁵³. */
function rate(amount: Cents | null, base: Cents | null): number | null {
  if (amount === null || base === null || base === 0) return null
  return Number((BigInt(amount) * 20_000n + BigInt(base)) / (2n * BigInt(base)))
}

function voteFacts(vote: Vote, input: FactsInput): VoteFacts {
  const { method, against, abstention, notTakingPart, castingVote, named, disagreements } = vote
  return {
    method,
    voters: vote.for + against + abstention,
    for: vote.for,
    against,
    abstention,
    notTakingPart,
    blank: vote.blank,
    spoiled: vote.spoiled,
    requestedBy: vote.requestedBy.map((memberId) => nameOf(memberId, input)),
    castingVote,
    named:
      named &&
      input.members.flatMap((member) => {
        const ballot = named[member.id]
        return ballot === undefined ? [] : { member: memberName(member), ballot }
      }),
    disagreements: disagreements.map(({ memberId, text }) => ({ member: nameOf(memberId, input), text })),
  }
}
