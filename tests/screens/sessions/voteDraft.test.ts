import { describe, expect, test } from 'vitest'
import { cents } from '#shared/kernel/cents.ts'
import { missingInDraft } from '../../../src-renderer/features/sessions/steps/missingInDraft.ts'
import {
  amountAtRate,
  countsOf,
  departureOfDraft,
  outcomeOfDraft,
  proposalOf,
  rateOf,
  readDraft,
  spreadOver,
  startDraft,
} from '../../../src-renderer/features/sessions/steps/voteDraft.ts'

const item = {
  itemId: 'i',
  kind: 'candidature' as const,
  proposedCents: cents(100_000),
  heldAgainst: { status: 'within' as const, amountCents: cents(100_000), fullAwardCents: cents(200_000) },
  isSealed: false,
}
const room = {
  type: 'organe_deliberant' as const,
  chairId: 'a',
  voterIds: ['a', 'b', 'c', 'd'],
  envelopes: [],
}

describe('the draft of an item', () => {
  test('[UI21] asks why it departs from what the decision is held against, while it is keyed', () => {
    const draft = startDraft(item)
    expect(departureOfDraft(draft, item)).toBeNull()
    expect(departureOfDraft({ ...draft, amountCents: 200_001 }, item)).toBe('above-rules')
    expect(departureOfDraft({ ...draft, waitingList: true }, item)).toBe('skipped')
    const waiting = { ...item, heldAgainst: { ...item.heldAgainst, status: 'waiting' as const } }
    expect(departureOfDraft(draft, waiting)).toBe('served-below-line')
    // Nobody has a rank: there is nothing to depart from but the rules.
    const unranked = { ...item, heldAgainst: { ...item.heldAgainst, status: null } }
    expect(departureOfDraft(draft, unranked)).toBeNull()
  })

  test('[UI6] begins with what the ranking proposes and the whole room for', () => {
    const draft = startDraft(item)
    expect(proposalOf(draft, item, room, '18:40')).toEqual({
      itemId: 'i',
      opinion: 'favourable',
      amountCents: 100_000,
      conditions: '',
      rationale: { legal: '', factual: '' },
      at: '18:40',
      vote: {
        method: 'show-of-hands',
        for: 4,
        against: 0,
        abstention: 0,
        notTakingPart: 0,
        named: null,
        chairBallot: null,
        disagreements: [],
      },
    })
    expect(startDraft({ ...item, proposedCents: cents(0) }).opinion).toBeNull()
    expect(proposalOf({ ...draft, opinion: null }, item, room, '18:40')).toBeNull()
  })

  test('[UI6] a roll call is counted from the names and names every voter', () => {
    const named = { a: 'for', b: 'against', c: 'for', d: 'for' } as const
    const draft = { ...startDraft(item), method: 'roll-call' as const, named }
    expect(countsOf(draft, room.voterIds)).toEqual({
      for: 3,
      against: 1,
      abstention: 0,
      notTakingPart: 0,
      blank: 0,
      spoiled: 0,
    })
    expect(proposalOf(draft, item, room, '18:40')?.vote?.named).toEqual({
      a: 'for',
      b: 'against',
      c: 'for',
      d: 'for',
    })
    expect(proposalOf(draft, item, room, '18:40')?.vote?.chairBallot).toBe('for')
  })

  test('[UI6] who was not called has no ballot, and the point waits for him', () => {
    const draft = { ...startDraft(item), method: 'roll-call' as const, named: { b: 'against' as const } }
    expect(countsOf(draft, room.voterIds)).toMatchObject({ for: 0, against: 1 })
    expect(proposalOf(draft, item, room, '18:40')?.vote).toMatchObject({
      named: { b: 'against' },
      chairBallot: null,
    })
    expect(missingInDraft(draft, item, room)).toBe('ballots')
  })

  test('[UI6] an equality asks for the chair, unless the ballot is secret', () => {
    const equal = {
      ...startDraft(item),
      counts: { for: 2, against: 2, abstention: 0, notTakingPart: 0, blank: 0, spoiled: 0 },
      chairBallot: 'for' as const,
    }
    expect(outcomeOfDraft(equal, room)).toMatchObject({ adopted: true, castingVote: true })
    expect(outcomeOfDraft({ ...equal, method: 'secret' }, room)).toMatchObject({ adopted: false, tied: true })
  })

  test('[UI6] a deferral carries neither amount nor vote', () => {
    const deferred = { ...startDraft(item), opinion: 'deferred' as const, factual: 'Pièce attendue.' }
    expect(proposalOf(deferred, item, room, '18:40')).toMatchObject({ amountCents: null, vote: null })
  })

  test('[UI6] the rate and the amount follow each other without passing the rate', () => {
    expect(rateOf(50_000, 150_000)).toBe(3_333)
    expect(amountAtRate(3_333, 150_000)).toBe(49_995)
    expect(amountAtRate(8_000, 9_999)).toBe(7_999)
  })

  test('[UI6] a draft of an earlier version is completed, anything else is not read', () => {
    const draft = startDraft(item)
    const { funding: _, blank: __, ...earlier } = { ...draft, blank: 0 }
    expect(readDraft(JSON.stringify(earlier))).toEqual(draft)
    expect(readDraft('{}')).toBeUndefined()
    expect(readDraft('not a draft')).toBeUndefined()
  })

  test('[UI6] a secret ballot counts blank and spoiled papers, a public one has none', () => {
    const counts = { for: 2, against: 0, abstention: 0, notTakingPart: 0, blank: 1, spoiled: 1 }
    const secret = { ...startDraft(item), method: 'secret' as const, counts, requestedBy: ['a', 'b'] }
    expect(proposalOf(secret, item, room, '18:40')?.vote).toMatchObject({
      for: 2,
      blank: 1,
      spoiled: 1,
      requestedBy: ['a', 'b'],
      named: null,
      chairBallot: null,
    })
    expect(countsOf({ ...secret, method: 'show-of-hands' }, room.voterIds)).toMatchObject({
      blank: 0,
      spoiled: 0,
    })
  })

  test('[UI23] a departure without its reason cannot be recorded', () => {
    const waiting = { ...item, heldAgainst: { ...item.heldAgainst, status: 'waiting' as const } }
    const served = startDraft(item)
    expect(departureOfDraft({ ...served, opinion: 'unfavourable' }, item)).toBe('skipped')
    expect(departureOfDraft({ ...served, amountCents: null }, item)).toBeNull()
    expect(missingInDraft(served, waiting, room)).toBe('departure')
    expect(missingInDraft({ ...served, departure: 'Seul projet du canton.' }, waiting, room)).toBeNull()
  })

  test('[UI22] an amount is spread over what is left of each envelope, in their order', () => {
    const envelopes = [
      { id: 'e1', remainingCents: 60_000 },
      { id: 'e2', remainingCents: 90_000 },
    ]
    expect(spreadOver(100_000, envelopes)).toEqual({ e1: 60_000, e2: 40_000 })
    expect(spreadOver(50_000, envelopes)).toEqual({ e1: 50_000 })
    expect(proposalOf(startDraft(item), item, { ...room, envelopes }, '18:40')?.funding).toEqual([
      { envelopeId: 'e1', amountCents: 60_000 },
      { envelopeId: 'e2', amountCents: 40_000 },
    ])
  })

  test('[UI23] figures that are not those of the voters, or a literal reading not settled, cannot be recorded', () => {
    const counts = { for: 3, against: 0, abstention: 0, notTakingPart: 0, blank: 0, spoiled: 0 }
    expect(missingInDraft({ ...startDraft(item), counts }, item, room)).toBe('counts')
    expect(missingInDraft({ ...startDraft(item), opinion: null }, item, room)).toBe('opinion')
    const state = { ...room, type: 'commission_consultative_etat' as const }
    const literal = { ...startDraft(item), counts: { ...counts, for: 1, abstention: 3 } }
    expect(missingInDraft(literal, item, state)).toBe('literal-reading')
    expect(missingInDraft({ ...literal, literalAccepted: true }, item, state)).toBeNull()
  })

  test('[UI23] equal votes by totals wait for how the chair voted, unless the ballot is secret', () => {
    const equal = { for: 2, against: 2, abstention: 0, notTakingPart: 0, blank: 0, spoiled: 0 }
    const draft = { ...startDraft(item), counts: equal }
    expect(missingInDraft(draft, item, room)).toBe('chair-ballot')
    expect(missingInDraft({ ...draft, chairBallot: 'for' as const }, item, room)).toBeNull()
    expect(missingInDraft({ ...draft, method: 'secret' as const }, item, room)).toBeNull()
    expect(missingInDraft(draft, item, { ...room, chairId: null })).toBeNull()
  })
})
