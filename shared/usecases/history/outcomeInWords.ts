import type { ItemOutcome, Vote } from '#shared/domain/session/session.ts'
import { valueInWords } from './valueInWords.ts'

/** « favorable, 5 000,00 €, main levée : 8 pour, 1 contre, 0 abstention, à 18:29 »; empty while nothing is decided. */
export function outcomeInWords(outcome: ItemOutcome | null, nameOf: (memberId: string) => string): string {
  if (outcome === null) return ''
  const { opinion, amountCents, waitingList, departure, conditions, rationale, vote, decidedAt } = outcome
  return [
    opinions[opinion],
    ...(waitingList ? ['en liste complémentaire'] : []),
    ...(amountCents === null ? [] : [valueInWords('amountCents', amountCents)]),
    ...(vote === null ? [] : [voteInWords(vote, nameOf)]),
    ...(conditions === '' ? [] : [`conditions : ${conditions}`]),
    ...(departure === '' ? [] : [`écart au classement : ${departure}`]),
    ...(rationale.legal === '' ? [] : [`droit : ${rationale.legal}`]),
    ...(rationale.factual === '' ? [] : [`fait : ${rationale.factual}`]),
    `à ${decidedAt}`,
  ].join(', ')
}

function voteInWords(vote: Vote, nameOf: (memberId: string) => string): string {
  const otherwise = Object.entries(vote.named ?? {}).filter(([, ballot]) => ballot !== 'for')
  const names = otherwise.map(([id, ballot]) => `${nameOf(id)} ${ballots[ballot]}`)
  return [
    `${methods[vote.method]} : ${vote.for} pour, ${vote.against} contre, ${vote.abstention} abstention${vote.abstention > 1 ? 's' : ''}`,
    ...(vote.notTakingPart > 0 ? [`${vote.notTakingPart} hors du vote`] : []),
    ...(names.length > 0 ? [`(${names.join(', ')})`] : []),
  ].join(' ')
}

const opinions = {
  favourable: 'favorable',
  reserved: 'avec réserves',
  unfavourable: 'défavorable',
  deferred: 'ajourné',
  inadmissible: 'irrecevable',
} as const

const methods = {
  'show-of-hands': 'main levée',
  'roll-call': 'scrutin public',
  secret: 'scrutin secret',
} as const

const ballots = {
  for: 'pour',
  against: 'contre',
  abstention: 'abstention',
  'not-taking-part': 'hors du vote',
} as const
