import { heading, keyValues, paragraph, strong } from '../blocks.ts'
import { handwritten, section } from '../follow-up/templateSections.ts'
import type { TemplateDocument } from '../templates/templateDocument.ts'
import { agreementClauses } from './agreementClauses.ts'

/** [AG1] The agreement: parties, what it stands on, its clauses numbered as they are kept, signatures of both parties. */
export const agreementTemplate: TemplateDocument = {
  document: 'agreement',
  id: 'convention-2',
  title: 'Convention attributive de subvention',
  blocks: [
    {
      type: 'title',
      overline: '{emetteur.nom}',
      text: 'Convention attributive de subvention',
      subtitle: '{demandeur.nom} · {projet.intitule}',
    },
    paragraph(strong('Entre')),
    keyValues([
      ['L’administration', '{emetteur.nom}, {emetteur.adresse_ligne}'],
      ['SIRET', '{emetteur.siret}'],
      [
        'Représentée par',
        '{signataire.nom}, {signataire.qualite_minuscule}{#acte.habilitation}, en vertu de {acte.habilitation}{/}',
      ],
    ]),
    paragraph('ci-après « l’administration », d’une part,'),
    paragraph(strong('et')),
    keyValues([
      ['Le bénéficiaire', '{demandeur.nom}, {demandeur.adresse_ligne}'],
      ['{demandeur.identifiant_nature}', '{demandeur.identifiant}'],
      [
        'Représenté par',
        '{demandeur.representant}{#convention.habilitation}, en vertu de : {convention.habilitation}{/}',
      ],
    ]),
    paragraph('ci-après « le bénéficiaire », d’autre part,'),
    ...section('visas', [paragraph('Vu {visa} ;')]),
    { ...paragraph('il est convenu ce qui suit.'), keepWithNext: true },
    ...agreementClauses.flatMap(({ id, title, blocks }) =>
      section(`clause.${id}`, [heading(2, `Article {clause.${id}}. ${title}`), ...blocks]),
    ),
    {
      ...paragraph(
        `Fait à {emetteur.ville}, en deux exemplaires originaux. Date de la convention (dernière signature) : ${handwritten}`,
      ),
      keepWithNext: true,
    },
    {
      type: 'signatures',
      places: [
        {
          capacity: 'Pour l’administration, {signataire.autorite}',
          name: '{signataire.nom}',
          mention: 'Date et signature',
        },
        {
          capacity: 'Pour le bénéficiaire{#demandeur.autorite}, {demandeur.autorite}{/}',
          name: '{demandeur.signataire}',
          mention: 'Date et signature',
        },
      ],
    },
  ],
}
