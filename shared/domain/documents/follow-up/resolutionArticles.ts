import { bulletedList, column, heading, paragraph, row, table } from '../blocks.ts'
import type { Block } from '../model.ts'
import { handwritten, otherwise, section } from './templateSections.ts'

/** The award: who, what, how much, on which line, and the total in figures and in words. */
export const awardArticles: readonly Block[] = [
  heading(2, 'Article {article.attribution}. Attribution'),
  {
    ...paragraph(
      'D’attribuer, au titre de l’appel « {appel.nom} », exercice {appel.exercice}, {attributions.nombre}, pour un montant total de {attributions.total}{#attributions.total_lettres} ({attributions.total_lettres}){/} :',
    ),
    keepWithNext: true,
  },
  table(
    'Aides attribuées',
    [
      column('N°', 1, 'end'),
      { ...column('Bénéficiaire', 4), namesRow: true },
      column('Identifiant', 3),
      column('Objet', 4.6),
      column('Montant', 2.7, 'end'),
      column('Imputation', 2.6),
    ],
    [
      row([
        '{#attributions}{dossier}',
        '{demandeur}',
        '{#siret}{siret_nature} {siret}{/siret}{^siret}–{/siret}',
        '{projet}',
        '{montant}',
        '{imputation}{/attributions}',
      ]),
      row(['', 'Total', '', '', '{attributions.total}', ''], 'total'),
    ],
  ),
]

/** What goes with the award, then what the other requests become: an article without object is left out. */
export const otherArticles: readonly Block[] = [
  ...section('article.reserves', [
    heading(2, 'Article {article.reserves}. Conditions'),
    paragraph('De subordonner le versement de ces aides aux conditions suivantes :'),
    bulletedList(['{#reserves}', 'Dossier n° {dossier}, {demandeur} : {conditions}.', '{/reserves}']),
  ]),
  ...section('article.complementaires', [
    heading(2, 'Article {article.complementaires}. Liste complémentaire'),
    paragraph(
      'D’inscrire sur une liste complémentaire, sans montant et sans que cette inscription vaille attribution, les candidatures suivantes :',
    ),
    bulletedList([
      '{#complementaires}',
      '{#liste_rang}Rang {liste_rang} : {/liste_rang}dossier n° {dossier}, {demandeur}, « {projet} ».',
      '{/complementaires}',
    ]),
  ]),
  ...section('article.refus', [
    heading(2, 'Article {article.refus}. Demandes non retenues'),
    paragraph('De ne pas retenir les demandes suivantes :'),
    reasonsTable('Demandes non retenues', 'refus'),
  ]),
  ...section('article.irrecevables', [
    heading(2, 'Article {article.irrecevables}. Demandes irrecevables'),
    paragraph('De rejeter comme irrecevables les demandes suivantes :'),
    reasonsTable('Demandes irrecevables', 'irrecevables'),
  ]),
  ...section('article.ajournes', [
    heading(2, 'Article {article.ajournes}. Demandes ajournées'),
    paragraph('De reporter l’examen des demandes suivantes :'),
    bulletedList(['{#ajournes}', 'Dossier n° {dossier}, {demandeur}, « {projet} ».', '{/ajournes}']),
  ]),
  heading(2, 'Article {article.versement}. Versement et caducité'),
  paragraph(
    'De verser chaque aide selon les modalités du règlement de l’appel et de la décision ou de la convention notifiée à son bénéficiaire. L’aide devient caduque à l’échéance que ces actes fixent. Elle peut être retirée, sans condition de délai, si les conditions mises à son octroi ne sont pas respectées (article L242-2 du code des relations entre le public et l’administration).',
  ),
  heading(2, 'Article {article.signature}. Conventions'),
  paragraph(
    'D’autoriser {signataire.autorite} à signer les conventions à conclure avec les bénéficiaires, obligatoires pour un organisme de droit privé dès que ses subventions de l’année dépassent 23 000 €, et tout acte nécessaire à l’exécution de la présente délibération.',
  ),
  heading(2, 'Article {article.imputation}. Imputation'),
  paragraph(
    'D’imputer la dépense sur les crédits ouverts au budget de l’exercice {appel.exercice}, aux imputations portées à l’article\u00A0{article.attribution}.',
  ),
]

function reasonsTable(caption: string, name: string): Block {
  return table(
    caption,
    [
      column('N°', 1, 'end'),
      { ...column('Demandeur', 4), namesRow: true },
      column('Projet', 4.6),
      column('Fondement', 4),
      column('Motifs', 5),
    ],
    [
      row([
        `{#${name}}{dossier}`,
        '{demandeur}',
        '{projet}',
        '{#droit}{droit}{/droit}{^droit}–{/droit}',
        `{#fait}{fait}{/fait}{^fait}–{/fait}{/${name}}`,
      ]),
    ],
  )
}

/** How it is contested, signatures, and the block that makes it enforceable. */
export const closingArticles: readonly Block[] = [
  heading(2, 'Voies et délais de recours'),
  {
    ...paragraph(
      'La présente délibération peut être contestée, dans les deux mois suivant sa notification aux intéressés ou sa publication, par un recours gracieux auprès {recours.aupres}, qui interrompt le délai de recours contentieux, ou par une requête devant le {tribunal.nom}{#tribunal.adresse} ({tribunal.adresse}){/}, y compris au moyen de l’application Télérecours (www.telerecours.fr).',
    ),
    keepWithNext: true,
  },
  {
    ...paragraph(
      `{#instance.decide}Pour extrait conforme, fait{/}{^instance.decide}Fait{/} à {emetteur.ville}, le ${handwritten}`,
    ),
    keepWithNext: true,
  },
  ...section('instance.decide', [
    {
      type: 'signatures',
      places: [
        { capacity: '{signataire.qualite}', name: '{signataire.nom}', mention: 'Signature' },
        {
          capacity: 'Secrétaire de séance',
          name: '{seance.secretariat}{#seance.secretariat_qualite}, {seance.secretariat_qualite}{/}',
          mention: 'Signature',
        },
      ],
    },
  ]),
  ...otherwise('instance.decide', [
    {
      type: 'signatures',
      places: [
        { capacity: '{signataire.qualite}', name: '{signataire.nom}', mention: 'Signature' },
        { capacity: 'Secrétaire de séance', name: '', mention: 'Nom et signature' },
      ],
    },
  ]),
  heading(2, 'Caractère exécutoire'),
  paragraph(
    `Acte rendu exécutoire après transmission au représentant de l’État le {#acte.transmis_le}{acte.transmis_le}{/}{^acte.transmis_le}${handwritten}{/} et publication ou notification le {#acte.publie_le}{acte.publie_le}{/}{^acte.publie_le}${handwritten}{/}.`,
  ),
]
