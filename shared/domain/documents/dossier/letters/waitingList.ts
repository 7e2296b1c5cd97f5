import { text, when } from './letterParts.ts'
import { letterTemplate } from './letterTemplate.ts'

/** A rank and an end, not an award. */
export const waitingList = letterTemplate({
  document: 'letter-waiting-list',
  id: 'liste-complementaire-1',
  title: 'Inscription sur la liste complémentaire',
  object: 'Inscription de votre projet sur la liste complémentaire',
  appeals: 'recours_liste',
  body: [
    ...when(
      'acte.numero',
      text(
        'Par {acte.nature} n° {acte.numero} du {acte.date}, dont copie est jointe, {acte.autorite} a arrêté la suite donnée aux demandes présentées au titre de l’appel « {appel.nom} ».',
      ),
    ),
    text(
      'À l’issue de la séance du {seance.date}, votre projet « {projet.intitule} »{#demande.montant}, pour lequel vous avez demandé {demande.montant},{/} figure au {liste.rang} rang de la liste complémentaire.{#motif.notes} {motif.notes}{/}',
    ),
    text(
      'Cette inscription n’est pas une décision d’attribution et n’ouvre droit à aucun versement. Votre projet pourra être aidé si des crédits se libèrent, dans l’ordre de la liste, jusqu’au {liste.fin}. Passé cette date et sans autre décision, votre demande sera considérée comme n’étant pas retenue.',
    ),
    text('Toute suite donnée à votre demande vous sera notifiée par écrit.'),
  ],
})
