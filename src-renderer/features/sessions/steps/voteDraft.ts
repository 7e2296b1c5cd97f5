import type { InputOf } from '#shared/contract/contract.ts'
import type { InstanceType } from '#shared/domain/committee/committee.ts'
import { type VoteOutcome, voteOutcome } from '#shared/domain/committee/voteOutcome.ts'
import { type DecisionDeparture, departureOf } from '#shared/domain/decision/departureOf.ts'
import { isAward } from '#shared/domain/decision/isAward.ts'
import type { Ballot, ItemOutcome, Opinion, Vote } from '#shared/domain/session/session.ts'
import type { SessionItemView } from '#shared/domain/session/sessionView.ts'
import { cents } from '#shared/kernel/cents.ts'

export interface Counts {
  readonly for: number
  readonly against: number
  readonly abstention: number
  readonly notTakingPart: number
  /** Papers of a secret ballot, 0 in a public one. */
  readonly blank: number
  readonly spoiled: number
}

/** What the secretary is keying on one item, before it is recorded as one act. */
export interface ItemDraft {
  readonly opinion: Opinion | null
  readonly amountCents: number | null
  readonly conditions: string
  readonly legal: string
  readonly factual: string
  readonly method: Vote['method'] | 'none'
  /** null until somebody keys a figure: everybody in the room for. */
  readonly counts: Counts | null
  /** Voters by name although by show of hands. */
  readonly isNamed: boolean
  /** By name: who did not vote for. */
  readonly named: Readonly<Record<string, Ballot>>
  readonly chairBallot: Ballot | null
  readonly disagreements: readonly { readonly memberId: string; readonly text: string }[]
  /** What the chair holds when the literal reading refuses; null while not asked. */
  readonly literalAccepted: boolean | null
  readonly requestedBy: readonly string[]
  readonly waitingList: boolean
  readonly departure: string
  /** Cents by envelope; null: spread over what is left of each. */
  readonly funding: Readonly<Record<string, number>> | null
}

type Examined = Pick<SessionItemView, 'proposedCents' | 'kind'>

/** [UI6] The ranking's proposal, to be changed or confirmed. Nothing is presumed where the ranking proposes nothing. */
export const startDraft = (item: Examined): ItemDraft => ({
  ...emptyDraft,
  opinion: item.kind === 'free' || item.proposedCents > 0 ? 'favourable' : null,
  amountCents: item.proposedCents > 0 ? item.proposedCents : null,
  method: item.kind === 'candidature' || item.kind === 'milestone' ? 'show-of-hands' : 'none',
})

const emptyDraft: ItemDraft = {
  opinion: null,
  amountCents: null,
  conditions: '',
  legal: '',
  factual: '',
  method: 'none',
  counts: null,
  isNamed: false,
  named: {},
  chairBallot: null,
  disagreements: [],
  literalAccepted: null,
  requestedBy: [],
  waitingList: false,
  departure: '',
  funding: null,
}

/** A draft as the host keeps it, or undefined when there is none. What an earlier version did not know is empty. */
export function readDraft(kept: string): ItemDraft | undefined {
  if (kept === '') return undefined
  try {
    const read: unknown = JSON.parse(kept)
    if (typeof read !== 'object' || read === null || !('opinion' in read) || !('method' in read))
      return undefined
    const draft = { ...emptyDraft, ...(read as Partial<ItemDraft>) }
    return { ...draft, counts: draft.counts && { ...noPapers, ...draft.counts } }
  } catch {
    return undefined
  }
}

const noPapers = { blank: 0, spoiled: 0 }

