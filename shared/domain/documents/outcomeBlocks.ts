import { decides } from '../committee/committee.ts'
import { isAward } from '../decision/isAward.ts'
import type { ItemFacts, SessionFacts } from '../session/sessionFacts.ts'
import { paragraph, sentence, strong } from './blocks.ts'
import { instancePhrase } from './instancePhrase.ts'
import type { Block } from './model.ts'
import { opinionWords } from './opinionWords.ts'
import { frenchAmount, frenchPercent } from './typography.ts'
import { voteBlocks } from './voteBlocks.ts'

type Outcome = NonNullable<ItemFacts['outcome']>

/** How one voted on a point and the sense of the deliberation, with its reasons. */
export function outcomeBlocks(facts: SessionFacts, item: ItemFacts): readonly Block[] {
  const { outcome } = item
  if (outcome === null)
    return item.debate.trim() === '' && item.kind !== 'hearing'
      ? [paragraph('Ce point n’appelle ni observation ni vote.')]
      : []
  const { quorum } = outcome
  const { legal, factual } = outcome.rationale
  return [
    ...(quorum.applies && item.recusals.length === 0
      ? [
          paragraph(
            `Présents au vote : ${outcome.presentCount}. Quorum : ${quorum.counted} comptés pour ${quorum.required} requis.`,
          ),
        ]
      : []),
    ...(outcome.vote === null ? [] : voteBlocks(facts, outcome.vote)),
    ...(hasSense(item, outcome) ? [paragraph(strong(senseSentence(facts, item, outcome)))] : []),
    ...departureBlocks(facts, outcome),
    ...fundingBlocks(outcome),
    ...(legal.trim() === '' ? [] : [paragraph(`Fondement : ${sentence(legal)}`)]),
    ...(factual.trim() === '' ? [] : [paragraph(`Motifs : ${sentence(factual)}`)]),
    ...outcome.corrections.map((reason) =>
      paragraph(
        reason.trim() === ''
          ? 'Ce point a été corrigé avant la clôture.'
          : `Ce point a été corrigé avant la clôture : ${sentence(reason)}`,
      ),
    ),
  ]
}

/** A free point and a hearing without a vote only take note of what was said; a postponement is always told. */
const hasSense = ({ kind }: ItemFacts, { vote, opinion }: Outcome): boolean =>
  kind === 'hearing' ? vote !== null || opinion === 'deferred' : kind !== 'free' || vote !== null

function senseSentence(facts: SessionFacts, item: ItemFacts, outcome: Outcome): string {
  const words = opinionWords(facts)
  const { opinion, amountCents, rateBasisPoints } = outcome
  if (item.kind === 'hearing' && opinion === 'deferred') return 'Audition reportée.'
  const senses = item.kind === 'milestone' ? words.milestone : words.sense
  const waits = amountCents === 0 && isAward(opinion)
  const conditions = outcome.conditions.trim()
  const { reserved, participle } = words.withConditions
  const conditional = opinion === 'reserved' && item.kind !== 'milestone' ? reserved : senses[opinion]
  const sense =
    conditions === ''
      ? `${senses[opinion]}.`
      : item.kind === 'milestone'
        ? `${conditional} : ${sentence(conditions)}`
        : `${conditional}, ${participle} des réserves suivantes : ${sentence(conditions)}`
  if (outcome.waitingList) {
    const place = outcome.waitingRank === null ? '' : `, rang ${outcome.waitingRank}`
    if (!decides(facts.instance.type))
      return `${sense} Candidature inscrite sur la liste complémentaire${place}, sans montant.`
    const entered = `Décision d’inscription sur la liste complémentaire${place}, sans montant`
    return conditions === ''
      ? `${entered}.`
      : `${entered}, assortie des réserves suivantes : ${sentence(conditions)}`
  }
  if (waits) return `${sense} Inscription sur la liste complémentaire, sans montant.`
  if (amountCents === null) return sense
  const share = rateBasisPoints === null ? '' : `, soit ${frenchPercent(rateBasisPoints)} du coût éligible`
  return `${sense} Montant ${words.amountParticiple} : ${frenchAmount(amountCents)}${share}.`
}

/** [MN12] A departure from the ranking says why. */
function departureBlocks(facts: SessionFacts, { departure }: Outcome): readonly Block[] {
  if (departure.trim() === '') return []
  const { subject } = instancePhrase(facts.instance.name)
  return [
    paragraph(
      `${subject.charAt(0).toUpperCase()}${subject.slice(1)} s’écarte du classement : ${sentence(departure)}`,
    ),
  ]
}

/** [MN12] Which envelope brings what, when the money is divided. */
const fundingBlocks = ({ funding }: Outcome): readonly Block[] =>
  funding.length === 0
    ? []
    : [
        paragraph(
          `Financement : ${funding.map(({ envelope, amountCents }) => `${envelope}, ${frenchAmount(amountCents)}`).join(' ; ')}.`,
        ),
      ]
