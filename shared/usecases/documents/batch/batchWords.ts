import type { BatchKind } from '#shared/domain/documents/documentBoard.ts'

interface Words {
  readonly singular: string
  readonly plural: string
  /** Name of the one PDF of all of them. */
  readonly together: string
  /** What to say when none of them has a sense in the session. */
  readonly none: string
}

export const batchWords: Readonly<Record<BatchKind, Words>> = {
  letters: {
    singular: 'courrier',
    plural: 'courriers',
    together: 'Tous les courriers',
    none: 'aucun point de la séance n’appelle de courrier',
  },
  'award-orders': {
    singular: 'arrêté attributif',
    plural: 'arrêtés attributifs',
    together: 'Tous les arrêtés attributifs',
    none: 'la séance n’a attribué aucun montant',
  },
  agreements: {
    singular: 'convention',
    plural: 'conventions',
    together: 'Toutes les conventions',
    none: 'la séance n’a attribué aucun montant',
  },
  reports: {
    singular: 'rapport d’instruction',
    plural: 'rapports d’instruction',
    together: 'Tous les rapports d’instruction',
    none: 'l’ordre du jour ne porte aucune candidature',
  },
}
