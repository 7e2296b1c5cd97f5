import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { decides } from '../committee/committee.ts'
import type { ItemFacts, SessionFacts } from '../session/sessionFacts.ts'
import { bulletedList, column, heading, paragraph, row, sentence, table } from './blocks.ts'
import { missingItems } from './missingItems.ts'
import type { Block, DocumentModel } from './model.ts'
import { moneyBlocks, scenarioBlocks } from './moneyBlocks.ts'
import { opinionWords } from './opinionWords.ts'
import { opinionCell } from './rankingBlocks.ts'
import { sessionHead, sessionModel, sessionTitle } from './sessionHead.ts'
import { signatures } from './signatures.ts'
import { frenchAmount, frenchDecimal, frenchPercent } from './typography.ts'

/**
 * The decision record (relevé de décisions; « relevé des avis » for an instance that only gives opinions): head of the
 * minutes, one row per dossier, no word of the debate [DR1]. Refusal: `document.missing-items`, the debate excepted.
 */
export function decisionRecord(facts: SessionFacts, factsDigest: string): Result<DocumentModel> {
  const missing = missingItems(facts).filter((name) => name !== 'la teneur des discussions')
  if (missing.length > 0) return refuse('document.missing-items', { items: missing })
  const name = decides(facts.instance.type) ? 'Relevé de décisions' : 'Relevé des avis'
  return ok(
    sessionModel(facts, factsDigest, {
      kind: 'decision-record',
      name,
      template: 'releve',
      orientation: 'landscape',
      blocks: [
        sessionTitle(facts, name),
        sessionHead(facts),
        ...quorumBlocks(facts),
        heading(1, decides(facts.instance.type) ? 'Décisions' : 'Avis'),
        decisionsTable(facts),
        ...departureBlocks(facts),
        ...milestoneBlocks(facts),
        ...otherItems(facts),
        heading(1, 'Enveloppe'),
        ...moneyBlocks(facts),
        ...scenarioBlocks(facts),
        signatures(facts),
      ],
    }),
  )
}

function quorumBlocks({ openingQuorum }: SessionFacts): readonly Block[] {
  const { inOffice, present, represented, required, reached, applies } = openingQuorum
  const quorum = applies
    ? `Quorum : ${required}, ${reached ? 'atteint' : 'non atteint à l’ouverture'}.`
    : 'Deuxième convocation, sans condition de quorum.'
  return [
    paragraph(
      `Membres en exercice : ${inOffice}. Présents : ${present}. Représentés : ${represented}. ${quorum}`,
    ),
  ]
}

function decisionsTable(facts: SessionFacts): Block {
  const words = opinionWords(facts)
  const examined = facts.items.flatMap((item) =>
    item.candidature === null || item.kind !== 'candidature' ? [] : [{ item, candidature: item.candidature }],
  )
  return table(
    decides(facts.instance.type) ? 'Décisions par dossier' : 'Avis par dossier',
    [
      column('N°', 1, 'end'),
      { ...column('Demandeur', 4.5), namesRow: true },
      column('Projet', 5.5),
      column('Coût éligible', 2.6, 'end'),
      column('Demandé', 2.6, 'end'),
      column('Note', 1.4, 'end'),
      column('Rang', 1.1, 'end'),
      column(words.column, 2.8),
      column(words.amount, 2.6, 'end'),
      column('Taux', 1.8, 'end'),
      column('Réserves', 4),
    ],
    [
      ...examined.map(({ item, candidature }) =>
        row([
          String(candidature.number),
          candidature.identifier === ''
            ? candidature.applicant
            : `${candidature.applicant} (${candidature.identifier})`,
          candidature.project,
          amount(candidature.eligibleBaseCents, candidature.taxBasis),
          amount(candidature.requestedCents),
          candidature.score === null ? '–' : frenchDecimal(candidature.score),
          candidature.rank === null ? '–' : String(candidature.rank),
          (item.outcome && opinionCell(facts, item.outcome)) ?? '–',
          amount(item.outcome?.amountCents ?? null),
          rateOf(item),
          item.outcome?.conditions.trim() || '–',
        ]),
      ),
      row(
        [
          '',
          'Total',
          '',
          '',
          frenchAmount(facts.totals.requestedCents),
          '',
          '',
          '',
          frenchAmount(facts.totals.awardedCents),
          '',
          '',
        ],
        'total',
      ),
    ],
  )
}

const amount = (amountCents: number | null, taxBasis: string | null = null): string =>
  amountCents === null ? '–' : `${frenchAmount(amountCents)}${taxBasis === null ? '' : ` ${taxBasis}`}`

const rateOf = ({ outcome }: ItemFacts): string =>
  outcome?.rateBasisPoints == null ? '–' : frenchPercent(outcome.rateBasisPoints)

/** [DR1] [MN12] Why the session departed from the ranking. */
function departureBlocks({ items }: SessionFacts): readonly Block[] {
  const departures = items.flatMap(({ candidature, outcome }) =>
    candidature === null || outcome === null || outcome.departure.trim() === ''
      ? []
      : `Dossier n° ${candidature.number} : ${sentence(outcome.departure)}`,
  )
  return departures.length === 0 ? [] : [heading(2, 'Écarts au classement'), bulletedList(departures)]
}

/** [MN10] Reviews of running projects: go on, on conditions, or stop. */
function milestoneBlocks(facts: SessionFacts): readonly Block[] {
  const words = opinionWords(facts)
  const reviews = facts.items.filter(({ kind }) => kind === 'milestone')
  if (reviews.length === 0) return []
  return [
    table(
      'Points d’étape',
      [
        column('N°', 1, 'end'),
        { ...column('Demandeur', 4.5), namesRow: true },
        column('Projet', 5.5),
        column(words.column, 3.4),
        column('Conditions', 5),
      ],
      reviews.map(({ candidature, outcome, title }) =>
        row([
          candidature === null ? '–' : String(candidature.number),
          candidature?.applicant ?? title,
          candidature?.project ?? '–',
          outcome === null ? '–' : words.milestoneShort[outcome.opinion],
          outcome?.conditions.trim() || '–',
        ]),
      ),
    ),
  ]
}

/** Points without a dossier, and hearings: their title, and the result of their vote when there was one. */
function otherItems(facts: SessionFacts): readonly Block[] {
  const others = facts.items.filter(({ kind }) => kind === 'free' || kind === 'hearing')
  if (others.length === 0) return []
  return [
    heading(1, 'Autres points'),
    ...others.map(({ title: named, hearing, outcome }) => {
      const vote = outcome?.vote
      const title = hearing === null ? named : `Audition de ${hearing.guest}`
      return paragraph(
        vote == null
          ? `${title}.`
          : `${title}. Pour : ${vote.for}. Contre : ${vote.against}. Abstentions : ${vote.abstention}.`,
      )
    }),
  ]
}
