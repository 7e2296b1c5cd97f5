import { awardSentence, awardTerms } from './awardTerms.ts'
import { rationale, text } from './letterParts.ts'
import { letterTemplate } from './letterTemplate.ts'

/** Says what was asked, what is given, and why not all of it. */
export const partialAward = letterTemplate({
  document: 'letter-partial-award',
  id: 'attribution-partielle-1',
  title: 'Notification d’attribution partielle',
  object: 'Attribution partielle d’une subvention {aide.nature}',
  appeals: 'recours',
  body: [
    text('Votre demande de subvention a été retenue en partie.'),
    awardSentence,
    text(
      'Vous aviez demandé {demande.montant} ; {aide.non_retenu} ne sont pas accordés.{#est_sur_liste} Votre demande reste inscrite sur la liste complémentaire pour cette part.{/}',
    ),
    ...rationale,
    ...awardTerms,
  ],
})
