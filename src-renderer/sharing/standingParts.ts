import type { SyncStanding } from '#shared/contract/syncAnswers.ts'
import type { Tone } from '../ui/tone.ts'

export interface StandingPart {
  readonly tone: Tone | 'neutral'
  readonly label: string
  /** The same as a sentence: what happened, what is safe, what to do. */
  readonly sentence: string
}

/** What is to be said where the thing stands, the graver first; nothing when it is in agreement. */
export function standingParts(standings: readonly SyncStanding[]): readonly StandingPart[] {
  const late = sum(standings, ({ late }) => late)
  const refused = sum(standings, ({ refused }) => refused) - late
  const pending = sum(standings, ({ pending }) => pending)
  return [
    ...(standings.some(({ isReadOnly }) => isReadOnly) ? [readOnlyPart] : []),
    ...(refused > 0 ? [refusedPart] : []),
    ...(late > 0 ? [latePart] : []),
    ...(pending > 0 ? [pendingPart] : []),
  ]
}

const sum = (standings: readonly SyncStanding[], count: (standing: SyncStanding) => number): number =>
  standings.reduce((total, standing) => total + count(standing), 0)

const readOnlyPart: StandingPart = {
  tone: 'reserved',
  label: 'Lecture seule',
  sentence:
    'Une version plus récente de Délibéré a écrit ici. Rien n’est perdu. Mettez l’application à jour pour modifier.',
}
const refusedPart: StandingPart = {
  tone: 'check',
  label: 'À régulariser',
  sentence:
    'Un changement écrit ici a été refusé. Il est gardé dans « Envoyer et recevoir », « À régulariser ».',
}
const latePart: StandingPart = {
  tone: 'reserved',
  label: 'Arrivé trop tard',
  sentence:
    'Un changement écrit ici est arrivé après la clôture. Il est gardé à côté, sans rien modifier ; voyez « À régulariser ».',
}
const pendingPart: StandingPart = {
  tone: 'neutral',
  label: 'À envoyer',
  sentence: 'Enregistré sur ce portable, pas encore reçu par les autres.',
}