/** What was recorded, to be keyed again. */
export const draftOfOutcome = (outcome: ItemOutcome): ItemDraft => ({
  ...emptyDraft,
  opinion: outcome.opinion,
  amountCents: outcome.amountCents,
  conditions: outcome.conditions,
  legal: outcome.rationale.legal,
  factual: outcome.rationale.factual,
  method: outcome.vote?.method ?? 'none',
  counts: outcome.vote,
  isNamed: outcome.vote?.method === 'show-of-hands' && outcome.vote.named !== null,
  named: outcome.vote?.named ?? {},
  chairBallot: outcome.vote?.castingVote ? (outcome.vote.adopted ? 'for' : 'against') : null,
  disagreements: outcome.vote?.disagreements ?? [],
  requestedBy: outcome.vote?.requestedBy ?? [],
  waitingList: outcome.waitingList,
  departure: outcome.departure,
  funding:
    outcome.funding.length === 0
      ? null
      : Object.fromEntries(outcome.funding.map(({ envelopeId, amountCents }) => [envelopeId, amountCents])),
})

/** Whether each voter has a ballot of their own. */
export const isByName = ({ method, isNamed }: Pick<ItemDraft, 'method' | 'isNamed'>): boolean =>
  method === 'roll-call' || (method === 'show-of-hands' && isNamed)

/** [UI6] The figures of the vote: those of the names already called, those keyed, or the whole room for. */
export function countsOf(draft: ItemDraft, voterIds: readonly string[]): Counts {
  if (isByName(draft)) {
    const ballots = voterIds.flatMap((id) => draft.named[id] ?? [])
    const count = (ballot: Ballot) => ballots.filter((cast) => cast === ballot).length
    return {
      for: count('for'),
      against: count('against'),
      abstention: count('abstention'),
      notTakingPart: count('not-taking-part'),
      ...noPapers,
    }
  }
  const counts = draft.counts ?? {
    for: voterIds.length,
    against: 0,
    abstention: 0,
    notTakingPart: 0,
    ...noPapers,
  }
  return draft.method === 'secret' ? counts : { ...counts, ...noPapers }
}

export const countTotal = (counts: Counts): number =>
  counts.for + counts.against + counts.abstention + counts.notTakingPart + counts.blank + counts.spoiled

/** The chair's own ballot: from the names when there are some, never under secret ballot. */
function chairBallotOf(draft: ItemDraft, chairId: string | null, voterIds: readonly string[]): Ballot | null {
  if (draft.method === 'secret' || chairId === null || !voterIds.includes(chairId)) return null
  if (isByName(draft)) return draft.named[chairId] ?? null
  return draft.chairBallot
}

/** Whether an equality by totals waits for how the chair voted: his voice settles it, except under secret ballot (CGCT L2121-20). */
export function asksChairBallot(
  draft: ItemDraft,
  room: { readonly chairId: string | null; readonly voterIds: readonly string[] },
): boolean {
  if (draft.method !== 'show-of-hands' || draft.isNamed) return false
  const counts = countsOf(draft, room.voterIds)
  return counts.for === counts.against && room.chairId !== null && room.voterIds.includes(room.chairId)
}

/** What the vote gives as it is keyed; null without a vote. */
export function outcomeOfDraft(
  draft: ItemDraft,
  room: {
    readonly type: InstanceType
    readonly chairId: string | null
    readonly voterIds: readonly string[]
  },
): VoteOutcome | null {
  if (draft.method === 'none') return null
  return voteOutcome({
    type: room.type,
    method: draft.method,
    counts: countsOf(draft, room.voterIds),
    chairVote: chairBallotOf(draft, room.chairId, room.voterIds),
  })
}

/** Whether this opinion on this point gives money now. */
export const carriesAmount = (draft: ItemDraft, item: Pick<SessionItemView, 'kind'>): boolean =>
  item.kind === 'candidature' && draft.opinion !== null && isAward(draft.opinion) && !draft.waitingList

/** [UI21] How the proposal departs from the ranking, so that its reason is asked while it is being keyed. */
export function departureOfDraft(
  draft: ItemDraft,
  item: Pick<SessionItemView, 'kind' | 'heldAgainst'>,
): DecisionDeparture | null {
  if (item.kind !== 'candidature' || draft.opinion === null) return null
  if (draft.opinion !== 'unfavourable' && carriesAmount(draft, item) && draft.amountCents === null)
    return null
  return departureOf(
    {
      opinion: draft.opinion,
      amountCents: draft.amountCents === null ? null : cents(draft.amountCents),
      waitingList: draft.waitingList,
    },
    item.heldAgainst,
  )
}

