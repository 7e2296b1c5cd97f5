import type { CheckFlag } from '#shared/domain/candidature/candidature.ts'

/** What a person must settle on a candidature, in a word for a tag and in a sentence for the dossier. */
export const checkFlagWords: Readonly<
  Record<CheckFlag, { readonly tag: string; readonly sentence: string }>
> = {
  amount: { tag: 'montant', sentence: 'Le montant de la source peut se lire de plusieurs façons.' },
  'amount-zero': { tag: 'montant nul', sentence: 'Le montant demandé est de zéro euro.' },
  applicant: { tag: 'demandeur', sentence: 'Le demandeur n’a pas été reconnu.' },
  territory: {
    tag: 'territoire',
    sentence: 'Le territoire n’a pas été reconnu, ou plusieurs portent ce nom.',
  },
  duplicate: { tag: 'doublon', sentence: 'Une autre candidature lui ressemble.' },
  department: {
    tag: 'département',
    sentence: 'Le département manque, ou son code et son nom se contredisent.',
  },
  siret: { tag: 'SIRET', sentence: 'Le numéro SIRET n’a pas la forme attendue.' },
  'contact-removed': {
    tag: 'coordonnées',
    sentence: 'Des coordonnées personnelles ont été retirées du texte à l’import.',
  },
}
