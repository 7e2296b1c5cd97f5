import { decides } from '../committee/committee.ts'
import type { Opinion } from '../session/session.ts'
import type { CandidatureFacts, RankingFacts, SessionFacts } from '../session/sessionFacts.ts'
import { bulletedList, column, heading, keyValues, note, paragraph, row, table } from './blocks.ts'
import type { Block } from './model.ts'
import { opinionWords } from './opinionWords.ts'
import { frenchAmount, frenchDecimal, frenchList, frenchPercent, noBreakSpace } from './typography.ts'

/** The ranking with all that explains it [MN5] [RK1]: grid, weights, aggregation, tie-breakers, then the rows. */
export function rankingBlocks(facts: SessionFacts): readonly Block[] {
  return [
    ...rulesBlocks(facts),
    rankingRowsTable(facts),
    ...tieBlocks(facts),
    ...afterLineBlocks(facts),
    ...setAsideBlocks(facts),
  ]
}

function rulesBlocks({ call, grid }: SessionFacts): readonly Block[] {
  const weights = grid?.criteria.filter(({ informative }) => !informative) ?? []
  return [
    heading(2, 'Règles du classement'),
    keyValues([
      ['Grille', grid === null ? '' : `${grid.label}, version ${grid.version}`],
      ['Empreinte de la grille', grid?.contentHash ?? ''],
      [
        'Pondération',
        weights.map(({ label, weight }) => `${label} : ${String(weight).replace('.', ',')}`).join(' ; '),
      ],
      ['Agrégation', aggregations[call.aggregation]],
      [
        'Ex æquo',
        call.tieBreakers.length === 0
          ? 'aucune règle de départage'
          : `départagés dans l’ordre par ${frenchList(call.tieBreakers)}`,
      ],
      ['Taux maximal', call.maxRateBasisPoints === null ? '' : frenchPercent(call.maxRateBasisPoints)],
      ['Plafond', call.capCents === null ? '' : frenchAmount(call.capCents)],
    ]),
  ]
}

const aggregations: Record<SessionFacts['call']['aggregation'], string> = {
  mean: 'moyenne des évaluations',
  median: 'médiane des évaluations',
  collegial: 'une évaluation collégiale de l’instance',
}

function rankingRowsTable(facts: SessionFacts): Block {
  const words = opinionWords(facts)
  const total = (of: (each: RankingFacts) => number | null): string =>
    frenchAmount(facts.ranking.reduce((sum, each) => sum + (of(each) ?? 0), 0))
  return table(
    'Tableau de classement',
    [
      column('Rang', 1, 'end'),
      column('N°', 1, 'end'),
      { ...column('Demandeur', 5), namesRow: true },
      column('Projet', 7),
      column('Note sur 100', 1.5, 'end'),
      column('Montant demandé', 2.6, 'end'),
      column('Proposition', 2.8),
      column(words.column, 2.8),
      column(words.amount, 2.6, 'end'),
    ],
    [
      ...facts.ranking.map((each) =>
        row([
          each.rank === null ? '–' : String(each.rank),
          String(each.number),
          each.department === ''
            ? each.applicant
            : `${each.applicant} (${each.department.replace(' ', noBreakSpace)})`,
          each.project,
          each.score === null ? '–' : frenchDecimal(each.score),
          each.requestedCents === null ? '–' : frenchAmount(each.requestedCents),
          proposals[each.proposal],
          opinionCell(facts, each) ?? '–',
          each.awardedCents === null ? '–' : frenchAmount(each.awardedCents),
        ]),
      ),
      row(
        [
          '',
          '',
          'Total',
          '',
          '',
          total((each) => each.requestedCents),
          '',
          '',
          total((each) => each.awardedCents),
        ],
        'total',
      ),
    ],
  )
}

export const proposals: Record<RankingFacts['proposal'], string> = {
  within: 'Dans l’enveloppe',
  partial: 'Partielle',
  waiting: 'Liste complémentaire',
  'not-selected': 'Non retenu',
}

/**
 * What was decided, in a cell: « Favorable, liste complémentaire (rang 3) ». A body that decides grants nothing to who waits,
 * and says « Liste complémentaire (rang 3) ».
 */
export function opinionCell(
  facts: SessionFacts,
  { opinion, waitingRank }: { readonly opinion: Opinion | null; readonly waitingRank: number | null },
): string | null {
  if (opinion === null) return null
  const short = opinionWords(facts).short[opinion]
  if (waitingRank === null) return short
  return decides(facts.instance.type)
    ? `Liste complémentaire (rang ${waitingRank})`
    : `${short}, liste complémentaire (rang ${waitingRank})`
}

