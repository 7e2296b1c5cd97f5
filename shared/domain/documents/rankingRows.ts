import type { SessionFacts } from '../session/sessionFacts.ts'
import { opinionWords } from './opinionWords.ts'
import { opinionCell, proposals } from './rankingBlocks.ts'
import type { CsvCell } from './renderCsv.ts'

/** The ranking as rows for `renderCsv`, header first. Amounts in euros with a comma, no unit, so that they add up. */
export function rankingRows(facts: SessionFacts): readonly (readonly CsvCell[])[] {
  const words = opinionWords(facts)
  return [
    [
      'Rang',
      'N°',
      'Demandeur',
      'Identifiant',
      'Département',
      'Projet',
      'Note sur 100',
      'Coût éligible (€)',
      'Base',
      'Montant demandé (€)',
      'Proposition',
      'Montant au classement (€)',
      words.column,
      `${words.amount} (€)`,
      'Départage',
    ],
    ...facts.ranking.map((each) => [
      each.rank,
      each.number,
      each.applicant,
      each.identifier,
      each.department,
      each.project,
      each.score === null ? null : each.score.replace('.', ','),
      euros(each.eligibleBaseCents),
      each.taxBasis,
      euros(each.requestedCents),
      proposals[each.proposal],
      euros(each.proposedCents),
      opinionCell(facts, each),
      euros(each.awardedCents),
      each.decidedBy,
    ]),
  ]
}

/** « 47291,00 ». */
function euros(amountCents: number | null): string | null {
  if (amountCents === null) return null
  return `${Math.floor(amountCents / 100)},${String(amountCents % 100).padStart(2, '0')}`
}
