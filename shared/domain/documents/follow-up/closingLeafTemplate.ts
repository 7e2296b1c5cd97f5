import { column, keyValues, note, paragraph, row, strong, table } from '../blocks.ts'
import type { TemplateDocument } from '../templates/templateDocument.ts'
import { handwritten, section } from './templateSections.ts'

/** [CL1] The leaf that closes a session in the register (CGCT R2121-9). */
export const closingLeafTemplate: TemplateDocument = {
  document: 'closing-leaf',
  id: 'feuillet-2',
  title: 'Feuillet de clôture',
  blocks: [
    {
      type: 'title',
      overline: '{emetteur.nom}',
      text: 'Feuillet de clôture',
      subtitle: '{instance.nom}, séance du {seance.jour}',
    },
    keyValues([
      ['Procès-verbal', '{seance.proces_verbal}'],
      ['Délibération n°', '{acte.numero}'],
      ['Séance', '{seance.jour}, de {seance.ouverture} à {seance.levee}'],
      ['Lieu', '{seance.lieu}'],
      ['Feuillets du registre', `n° ${handwritten} à n° ${handwritten}`],
    ]),
    table(
      'Délibérations prises',
      [column('N°', 1, 'end'), { ...column('Objet', 9), namesRow: true }, column('Sens', 3.4)],
      [row(['{#actes}{numero}', '{objet}', '{sens}{/actes}'])],
    ),
    table(
      'Membres présents',
      [{ ...column('Nom', 4), namesRow: true }, column('Qualité', 5), column('Observations', 4)],
      [
        row([
          '{#presents}{nom}',
          '{#qualite}{qualite}{/qualite}{^qualite}–{/qualite}',
          '{#observations}{observations}{/observations}{^observations}–{/observations}{/presents}',
        ]),
      ],
    ),
    ...section('pouvoirs', [
      paragraph(strong('Pouvoir. '), '{mandant} a donné pouvoir à {mandataire} (écrit du {date}).'),
    ]),
    {
      ...paragraph('{actes.phrase} La séance a été levée à {seance.levee}.'),
      keepWithNext: true,
    },
    ...section('registre.article', [
      {
        ...note('Feuillet établi selon {registre.article}. Aucun collage n’est admis au registre.'),
        keepWithNext: true,
      },
    ]),
    {
      type: 'signatures',
      places: [
        {
          capacity: 'Présidence de séance',
          name: '{seance.presidence}{#seance.presidence_qualite}, {seance.presidence_qualite}{/}',
          mention: 'Signature manuscrite',
        },
        {
          capacity: 'Secrétariat de séance',
          name: '{seance.secretariat}{#seance.secretariat_qualite}, {seance.secretariat_qualite}{/}',
          mention: 'Signature manuscrite',
        },
      ],
    },
  ],
}
