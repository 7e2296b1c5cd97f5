import type { Ballot } from '../session/session.ts'
import type { ItemFacts } from '../session/sessionFacts.ts'
import { paragraph, sentence } from './blocks.ts'
import type { Block } from './model.ts'
import { frenchList } from './typography.ts'

type Vote = NonNullable<NonNullable<ItemFacts['outcome']>['vote']>

/**
 * Result of a vote. A secret ballot prints totals only [MN3], whatever the facts hold; a public one prints who voted
 * what. « À l’unanimité » only with no vote against [MN4].
 */
export function voteBlocks(vote: Vote): readonly Block[] {
  const totals = `${methods[vote.method]} Votants : ${vote.voters}. Pour : ${vote.for}. Contre : ${vote.against}. Abstentions : ${vote.abstention}. N’ont pas pris part au vote : ${vote.notTakingPart}.`
  const castingVote = vote.castingVote
    ? ' Les voix étant également partagées, la voix de la présidence est prépondérante.'
    : ''
  return [
    paragraph(`${totals}${unanimity(vote)}${castingVote}`),
    ...(vote.method === 'secret' || vote.named === null ? [] : namesBySense(vote.named)),
    ...vote.disagreements.map(({ member, text }) =>
      paragraph(`${member} demande que soit mentionné son désaccord : ${sentence(text)}`),
    ),
  ]
}

const methods: Record<Vote['method'], string> = {
  'show-of-hands': 'Vote à main levée.',
  'roll-call': 'Scrutin public, à l’appel des noms.',
  secret: 'Scrutin secret.',
}

function unanimity(vote: Vote): string {
  if (vote.for === 0 || vote.against > 0) return ''
  return vote.abstention > 0 ? ' À l’unanimité des suffrages exprimés.' : ' À l’unanimité.'
}

function namesBySense(named: NonNullable<Vote['named']>): readonly Block[] {
  const senses: readonly [Ballot, string][] = [
    ['for', 'Ont voté pour'],
    ['against', 'Ont voté contre'],
    ['abstention', 'Se sont abstenus'],
    ['not-taking-part', 'N’ont pas pris part au vote'],
  ]
  const parts = senses.flatMap(([ballot, label]) => {
    const names = named.filter((voter) => voter.ballot === ballot).map(({ member }) => member)
    return names.length === 0 ? [] : [`${label} : ${frenchList(names)}.`]
  })
  return parts.length === 0 ? [] : [paragraph(parts.join(' '))]
}
