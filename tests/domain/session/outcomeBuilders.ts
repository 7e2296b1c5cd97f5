import type { ItemOutcome, Vote } from '#shared/domain/session/session.ts'
import { cents } from '#shared/kernel/cents.ts'

export const voteOf = (set: Partial<Vote> = {}): Vote => ({
  method: 'show-of-hands',
  for: 4,
  against: 0,
  abstention: 0,
  notTakingPart: 0,
  blank: 0,
  spoiled: 0,
  requestedBy: [],
  named: null,
  castingVote: false,
  adopted: true,
  disagreements: [],
  ...set,
})

/** A favourable outcome of 1 000 €, whole and unremarkable, decided at 18:30 by m01 to m04. */
export const outcomeOf = (set: Partial<ItemOutcome> = {}): ItemOutcome => ({
  opinion: 'favourable',
  amountCents: cents(1_000_00),
  conditions: '',
  rationale: { legal: '', factual: '' },
  vote: voteOf(),
  quorum: {
    inOffice: 5,
    present: 4,
    represented: 0,
    counted: 4,
    base: 5,
    required: 3,
    reached: true,
    applies: true,
  },
  presentIds: ['m01', 'm02', 'm03', 'm04'],
  recused: [],
  proxies: [],
  decidedAt: '18:30',
  waitingList: false,
  departure: '',
  funding: [],
  ...set,
})
