import { rationale, text, when } from './letterParts.ts'
import { letterTemplate } from './letterTemplate.ts'

/** Found by the service, the letter is itself the decision; found by a session, the act is. */
export const inadmissible = letterTemplate({
  document: 'letter-inadmissible',
  id: 'irrecevabilite-1',
  title: 'Notification d’irrecevabilité',
  object: 'Irrecevabilité de votre demande de subvention',
  appeals: 'recours',
  body: [
    ...when(
      'acte.numero',
      text(
        'Par {acte.nature} n° {acte.numero} du {acte.date}, dont copie est jointe, {acte.autorite} a déclaré irrecevable votre demande de subvention pour le projet « {projet.intitule} », présentée au titre de l’appel « {appel.nom} ».',
      ),
    ),
    ...when(
      '^acte.numero',
      text(
        'Votre demande de subvention pour le projet « {projet.intitule} », présentée au titre de l’appel « {appel.nom} », est irrecevable. Elle ne peut donc pas être examinée.',
      ),
    ),
    ...rationale,
    text(
      'Une nouvelle demande qui remplirait les conditions requises pourra être présentée dans les délais de l’appel, ou au titre d’un prochain appel.',
    ),
  ],
})
