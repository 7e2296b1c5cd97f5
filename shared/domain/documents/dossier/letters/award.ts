import { awardSentence, awardTerms } from './awardTerms.ts'
import { text } from './letterParts.ts'
import { letterTemplate } from './letterTemplate.ts'

export const award = letterTemplate({
  document: 'letter-award',
  id: 'attribution-1',
  title: 'Notification d’attribution',
  object: 'Attribution d’une subvention {aide.nature}',
  appeals: 'recours',
  body: [
    text('J’ai le plaisir de vous informer de la suite favorable donnée à votre demande de subvention.'),
    awardSentence,
    ...awardTerms,
  ],
})
