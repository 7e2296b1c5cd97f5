import type { Ballot } from '../session/session.ts'
import type { ItemFacts, SessionFacts } from '../session/sessionFacts.ts'
import { paragraph, sentence } from './blocks.ts'
import { integerInWords } from './inWords.ts'
import type { Block } from './model.ts'
import { frenchList } from './typography.ts'

type Vote = NonNullable<NonNullable<ItemFacts['outcome']>['vote']>

/**
 * Result of a vote. A secret ballot prints totals only [MN3], whatever the facts hold; a public one prints who voted
 * what. « À l’unanimité » only with no vote against [MN4].
 */
export function voteBlocks(facts: Pick<SessionFacts, 'instance'>, vote: Vote): readonly Block[] {
  const totals = `${methods[vote.method]} Votants : ${vote.voters}. Pour : ${vote.for}. Contre : ${vote.against}. Abstentions : ${vote.abstention}. N’ont pas pris part au vote : ${vote.notTakingPart}.`
  const castingVote = vote.castingVote
    ? ' Les voix étant également partagées, la voix de la présidence est prépondérante.'
    : ''
  return [
    ...requestBlocks(facts, vote),
    paragraph(`${totals}${unanimity(vote)}${castingVote}${papers(vote)}`),
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

/** [MN9] Who asked for this kind of ballot (PV-08); the article is that of councils only. */
function requestBlocks({ instance }: Pick<SessionFacts, 'instance'>, vote: Vote): readonly Block[] {
  if (vote.requestedBy.length === 0) return []
  const article = instance.type === 'organe_deliberant' ? ' (L2121-21)' : ''
  return [paragraph(`${requested[vote.method]} a été demandé par ${frenchList(vote.requestedBy)}${article}.`)]
}

const requested: Record<Vote['method'], string> = {
  'show-of-hands': 'Le vote à main levée',
  'roll-call': 'Le scrutin public',
  secret: 'Le scrutin secret',
}

/** [MN9] « Deux bulletins blancs et un nul ont été trouvés dans l’urne. »: of a secret ballot only. */
function papers({ method, blank, spoiled }: Vote): string {
  if (method !== 'secret' || blank + spoiled === 0) return ''
  const blanks = blank === 0 ? '' : `${integerInWords(blank)} bulletin${blank > 1 ? 's blancs' : ' blanc'}`
  const noun = blank > 0 ? '' : spoiled > 1 ? 'bulletins ' : 'bulletin '
  const spoileds = spoiled === 0 ? '' : `${integerInWords(spoiled)} ${noun}${spoiled > 1 ? 'nuls' : 'nul'}`
  const found = [blanks, spoileds].filter((part) => part !== '').join(' et ')
  const verb = blank + spoiled > 1 ? 'ont été trouvés' : 'a été trouvé'
  return ` ${found.charAt(0).toUpperCase()}${found.slice(1)} ${verb} dans l’urne.`
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