/** Which rule separated candidatures of equal score. */
function tieBlocks({ ranking }: SessionFacts): readonly Block[] {
  const tied = ranking.filter(({ tiedWith, decidedBy }) => tiedWith.length > 0 || decidedBy !== null)
  if (tied.length === 0) return []
  return [
    heading(2, 'Ex æquo'),
    bulletedList(
      tied.map(({ number, tiedWith, decidedBy }) => {
        const others =
          tiedWith.length === 0
            ? ''
            : ` à égalité avec ${tiedWith.length > 1 ? 'les dossiers' : 'le dossier'} ${frenchList(tiedWith.map((each) => `n° ${each}`))}`
        const rule = decidedBy === null ? 'non départagé par les règles' : `départagé par ${decidedBy}`
        return `Dossier n° ${number}${others} : ${rule}.`
      }),
    ),
  ]
}

/** [RK2] Everything after the cut line waits ([EN3]): said in words, for a reader would think it an error. */
function afterLineBlocks({ ranking }: SessionFacts): readonly Block[] {
  const fitting = ranking.filter(({ wouldHaveFitted }) => wouldHaveFitted).map(({ number }) => `n° ${number}`)
  if (fitting.length === 0) return []
  const several = fitting.length > 1
  const subject = several
    ? `Les dossiers ${frenchList(fitting)} attendent`
    : `Le dossier ${frenchList(fitting)} attend`
  const request = several ? 'leurs demandes, prises une à une, tiendraient' : 'sa demande tiendrait'
  return [
    heading(2, 'Après la ligne de coupe'),
    paragraph(
      `${subject} alors que ${request} dans le solde : après la première candidature que le solde ne couvre pas en entier, toutes attendent, dans l’ordre du classement.`,
    ),
  ]
}

function setAsideBlocks(facts: SessionFacts): readonly Block[] {
  const lines = facts.ranking.flatMap(({ number, knockedOutBy, belowMinimum }) => [
    ...(knockedOutBy.length > 0
      ? [
          `Dossier n° ${number} : sous le seuil éliminatoire de ${frenchList(knockedOutBy.map((label) => `« ${label} »`))}.`,
        ]
      : []),
    ...(belowMinimum ? [`Dossier n° ${number} : sous la note minimale.`] : []),
  ])
  return lines.length === 0 ? [] : [heading(2, 'Seuils'), bulletedList(lines)]
}

/** Those that wait for a withdrawal, in their order. */
export function waitingListBlocks(facts: SessionFacts): readonly Block[] {
  const held = heldInReserve(facts)
  const waiting = held.length > 0 ? held : proposedToWait(facts)
  if (waiting.length === 0) return []
  return [
    heading(1, 'Liste complémentaire'),
    paragraph(
      decides(facts.instance.type)
        ? 'Les dossiers suivants, dans l’ordre du classement, pourront être retenus si des crédits se libèrent. Cette inscription ne vaut pas attribution.'
        : 'Les dossiers suivants, dans l’ordre du classement, pourront être proposés si des crédits se libèrent. Cette inscription ne vaut pas octroi.',
    ),
    table(
      '',
      [
        column('Rang', 1, 'end'),
        column('N°', 1, 'end'),
        { ...column('Demandeur', 5), namesRow: true },
        column('Projet', 6),
        column('Montant demandé', 3, 'end'),
      ],
      waiting.map((each) =>
        row([
          each.place === null ? '–' : String(each.place),
          String(each.number),
          each.applicant,
          each.project,
          each.requestedCents === null ? '–' : frenchAmount(each.requestedCents),
        ]),
      ),
    ),
    note(
      held.length > 0
        ? 'Le rang est celui de la liste complémentaire.'
        : 'Le rang est celui du tableau de classement annexé.',
    ),
  ]
}

type Waiting = CandidatureFacts & { readonly place: number | null }

/** What the session put on the list, in the order of the list. */
const heldInReserve = ({ items }: SessionFacts): readonly Waiting[] =>
  items
    .flatMap(({ candidature, outcome }) =>
      candidature === null || outcome?.waitingList !== true
        ? []
        : { ...candidature, place: outcome.waitingRank },
    )
    .sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || a.number - b.number)

/** Failing that, what the ranking proposes to keep waiting. */
const proposedToWait = ({ ranking }: SessionFacts): readonly Waiting[] =>
  ranking
    .filter(
      ({ proposal, opinion }) =>
        proposal === 'waiting' && opinion !== 'unfavourable' && opinion !== 'inadmissible',
    )
    .map((each) => ({ ...each, place: each.rank }))
