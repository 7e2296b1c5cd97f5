import type { ItemFacts } from '../../session/sessionFacts.ts'
import { integerInWords } from '../inWords.ts'
import { counted, frenchList } from '../typography.ts'

type Vote = NonNullable<NonNullable<ItemFacts['outcome']>['vote']>

/**
 * [RE3] How a vote is told in an act, without a subject: « à l’unanimité (5 voix pour) », « à l’unanimité des suffrages
 * exprimés (4 voix pour, 1 abstention) », « par 3 voix pour et 1 contre ». Unanimity only with a vote for and none
 * against [MN4].
 */
export function voteSentence(vote: Vote): string {
  const abstentions = vote.abstention === 0 ? [] : [counted(vote.abstention, 'abstention', 'abstentions')]
  const inFavour = `${vote.for} voix pour`
  const casting = vote.castingVote ? ', la voix de la présidence étant prépondérante' : ''
  if (vote.against === 0 && vote.for > 0) {
    const cast = abstentions.length === 0 ? '' : ' des suffrages exprimés'
    return `à l’unanimité${cast} (${[inFavour, ...abstentions].join(', ')})${casting}${secretPapers(vote)}`
  }
  return `par ${frenchList([inFavour, `${vote.against} contre`, ...abstentions])}${casting}${secretPapers(vote)}`
}

/** Names by sense of a public ballot; empty for any other. A secret one never names anybody [MN3]. */
export function ballotNames({ method, named }: Vote): string {
  if (method !== 'roll-call' || named === null) return ''
  const senses = [
    ['for', 'ont voté pour'],
    ['against', 'ont voté contre'],
    ['abstention', 'se sont abstenus'],
    ['not-taking-part', 'n’ont pas pris part au vote'],
  ] as const
  return senses
    .flatMap(([ballot, label]) => {
      const names = named.filter((voter) => voter.ballot === ballot).map(({ member }) => member)
      return names.length === 0 ? [] : [`${label} : ${frenchList(names)}`]
    })
    .join(' ; ')
}

function secretPapers({ method, blank, spoiled }: Vote): string {
  if (method !== 'secret') return ''
  const papers = [
    ...(blank > 0 ? [`${integerInWords(blank)} ${blank > 1 ? 'blancs' : 'blanc'}`] : []),
    ...(spoiled > 0 ? [`${integerInWords(spoiled)} ${spoiled > 1 ? 'nuls' : 'nul'}`] : []),
  ]
  return `, au scrutin secret${papers.length === 0 ? '' : ` (bulletins : ${papers.join(', ')})`}`
}
