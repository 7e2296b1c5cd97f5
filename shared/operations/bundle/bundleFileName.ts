/** What the name of every bundle ends with. */
export const bundleExtension = '.delibere-cle'

/**
 * The name proposed for a bundle: « Envoi du 2026-11-22 pour la salle.delibere-cle ». It names nobody and no committee:
 * keys are lent and lost.
 * @param on ISO date.
 */
export const bundleFileName = (on: string, forWhom: 'person' | 'room'): string =>
  `Envoi du ${on} pour ${forWhom === 'room' ? 'la salle' : 'une personne'}${bundleExtension}`
