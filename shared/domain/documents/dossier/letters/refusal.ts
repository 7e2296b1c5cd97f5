import { rationale, text } from './letterParts.ts'
import { letterTemplate } from './letterTemplate.ts'

export const refusal = letterTemplate({
  document: 'letter-refusal',
  id: 'refus-1',
  title: 'Notification de refus',
  object: 'Suite donnée à votre demande de subvention',
  appeals: 'recours',
  body: [
    text(
      'J’ai le regret de vous informer que, par {acte.nature} n° {acte.numero} du {acte.date}, dont copie est jointe, {acte.autorite} n’a pas retenu votre demande de subvention{#demande.montant} d’un montant de {demande.montant}{/} pour le projet « {projet.intitule} ».',
    ),
    ...rationale,
    text(
      'Ce refus ne fait pas obstacle au dépôt d’une nouvelle demande. Le service chargé de votre dossier se tient à votre disposition pour vous en préciser les raisons.',
    ),
  ],
})
