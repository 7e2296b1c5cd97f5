import type { ItemFacts, MemberFacts, RankingFacts, SessionFacts } from './sessionFacts.ts'

/**
 * [SE50] Frozen facts from their JSON text. What was frozen in format 1 is completed with values that no document
 * prints, so that it gives the same bytes as on its first day (P5). Null when the text is no facts that this program
 * knows: damaged, or frozen by a later one.
 */
export function readSessionFacts(json: string): SessionFacts | null {
  const found = parsed(json)
  if (found?.format === 2) return found as SessionFacts
  return found?.format === 1 ? completed(found as unknown as FactsOfFormat1) : null
}

function parsed(json: string): { readonly format?: unknown } | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

type Without<T, K extends keyof T> = Omit<T, K>

/** Published in files that exist: never changed. */
interface FactsOfFormat1
  extends Without<
    SessionFacts,
    | 'startsAt'
    | 'convocation'
    | 'pauses'
    | 'members'
    | 'items'
    | 'ranking'
    | 'envelopes'
    | 'quotas'
    | 'scenario'
    | 'openChecks'
  > {
  readonly format: 1
  readonly convocation: { readonly date: string; readonly author: string } | null
  readonly members: readonly Without<MemberFacts, 'replaces'>[]
  readonly items: readonly ItemOfFormat1[]
  readonly ranking: readonly Without<RankingFacts, 'wouldHaveFitted' | 'waitingRank'>[]
}

type Outcome = NonNullable<ItemFacts['outcome']>
type Vote = NonNullable<Outcome['vote']>
type VoteOfFormat1 = Without<Vote, 'blank' | 'spoiled' | 'requestedBy'>
interface OutcomeOfFormat1
  extends Without<
    Outcome,
    'vote' | 'waitingList' | 'waitingRank' | 'departure' | 'departs' | 'funding' | 'corrections'
  > {
  readonly vote: VoteOfFormat1 | null
}
interface ItemOfFormat1
  extends Without<ItemFacts, 'kind' | 'recusals' | 'hearing' | 'runs' | 'marks' | 'outcome'> {
  readonly recusals: readonly Without<ItemFacts['recusals'][number], 'status'>[]
  readonly outcome: OutcomeOfFormat1 | null
}

const completed = (facts: FactsOfFormat1): SessionFacts => ({
  ...facts,
  startsAt: null,
  convocation: facts.convocation && { ...facts.convocation, sentBy: null, proof: '', notice: null },
  pauses: [],
  members: facts.members.map((member) => ({ ...member, replaces: null })),
  items: facts.items.map((item) => ({
    ...item,
    kind: item.candidature === null ? 'free' : 'candidature',
    recusals: item.recusals.map((recusal) => ({ ...recusal, status: null })),
    hearing: null,
    runs: [],
    marks: null,
    outcome: item.outcome && completedOutcome(item.outcome),
  })),
  ranking: facts.ranking.map((row) => ({ ...row, wouldHaveFitted: false, waitingRank: null })),
  envelopes: [],
  quotas: [],
  scenario: null,
  openChecks: [],
})

const completedOutcome = (outcome: OutcomeOfFormat1): Outcome => ({
  ...outcome,
  waitingList: false,
  waitingRank: null,
  departure: '',
  departs: false,
  funding: [],
  corrections: [],
  vote: outcome.vote && { ...outcome.vote, blank: 0, spoiled: 0, requestedBy: [] },
})
