import { expect, it } from 'vitest'
import { ballotNames, voteSentence } from '#shared/domain/documents/follow-up/voteSentence.ts'
import type { ItemFacts } from '#shared/domain/session/sessionFacts.ts'

type Vote = NonNullable<NonNullable<ItemFacts['outcome']>['vote']>

const vote = (change: Partial<Vote>): Vote => ({
  method: 'show-of-hands',
  voters: 5,
  for: 5,
  against: 0,
  abstention: 0,
  notTakingPart: 0,
  blank: 0,
  spoiled: 0,
  requestedBy: [],
  castingVote: false,
  named: null,
  disagreements: [],
  ...change,
})

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/gu, ' ')

it.each([
  [vote({}), 'à l’unanimité (5 voix pour)'],
  [vote({ for: 4, abstention: 1 }), 'à l’unanimité des suffrages exprimés (4 voix pour, 1 abstention)'],
  [vote({ for: 3, against: 2 }), 'par 3 voix pour et 2 contre'],
  [vote({ for: 2, against: 1, abstention: 2 }), 'par 2 voix pour, 1 contre et 2 abstentions'],
  [vote({ for: 0, abstention: 5 }), 'par 0 voix pour, 0 contre et 5 abstentions'],
  [
    vote({ for: 2, against: 2, castingVote: true }),
    'par 2 voix pour et 2 contre, la voix de la présidence étant prépondérante',
  ],
  [vote({ method: 'secret' }), 'à l’unanimité (5 voix pour), au scrutin secret'],
  [
    vote({ method: 'secret', for: 2, against: 1, blank: 2, spoiled: 1 }),
    'par 2 voix pour et 1 contre, au scrutin secret (bulletins : deux blancs, un nul)',
  ],
] as const)('[RE3] [MN4] tells %o', (one, said) => {
  expect(plain(voteSentence(one))).toBe(said)
})

it('[RE3] [MN3] names the votes of a public ballot only', () => {
  const named = [
    { member: 'Anne Le Goff', ballot: 'for' },
    { member: 'Bruno Riou', ballot: 'against' },
    { member: 'Chloé Œuvrard', ballot: 'for' },
  ] as const
  expect(ballotNames(vote({ method: 'roll-call', named }))).toBe(
    'ont voté pour : Anne Le Goff et Chloé Œuvrard ; ont voté contre : Bruno Riou',
  )
  expect([ballotNames(vote({ method: 'secret', named })), ballotNames(vote({ named }))]).toEqual(['', ''])
})
