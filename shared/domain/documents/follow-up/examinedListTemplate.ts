import { boxes, bulletedList, column, heading, keyValues, note, row, table } from '../blocks.ts'
import type { TemplateDocument } from '../templates/templateDocument.ts'
import { section } from './templateSections.ts'

/** [OR1] What was examined, to post and to put online (CGCT L2121-25). */
export const examinedListTemplate: TemplateDocument = {
  document: 'examined-list',
  id: 'liste-examinee-1',
  title: 'Liste des points examinés',
  blocks: [
    {
      type: 'title',
      overline: '{emetteur.nom}',
      text: '{liste.titre}',
      subtitle: '{instance.nom}, séance du {seance.jour}',
    },
    keyValues([
      ['Séance', '{seance.jour}, à {seance.ouverture}'],
      ['Lieu', '{seance.lieu}'],
      ['Présidence', '{seance.presidence}'],
      ['À afficher et à mettre en ligne', '{#liste.echeance}au plus tard le {liste.echeance}{/}'],
    ]),
    table(
      '{liste.titre}',
      [column('N°', 1, 'end'), { ...column('Objet', 9), namesRow: true }, column('Sens', 3.4)],
      [row(['{#actes}{numero}', '{objet}', '{sens}{/actes}'])],
    ),
    ...section('autres.existe', [
      heading(2, 'Autres points de l’ordre du jour'),
      bulletedList(['{#autres}', '{objet}', '{/autres}']),
    ]),
    ...section('liste.article', [
      note('Liste établie selon {liste.article}. Elle ne vaut ni procès-verbal ni notification.'),
    ]),
    boxes('', [column('Affichée le', 1), column('Mise en ligne le', 1)], [row(['', ''])], 30),
    {
      type: 'signatures',
      places: [{ capacity: '{signataire.qualite}', name: '{signataire.nom}', mention: 'Signature' }],
    },
  ],
}
