import { announcing, itemsOf, quiet, text, when } from './letterParts.ts'
import { letterTemplate } from './letterTemplate.ts'

/** Content of CRPA R112-5 for the « public » (L100-3); for a public body a plain receipt. */
export const acknowledgement = letterTemplate({
  document: 'letter-acknowledgement',
  id: 'accuse-reception-2',
  title: 'Accusé de réception',
  object: 'Accusé de réception de votre demande de subvention',
  appeals: 'recours_silence',
  saysContact: true,
  body: [
    text(
      'Votre demande de subvention{#demande.montant} d’un montant de {demande.montant}{/} pour le projet « {projet.intitule} », présentée au titre de l’appel « {appel.nom} », a été reçue le {demande.recue_le}. Elle est enregistrée sous le numéro {lettre.reference}.',
    ),
    ...when(
      'pieces.limite',
      announcing(
        'Votre dossier est incomplet. Je vous remercie de faire parvenir les pièces suivantes au service indiqué ci-dessous, au plus tard le {pieces.limite} :',
      ),
      itemsOf('pieces', 'intitule'),
    ),
    ...when(
      'silence_vaut_rejet',
      ...when(
        'pieces.limite',
        text(
          'Le délai au terme duquel le silence de l’administration vaut rejet est suspendu jusqu’à la réception de ces pièces et, au plus tard, jusqu’à cette date ({texte.pieces}).',
        ),
      ),
      text(
        'En l’absence de réponse au {demande.rejet_implicite}, votre demande sera considérée comme rejetée ({texte.silence}){#pieces.limite} ; cette date sera avancée si les pièces arrivent avant le {pieces.limite}{/}.',
      ),
    ),
    text(
      'Le service chargé de votre dossier est : {emetteur.service}, {emetteur.adresse_ligne}, téléphone {agent.telephone}, courriel {agent.courriel}.',
    ),
    text(
      'Le présent accusé de réception ne préjuge ni de la recevabilité de votre demande, ni de la suite qui lui sera donnée.',
    ),
    quiet(
      'Les informations de votre dossier sont traitées par {emetteur.nom_phrase} pour instruire votre demande, au titre d’une mission d’intérêt public, et conservées le temps que prévoient les règles des archives publiques. Les personnes concernées peuvent y accéder, les faire rectifier, en limiter l’usage ou s’y opposer auprès de ce service, et saisir la CNIL.',
    ),
  ],
})
