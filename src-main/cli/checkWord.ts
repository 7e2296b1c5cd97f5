import type { CheckFlag } from '#shared/domain/candidature/candidature.ts'

/** What a person must settle, in one or two words. A flag of a newer program is shown as it is. */
export const checkWord = (flag: string): string => (isKnown(flag) ? words[flag] : flag)

const words: Readonly<Record<CheckFlag, string>> = {
  amount: 'montant',
  'amount-zero': 'montant nul',
  applicant: 'demandeur',
  territory: 'territoire',
  duplicate: 'doublon',
  department: 'département',
  siret: 'SIRET',
  'contact-removed': 'coordonnées retirées',
}

const isKnown = (flag: string): flag is CheckFlag => Object.hasOwn(words, flag)
