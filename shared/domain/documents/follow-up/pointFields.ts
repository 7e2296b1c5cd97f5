import { isAward } from '../../decision/isAward.ts'
import type { ItemFacts, SessionFacts } from '../../session/sessionFacts.ts'
import { identifierKind } from '../identifierKind.ts'
import { markupPlainText } from '../markup/markupPlainText.ts'
import { opinionWords } from '../opinionWords.ts'
import type { FieldDefinition, FieldRecord } from '../templates/fieldRecord.ts'
import { frenchAmount, frenchDecimal, frenchList, frenchPercent, typographic } from '../typography.ts'
import { amountWords } from './amountWords.ts'
import { condition, text } from './fieldDefinitions.ts'
import { ballotNames, voteSentence } from './voteSentence.ts'

/** A point of the agenda as a template prints it; `index` from 0. Every field is there, empty when unknown. */
export function pointFields(facts: SessionFacts, item: ItemFacts, index: number): FieldRecord {
  const { candidature, outcome } = item
  const words = opinionWords(facts)
  const senses = item.kind === 'milestone' ? words.milestoneShort : words.short
  const vote = outcome?.vote ?? null
  const amountCents = outcome?.amountCents ?? null
  return {
    numero: String(index + 1),
    intitule: typographic(item.title),
    candidature: candidature !== null,
    dossier: candidature === null ? '' : String(candidature.number),
    demandeur: typographic(candidature?.applicant ?? ''),
    siret: candidature?.identifier ?? '',
    siret_nature: identifierKind(candidature?.identifier ?? ''),
    departement: candidature?.department ?? '',
    projet: typographic(candidature?.project ?? ''),
    rapporteur: item.rapporteur ?? '',
    eligible: amountOf(candidature?.eligibleBaseCents, candidature?.taxBasis),
    demande: amountOf(candidature?.requestedCents),
    note: frenchDecimal(candidature?.score ?? ''),
    rang: candidature?.rank == null ? '' : String(candidature.rank),
    attribue: isServed(item),
    liste_complementaire: outcome?.waitingList ?? false,
    liste_rang: outcome?.waitingRank == null ? '' : String(outcome.waitingRank),
    avis: outcome === null || (item.kind === 'free' && vote === null) ? '' : senses[outcome.opinion],
    montant: amountOf(amountCents),
    montant_lettres: amountWords(amountCents),
    taux: outcome?.rateBasisPoints == null ? '' : frenchPercent(outcome.rateBasisPoints),
    conditions: typographic(outcome?.conditions.trim() ?? ''),
    droit: typographic(outcome?.rationale.legal.trim() ?? ''),
    fait: typographic(outcome?.rationale.factual.trim() ?? ''),
    debat: typographic(markupPlainText(item.debate).trim()),
    votants: vote === null ? '' : String(vote.voters),
    vote: vote === null ? '' : typographic(voteSentence(vote)),
    voix: vote === null ? '' : typographic(ballotNames(vote)),
    deports: typographic(frenchList([...new Set(item.recusals.map(({ member }) => member))])),
  }
}

/** The session gave it money: an award bears an amount, and is not on the waiting list. */
export const isServed = ({ kind, candidature, outcome }: ItemFacts): boolean =>
  kind === 'candidature' &&
  candidature !== null &&
  outcome !== null &&
  isAward(outcome.opinion) &&
  !outcome.waitingList &&
  (outcome.amountCents ?? 0) > 0

const amountOf = (amountCents: number | null | undefined, taxBasis?: string | null): string =>
  amountCents == null ? '' : `${frenchAmount(amountCents)}${taxBasis == null ? '' : ` ${taxBasis}`}`

export const pointFieldCatalogue: readonly FieldDefinition[] = [
  text('numero', 'Numéro d’ordre du point dans la séance'),
  text('intitule', 'Intitulé du point'),
  condition('candidature', 'Le point porte sur une candidature'),
  text('dossier', 'Numéro de la candidature'),
  text('demandeur', 'Nom du demandeur'),
  text('siret', 'SIRET, SIREN ou RNA du demandeur'),
  text('siret_nature', 'Ce qu’est cet identifiant : « SIRET », « SIREN » ou « RNA »'),
  text('departement', 'Département du demandeur'),
  text('projet', 'Titre du projet'),
  text('rapporteur', 'Rapporteur'),
  text('eligible', 'Coût éligible, HT ou TTC'),
  text('demande', 'Montant demandé'),
  text('note', 'Note sur 100'),
  text('rang', 'Rang au classement'),
  condition('attribue', 'La candidature reçoit un montant'),
  condition('liste_complementaire', 'La candidature est sur la liste complémentaire'),
  text('liste_rang', 'Rang sur la liste complémentaire'),
  text('avis', 'Avis rendu ou décision prise'),
  text('montant', 'Montant proposé ou attribué'),
  text('montant_lettres', 'Le même montant en lettres'),
  text('taux', 'Part du coût éligible'),
  text('conditions', 'Réserves et conditions'),
  text('droit', 'Motif de droit'),
  text('fait', 'Motif de fait'),
  text('debat', 'Teneur des discussions sur le point'),
  text('votants', 'Nombre de votants'),
  text('vote', 'Résultat du vote, en une phrase'),
  text('voix', 'Noms par sens du vote, pour un scrutin public'),
  text('deports', 'Membres qui se sont déportés'),
]
