import type { InputOf } from '#shared/contract/contract.ts'
import type { InstanceType } from '#shared/domain/committee/committee.ts'
import { type VoteOutcome, voteOutcome } from '#shared/domain/committee/voteOutcome.ts'
import { isAward } from '#shared/domain/decision/isAward.ts'
import type { Ballot, Opinion, Vote } from '#shared/domain/session/session.ts'
import type { SessionItemView } from '#shared/domain/session/sessionView.ts'

export interface Counts {
  readonly for: number
  readonly against: number
  readonly abstention: number
  readonly notTakingPart: number
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
  /** Roll call: who did not vote for. */
  readonly named: Readonly<Record<string, Ballot>>
  readonly chairBallot: Ballot | null
  readonly disagreements: readonly { readonly memberId: string; readonly text: string }[]
  readonly literalAccepted: boolean
}

/** [UI6] The ranking's proposal, to be changed or confirmed. Nothing is presumed where the ranking proposes nothing. */
export const startDraft = (item: Pick<SessionItemView, 'proposedCents' | 'candidatureId'>): ItemDraft => ({
  ...emptyDraft,
  opinion: item.candidatureId === null || item.proposedCents > 0 ? 'favourable' : null,
  amountCents: item.proposedCents > 0 ? item.proposedCents : null,
  method: item.candidatureId === null ? 'none' : 'show-of-hands',
})

const emptyDraft: ItemDraft = {
  opinion: null,
  amountCents: null,
  conditions: '',
  legal: '',
  factual: '',
  method: 'none',
  counts: null,
  named: {},
  chairBallot: null,
  disagreements: [],
  literalAccepted: false,
}

/** A draft as the host keeps it, or undefined when there is none or another version of the program wrote it. */
export function readDraft(kept: string): ItemDraft | undefined {
  if (kept === '') return undefined
  try {
    const read: unknown = JSON.parse(kept)
    const isDraft =
      typeof read === 'object' && read !== null && Object.keys(emptyDraft).every((field) => field in read)
    return isDraft ? (read as ItemDraft) : undefined
  } catch {
    return undefined
  }
}

/** [UI6] The figures of the vote: those of the roll call, those keyed, or the whole room for. */
export function countsOf(draft: ItemDraft, voterIds: readonly string[]): Counts {
  if (draft.method === 'roll-call') {
    const ballots = voterIds.map((id) => draft.named[id] ?? 'for')
    const count = (ballot: Ballot) => ballots.filter((cast) => cast === ballot).length
    return {
      for: count('for'),
      against: count('against'),
      abstention: count('abstention'),
      notTakingPart: count('not-taking-part'),
    }
  }
  return draft.counts ?? { for: voterIds.length, against: 0, abstention: 0, notTakingPart: 0 }
}

export const countTotal = (counts: Counts): number =>
  counts.for + counts.against + counts.abstention + counts.notTakingPart

/** The chair's own ballot: from the roll call when there is one, never under secret ballot. */
export function chairBallotOf(
  draft: ItemDraft,
  chairId: string | null,
  voterIds: readonly string[],
): Ballot | null {
  if (chairId === null || draft.method === 'secret' || !voterIds.includes(chairId)) return null
  return draft.method === 'roll-call' ? (draft.named[chairId] ?? 'for') : draft.chairBallot
}

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

export type ItemProposalInput = InputOf<'session.decide'>['proposal']

/** [UI6] What is asked of the host: the amount only where the opinion carries one, the vote only where there is one. */
export function proposalOf(
  draft: ItemDraft,
  item: Pick<SessionItemView, 'itemId' | 'candidatureId'>,
  room: { readonly chairId: string | null; readonly voterIds: readonly string[] },
  at: string,
): ItemProposalInput | null {
  if (draft.opinion === null) return null
  const carriesAmount = item.candidatureId !== null && isAward(draft.opinion)
  return {
    itemId: item.itemId,
    opinion: draft.opinion,
    amountCents: carriesAmount ? draft.amountCents : null,
    conditions: draft.conditions,
    rationale: { legal: draft.legal, factual: draft.factual },
    at,
    vote:
      draft.method === 'none' || draft.opinion === 'deferred'
        ? null
        : {
            method: draft.method,
            ...countsOf(draft, room.voterIds),
            named:
              draft.method === 'roll-call'
                ? Object.fromEntries(room.voterIds.map((id) => [id, draft.named[id] ?? 'for']))
                : null,
            chairBallot: chairBallotOf(draft, room.chairId, room.voterIds),
            disagreements: draft.disagreements.filter(({ text }) => text.trim() !== ''),
            ...(draft.literalAccepted ? { expressedMajorityAccepted: true } : {}),
          },
  }
}

/** Hundredths of a percent of the base, and back: the amount never exceeds the rate. */
export const rateOf = (amountCents: number, baseCents: number): number =>
  Math.round((amountCents * 10_000) / baseCents)
export const amountAtRate = (basisPoints: number, baseCents: number): number =>
  Math.floor((baseCents * basisPoints) / 10_000)
