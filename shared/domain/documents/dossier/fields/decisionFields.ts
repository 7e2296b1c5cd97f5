import { decides } from '../../../committee/committee.ts'
import type { DecisionAct } from '../../../session/session.ts'
import { wordsOf } from '../../opinionWords.ts'
import { counted, frenchDate, frenchDecimal, frenchList, frenchOrdinal } from '../../typography.ts'
import { actGround } from '../actGround.ts'
import { annexesOf } from '../annexesOf.ts'
import { appealNotice } from '../appealNotice.ts'
import { pleadsLackOfMoney, rankingSentence } from '../rankingMotive.ts'
import { rationaleOf } from '../rationaleOf.ts'
import { waitingListEndsOn } from '../waitingListEndsOn.ts'
import { conditionField, type DossierField, listField, textField } from './dossierField.ts'

/** What the session held, which act decided, why, and how it is contested. */
export const decisionFields: readonly DossierField[] = [
  textField('seance.date', 'Date de la séance', ({ decision }) =>
    decision === null ? '' : frenchDate(decision.sessionDate),
  ),
  textField(
    'seance.proces_verbal',
    'Numéro du procès-verbal',
    ({ decision }) => decision?.minutesNumber ?? '',
  ),
  textField('avis.sens', 'Ce que l’instance a tenu : « Favorable »', ({ committee, decision }) =>
    decision === null ? '' : wordsOf(committee.type).short[decision.opinion],
  ),
  textField('acte.nature', '« délibération », « arrêté » ou « décision »', ({ act }) =>
    act === null ? '' : natures[act.nature],
  ),
  textField('acte.numero', 'Numéro de l’acte qui décide', ({ act }) => act?.number ?? ''),
  textField('acte.date', 'Date de l’acte', ({ act }) => (act === null ? '' : frenchDate(act.date))),
  textField('acte.autorite', 'Qui décide : « le conseil communautaire »', ({ act }) => act?.authority ?? ''),
  textField('acte.transmis_le', 'Date de transmission au représentant de l’État', ({ act }) =>
    act?.transmittedOn == null ? '' : frenchDate(act.transmittedOn),
  ),
  textField('acte.publie_le', 'Date de publication', ({ act }) =>
    act?.publishedOn == null ? '' : frenchDate(act.publishedOn),
  ),
  textField('acte.fondement', 'Texte en application duquel une délibération attribue', actGround),
  textField('motif.droit', 'Motif de droit : texte, règlement, critère', (facts) => rationaleOf(facts).legal),
  textField('motif.fait', 'Motif de fait, propre au dossier', (facts) => rationaleOf(facts).factual),
  textField('motif.classement', 'Note, rang et seuil, quand le motif est le manque de crédits', (facts) =>
    pleadsLackOfMoney(facts) ? rankingSentence(facts) : '',
  ),
  textField('motif.notes', 'Note, rang et seuil, en une phrase', rankingSentence),
  textField('note', 'Note sur 100', ({ decision, marks }) =>
    frenchDecimal(decision?.score ?? marks?.total ?? ''),
  ),
  textField('rang', 'Rang au classement : « 12e »', ({ decision, marks }) => {
    const rank = decision?.rank ?? marks?.rank ?? null
    return rank === null ? '' : frenchOrdinal(rank)
  }),
  textField('seuil', 'Note du dernier dossier servi', ({ decision }) =>
    frenchDecimal(decision?.cutScore ?? ''),
  ),
  textField('liste.rang', 'Rang sur la liste complémentaire', ({ decision }) =>
    decision?.waitingRank == null ? '' : frenchOrdinal(decision.waitingRank),
  ),
  textField('liste.fin', 'Date jusqu’à laquelle la liste complémentaire vaut', (facts) =>
    frenchDate(waitingListEndsOn(facts) ?? ''),
  ),
  textField('vote', 'Résultat du vote', ({ decision }) =>
    decision?.vote == null
      ? ''
      : [
          counted(decision.vote.for, 'voix pour', 'voix pour'),
          counted(decision.vote.against, 'contre', 'contre'),
          counted(decision.vote.abstention, 'abstention', 'abstentions'),
        ].join(', '),
  ),
  textField('deports', 'Membres qui n’ont pas pris part', ({ decision }) =>
    frenchList(decision?.recused ?? []),
  ),
  listField(
    'recours',
    'Voies et délais de recours contre la décision',
    { name: 'texte', meaning: 'Paragraphe' },
    (facts) => appealNotice(facts, 'decision').paragraphs,
  ),
  listField(
    'recours_liste',
    'Voies et délais de recours contre l’inscription sur la liste complémentaire',
    { name: 'texte', meaning: 'Paragraphe' },
    (facts) => appealNotice(facts, 'waiting-list').paragraphs,
  ),
  listField(
    'annexes',
    'Pièces jointes au courrier',
    { name: 'intitule', meaning: 'Intitulé de la pièce' },
    annexesOf,
  ),
  textField('annexes_ligne', 'Pièces jointes au courrier, sur une ligne', (facts) =>
    annexesOf(facts).join(' ; '),
  ),
  conditionField('instance_decide', 'L’instance qui examine décide elle-même', ({ committee }) =>
    decides(committee.type),
  ),
  conditionField(
    'est_sur_liste',
    'Inscrit sur la liste complémentaire',
    ({ decision }) => decision?.waitingList === true,
  ),
]

export const natures: Record<DecisionAct['nature'], string> = {
  deliberation: 'délibération',
  arrete: 'arrêté',
  decision: 'décision',
}
