import type { RegulariseLine } from '#shared/contract/syncAnswers.ts'

/** Why a writing was refused, in a few words; the screens say it at length. */
export const verdictWords: Readonly<Record<RegulariseLine['verdict'], string>> = {
  forbidden: 'droit insuffisant',
  late: 'arrivé trop tard',
  conflict: 'modifié entre-temps par quelqu’un d’autre',
  closed: 'la séance n’était pas dans l’état voulu',
  'no-quorum': 'quorum non atteint',
  recused: 'déport en vigueur',
  invalid: 'écriture non recevable',
  revoked: 'poste retiré',
  forked: 'fichier ouvert en double',
  'unknown-schema': 'écrit par une version plus récente',
}
