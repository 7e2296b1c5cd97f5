import type { Block } from '../../model.ts'
import { announcing, itemsOf, text, when } from './letterParts.ts'

/** What decides, how much, of what (french-rules §1.7 `lettre.attribution`). */
export const awardSentence = text(
  'Par {acte.nature} n° {acte.numero} du {acte.date}, dont copie est jointe{#acte.fondement}, prise en application de l’{acte.fondement}{/}, {acte.autorite} a décidé d’attribuer {demandeur.a_nom} une subvention {aide.nature} de {aide.montant} ({aide.montant_lettres}){#aide.taux}, soit {aide.taux} d’une dépense éligible de {aide.base} {aide.assiette}{/}, pour le projet « {projet.intitule} ».',
)

/** The terms of any award: reserves, payment, pieces, end, duties, withdrawal (CRPA L242-2 2°). */
export const awardTerms: readonly Block[] = [
  {
    type: 'keyValues',
    entries: [
      { key: 'Réserves', value: [{ text: '{#aide.reserves}{aide.reserves}{/}' }] },
      { key: 'Versement', value: [{ text: '{aide.versement}' }] },
    ],
  },
  ...when(
    'convention_requise',
    text(
      'Une convention vous sera adressée pour signature ; aucun versement ne peut intervenir avant que les deux parties l’aient signée.',
    ),
  ),
  ...when(
    'a_des_pieces_a_retourner',
    announcing('Pour en obtenir le versement, je vous remercie de retourner :'),
    itemsOf('pieces_a_retourner', 'intitule'),
  ),
  text(
    'Si les justificatifs demandés ne sont pas produits au plus tard le {aide.caducite}, la subvention, ou la part qui n’en a pas été versée, sera caduque.',
  ),
  ...when(
    'a_des_obligations',
    announcing('Cette subvention est assortie des obligations suivantes :'),
    itemsOf('obligations', 'texte'),
  ),
  text(
    'Elle peut être retirée à tout moment, et son remboursement demandé, si les conditions mises à son octroi ne sont pas respectées ({texte.retrait}).',
  ),
]
