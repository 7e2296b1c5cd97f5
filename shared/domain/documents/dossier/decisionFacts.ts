import type { Cents } from '#shared/kernel/cents.ts'
import { isAward } from '../../decision/isAward.ts'
import type { RectificationFacts } from '../../session/rectificationFacts.ts'
import type { ItemFacts, SessionFacts } from '../../session/sessionFacts.ts'
import type { DossierFacts } from './dossierFacts.ts'

export interface DecisionInput {
  readonly facts: SessionFacts
  readonly digest: string
  readonly rectifications: readonly Pick<RectificationFacts, 'item' | 'after'>[]
  readonly item: ItemFacts
  /** Of the candidature, as the session knew it or as it was completed since. */
  readonly eligibleBaseCents: Cents | null
}

/** [LE1] What a closed session holds of a point, the last rectification that corrects it read in; null while undecided. */
export function decisionFacts({
  facts,
  digest,
  rectifications,
  item,
  eligibleBaseCents,
}: DecisionInput): DossierFacts['decision'] {
  const { outcome, candidature } = item
  if (outcome === null || candidature === null) return null
  const corrected = rectifications.findLast(
    (one) => one.item?.number === candidature.number && one.after !== null,
  )?.after
  const held = { ...outcome, ...corrected }
  // As the session reads it: a corrected amount serves it, another opinion sets it aside.
  const waitingList =
    held.waitingList &&
    (corrected === undefined ||
      corrected === null ||
      (isAward(held.opinion) && (held.amountCents ?? 0) === 0))
  return {
    sessionDate: facts.date,
    minutesNumber: facts.number,
    sessionDigest: digest,
    opinion: held.opinion,
    amountCents: held.amountCents,
    rateBasisPoints: (corrected ? null : held.rateBasisPoints) ?? rateOf(held.amountCents, eligibleBaseCents),
    conditions: held.conditions,
    rationale: held.rationale,
    waitingList,
    waitingRank: waitingList ? held.waitingRank : null,
    score: candidature.score,
    rank: candidature.rank,
    cutScore: cutScore(facts),
    vote:
      held.vote === null
        ? null
        : { for: held.vote.for, against: held.vote.against, abstention: held.vote.abstention },
    recused: item.recusals.map(({ member }) => member),
  }
}

/** Score of the last candidature in rank order that received money. */
function cutScore({ ranking }: SessionFacts): string | null {
  const served = ranking
    .filter(({ rank, awardedCents }) => rank !== null && (awardedCents ?? 0) > 0)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  return served.at(-1)?.score ?? null
}

/** Hundredths of a percent, half up, as a session counts them. */
const rateOf = (amountCents: Cents | null, baseCents: Cents | null): number | null =>
  amountCents === null || baseCents === null || baseCents === 0
    ? null
    : Number((BigInt(amountCents) * 20_000n + BigInt(baseCents)) / (2n * BigInt(baseCents)))
