import { isAward } from '../decision/isAward.ts'
import type { CandidatureFacts, ItemFacts, SessionFacts } from '../session/sessionFacts.ts'
import { heading, paragraph, sentence, strong, typedParagraphs } from './blocks.ts'
import type { Block } from './model.ts'
import { opinionWords } from './opinionWords.ts'
import { frenchAmount, frenchDecimal, frenchHour, frenchOrdinal, frenchPercent } from './typography.ts'
import { voteBlocks } from './voteBlocks.ts'

/** One point of the agenda: who withdrew, what was said, how one voted, and the sense of the deliberation. */
export function itemBlocks(facts: SessionFacts, item: ItemFacts, index: number): readonly Block[] {
  const { candidature } = item
  const title =
    candidature === null ? item.title : `Dossier n° ${candidature.number}, ${candidature.applicant}`
  return [
    heading(2, `${index + 1}. ${title}`),
    ...(candidature === null ? [] : [paragraph(dossierSentence(candidature, item.rapporteur))]),
    ...recusalBlocks(item),
    ...debateBlocks(item),
    ...outcomeBlocks(facts, item),
  ]
}

/** Brick pv.dossier: what is unknown is left out, never printed empty. */
function dossierSentence(candidature: CandidatureFacts, rapporteur: string | null): string {
  const identifier = candidature.identifier === '' ? '' : ` (${candidature.identifier})`
  const parts = [
    `Dossier ${candidature.number}, ${candidature.applicant}${identifier}, « ${candidature.project} ».`,
    rapporteur === null || rapporteur === '' ? '' : `Rapporteur : ${rapporteur}.`,
    moneySentence(candidature),
    scoreSentence(candidature),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function moneySentence({ eligibleBaseCents, requestedCents, taxBasis }: CandidatureFacts): string {
  const base =
    eligibleBaseCents === null
      ? ''
      : `coût éligible ${frenchAmount(eligibleBaseCents)}${taxBasis === null ? '' : ` ${taxBasis}`}`
  const rate =
    eligibleBaseCents === null || eligibleBaseCents === 0 || requestedCents === null
      ? ''
      : ` (${frenchPercent(rateOf(requestedCents, eligibleBaseCents))})`
  // The basis stands once, by the first amount it explains.
  const basis = eligibleBaseCents === null && taxBasis !== null ? ` ${taxBasis}` : ''
  const requested =
    requestedCents === null
      ? 'aide demandée non chiffrée'
      : `aide demandée ${frenchAmount(requestedCents)}${basis}${rate}`
  const text = [base, requested].filter((part) => part !== '').join(', ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** Hundredths of a percent, half up, in whole numbers. */
const rateOf = (partCents: number, baseCents: number): number =>
  Number((BigInt(partCents) * 20_000n + BigInt(baseCents)) / (2n * BigInt(baseCents)))

function scoreSentence({ score, rank }: CandidatureFacts): string {
  if (score === null) return 'Dossier non classé.'
  return `Note ${frenchDecimal(score)}/100${rank === null ? '' : `, rang ${frenchOrdinal(rank)}`}.`
}

/** Brick pv.deport. The private reason is not in the facts and is never printed [MN7]. */
function recusalBlocks(item: ItemFacts): readonly Block[] {
  if (item.recusals.length === 0) return []
  const place =
    item.candidature === null ? 'l’examen de ce point' : `l’examen du dossier ${item.candidature.number}`
  const withdrawals = item.recusals.map(({ member, leftAt, returnedAt }) =>
    paragraph(
      strong('Déport. '),
      `${member}, intéressé(e) à l’affaire, se retire à ${frenchHour(leftAt)} avant ${place}, ne prend part ni au débat ni au vote et revient à ${frenchHour(returnedAt)}.`,
    ),
  )
  const quorum = item.outcome?.quorum
  if (quorum === undefined) return withdrawals
  const counts = quorum.applies
    ? `Pour ce point : ${quorum.counted} présents comptés, quorum ${quorum.required}.`
    : `Pour ce point : ${quorum.counted} présents comptés, sans condition de quorum.`
  return [...withdrawals, paragraph(counts)]
}

function debateBlocks({ debate }: ItemFacts): readonly Block[] {
  const [first, ...others] = typedParagraphs(debate)
  return first === undefined
    ? []
    : [{ ...first, runs: [strong('Observations : '), ...first.runs] }, ...others]
}

function outcomeBlocks(facts: SessionFacts, item: ItemFacts): readonly Block[] {
  const { outcome } = item
  if (outcome === null)
    return item.debate.trim() === '' ? [paragraph('Ce point n’appelle ni observation ni vote.')] : []
  const words = opinionWords(facts)
  const quorum = outcome.quorum
  const { legal, factual } = outcome.rationale
  const waits = outcome.amountCents === 0 && isAward(outcome.opinion)
  const amount =
    outcome.amountCents === null || waits
      ? ''
      : ` Montant ${words.amountParticiple} : ${frenchAmount(outcome.amountCents)}${outcome.rateBasisPoints === null ? '' : `, soit ${frenchPercent(outcome.rateBasisPoints)} du coût éligible`}.`
  const conditions = outcome.conditions.trim()
  const { reserved, participle } = words.withConditions
  const sense =
    conditions === ''
      ? `${words.sense[outcome.opinion]}.`
      : `${outcome.opinion === 'reserved' ? reserved : words.sense[outcome.opinion]}, ${participle} des réserves suivantes : ${sentence(conditions)}`
  return [
    ...(quorum.applies && item.recusals.length === 0
      ? [
          paragraph(
            `Présents au vote : ${outcome.presentCount}. Quorum : ${quorum.counted} comptés pour ${quorum.required} requis.`,
          ),
        ]
      : []),
    ...(outcome.vote === null ? [] : voteBlocks(outcome.vote)),
    ...(item.candidature === null && outcome.vote === null
      ? []
      : [
          paragraph(
            strong(`${sense}${waits ? ' Inscription sur la liste complémentaire, sans montant.' : amount}`),
          ),
        ]),
    ...(legal.trim() === '' ? [] : [paragraph(`Fondement : ${sentence(legal)}`)]),
    ...(factual.trim() === '' ? [] : [paragraph(`Motifs : ${sentence(factual)}`)]),
  ]
}
