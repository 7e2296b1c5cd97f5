import { announcing, itemsOf, text, when } from './letterParts.ts'
import { letterTemplate } from './letterTemplate.ts'

/** CRPA L114-5: the pieces, the delay, and what it does to silence. */
export const incomplete = letterTemplate({
  document: 'letter-incomplete',
  id: 'pieces-a-completer-2',
  title: 'Demande de pièces complémentaires',
  object: 'Pièces à compléter dans votre demande de subvention',
  appeals: 'recours_silence',
  body: [
    announcing(
      'L’examen de votre demande de subvention pour le projet « {projet.intitule} », reçue le {demande.recue_le}, montre qu’il y manque les pièces suivantes, demandées le {pieces.demandees_le} et indispensables à son instruction :',
    ),
    itemsOf('pieces', 'intitule'),
    text(
      'Je vous remercie de les faire parvenir au plus tard le {pieces.limite}{#emetteur.service} au service suivant : {emetteur.service}, {emetteur.adresse_ligne}{/} ; passé cette date, votre demande pourra être écartée comme incomplète.',
    ),
    ...when(
      'silence_vaut_rejet',
      text(
        'Le délai au terme duquel le silence de l’administration vaut rejet est suspendu jusqu’à leur réception et, au plus tard, jusqu’à cette date ({texte.pieces}). En l’absence de réponse au {demande.rejet_implicite}, votre demande sera considérée comme rejetée ({texte.silence}) ; cette date sera avancée si les pièces arrivent plus tôt.',
      ),
    ),
  ],
})