/** [UI22] An amount over the envelopes in their order, each giving what it has left; what they cannot bear falls on none. */
export function spreadOver(
  amountCents: number,
  envelopes: readonly { readonly id: string; readonly remainingCents: number }[],
): Readonly<Record<string, number>> {
  let left = amountCents
  const shares: Record<string, number> = {}
  for (const { id, remainingCents } of envelopes) {
    const share = Math.max(0, Math.min(left, remainingCents))
    if (share > 0) shares[id] = share
    left -= share
  }
  return shares
}

export type ItemProposalInput = InputOf<'session.decide'>['proposal']

export interface DraftRoom {
  readonly chairId: string | null
  readonly voterIds: readonly string[]
  /** Parts of the money, in their order; empty when it is undivided. */
  readonly envelopes: readonly { readonly id: string; readonly remainingCents: number }[]
}

/** [UI6] What is asked of the host: the amount only where the opinion carries one, the vote only where there is one. */
export function proposalOf(
  draft: ItemDraft,
  item: Pick<SessionItemView, 'itemId' | 'kind'>,
  room: DraftRoom,
  at: string,
): ItemProposalInput | null {
  if (draft.opinion === null) return null
  const amountCents = carriesAmount(draft, item) ? draft.amountCents : null
  const shares =
    amountCents === null || room.envelopes.length === 0
      ? {}
      : (draft.funding ?? spreadOver(amountCents, room.envelopes))
  const funding = Object.entries(shares)
    .filter(([, share]) => share > 0)
    .map(([envelopeId, share]) => ({ envelopeId, amountCents: share }))
  return {
    itemId: item.itemId,
    opinion: draft.opinion,
    amountCents,
    conditions: draft.conditions,
    rationale: { legal: draft.legal, factual: draft.factual },
    at,
    vote: voteOfDraft(draft, room),
    ...(draft.waitingList && item.kind === 'candidature' && isAward(draft.opinion)
      ? { waitingList: true }
      : {}),
    ...(draft.departure.trim() === '' ? {} : { departure: draft.departure }),
    ...(funding.length === 0 ? {} : { funding }),
  }
}

function voteOfDraft(draft: ItemDraft, { chairId, voterIds }: DraftRoom): ItemProposalInput['vote'] {
  if (draft.method === 'none' || draft.opinion === 'deferred') return null
  const { blank, spoiled, ...counts } = countsOf(draft, voterIds)
  return {
    method: draft.method,
    ...counts,
    named: isByName(draft) ? castBy(draft.named, voterIds) : null,
    chairBallot: chairBallotOf(draft, chairId, voterIds),
    disagreements: draft.disagreements.filter(({ text }) => text.trim() !== ''),
    ...(draft.literalAccepted === null ? {} : { expressedMajorityAccepted: draft.literalAccepted }),
    ...(blank > 0 ? { blank } : {}),
    ...(spoiled > 0 ? { spoiled } : {}),
    ...(draft.requestedBy.length === 0 ? {} : { requestedBy: [...draft.requestedBy] }),
  }
}

/** Only voters, and only those who were called: nobody's ballot is made up. */
const castBy = (named: ItemDraft['named'], voterIds: readonly string[]): Record<string, Ballot> =>
  Object.fromEntries(
    voterIds.flatMap((id) => {
      const ballot = named[id]
      return ballot === undefined ? [] : [[id, ballot] as const]
    }),
  )

/** Hundredths of a percent of the base, and back: the amount never exceeds the rate. */
export const rateOf = (amountCents: number, baseCents: number): number =>
  Math.round((amountCents * 10_000) / baseCents)
export const amountAtRate = (basisPoints: number, baseCents: number): number =>
  Math.floor((baseCents * basisPoints) / 10_000)
