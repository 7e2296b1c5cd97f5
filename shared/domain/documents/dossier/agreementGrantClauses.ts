import { bulletedList, keyValues, paragraph } from '../blocks.ts'
import { section } from '../follow-up/templateSections.ts'
import type { AgreementClause } from './agreementClauses.ts'

const always = (): boolean => true

/** What is given, for what, how it is paid: object, amount, payment and use are asked by law (loi 2000-321, article 10). */
export const grantClauses: readonly AgreementClause[] = [
  {
    id: 'objet',
    title: 'Objet',
    whenOwed: always,
    isMandatory: true,
    blocks: [
      paragraph(
        'La présente convention fixe les conditions dans lesquelles l’administration apporte son concours financier au projet « {projet.intitule} », que le bénéficiaire a conçu et qu’il réalise à son initiative et sous sa responsabilité. L’administration n’en attend aucune contrepartie directe.',
      ),
    ],
  },
  {
    id: 'projet',
    title: 'Projet soutenu',
    whenOwed: always,
    isMandatory: false,
    blocks: [
      ...section('projet.description', [paragraph('{projet.description}')]),
      ...section('projet.objectifs', [paragraph('Objectifs : {projet.objectifs}')]),
      paragraph(
        'Le projet, son budget prévisionnel et son plan de financement sont ceux du dossier n° {dossier.numero}, déposé au titre de l’appel « {appel.nom} ».',
      ),
    ],
  },
  {
    id: 'duree',
    title: 'Durée',
    whenOwed: always,
    isMandatory: true,
    blocks: [
      paragraph(
        'La convention porte la date de la dernière signature. Elle prend effet {#convention.debut}le {convention.debut}{/}{^convention.debut}à cette date{/} et s’achève le {convention.fin}.',
      ),
    ],
  },
  {
    id: 'montant',
    title: 'Montant de la subvention',
    whenOwed: always,
    isMandatory: true,
    blocks: [
      paragraph(
        'L’administration attribue au bénéficiaire une subvention {aide.nature} d’un montant maximal de {aide.montant} ({aide.montant_lettres}){#aide.taux}, soit {aide.taux} d’une dépense éligible de {aide.base} {aide.assiette}{/}.',
      ),
      ...section('aide.taux', [
        paragraph(
          'Si la dépense justifiée est inférieure à la dépense éligible, la subvention est réduite par application de ce taux à la dépense justifiée.',
        ),
      ]),
      ...section('aide.reserves', [
        { ...paragraph('Elle est subordonnée aux conditions suivantes :'), keepWithNext: true },
        bulletedList(['{aide.reserves}']),
      ]),
      ...section('aide.imputation', [
        paragraph('Elle est imputée sur les crédits de l’exercice {appel.exercice} : {aide.imputation}.'),
      ]),
    ],
  },
  {
    id: 'versement',
    title: 'Modalités de versement',
    whenOwed: always,
    isMandatory: true,
    blocks: [
      paragraph('{aide.versement_phrase}'),
      ...section('pieces.existe', [
        { ...paragraph('Le bénéficiaire produit, pour être payé :'), keepWithNext: true },
        bulletedList(['{#pieces_a_retourner}', '{intitule}', '{/pieces_a_retourner}']),
      ]),
    ],
  },
  {
    id: 'compte',
    title: 'Compte à créditer',
    whenOwed: ({ instruction }) => instruction.agreement.iban.trim() !== '',
    isMandatory: false,
    blocks: [
      { ...paragraph('La subvention est versée au compte du bénéficiaire :'), keepWithNext: true },
      keyValues([
        ['Titulaire', '{demandeur.nom}'],
        ['IBAN', '{convention.iban}'],
      ]),
    ],
  },
  {
    id: 'engagements',
    title: 'Engagements du bénéficiaire',
    whenOwed: always,
    isMandatory: true,
    blocks: [
      paragraph(
        'Le bénéficiaire utilise la subvention pour le seul projet de l’article\u00A0{clause.objet}. Il le réalise dans les délais prévus, respecte les règles de la commande publique quand elles lui sont applicables, et ne reverse la subvention à aucun autre organisme sans accord écrit de l’administration.',
      ),
      ...section('obligations.existe', [
        { ...paragraph('Il est en outre tenu aux obligations suivantes :'), keepWithNext: true },
        bulletedList(['{#obligations}', '{texte}', '{/obligations}']),
      ]),
    ],
  },
  {
    id: 'republicain',
    title: 'Contrat d’engagement républicain',
    whenOwed: ({ candidature }) => candidature.applicantKind === 'association',
    isMandatory: true,
    blocks: [
      paragraph(
        'L’association a souscrit le contrat d’engagement républicain prévu à l’article 10-1 de la loi n° 2000-321 du 12 avril 2000 et au décret n° 2021-1947 du 31 décembre 2021. Elle en respecte les principes et en informe ses membres. Un manquement à ce contrat emporte, après procédure contradictoire, le retrait de la subvention au prorata de la période qui reste à courir à compter du manquement.',
      ),
    ],
  },
]
