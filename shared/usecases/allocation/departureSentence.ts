import { frenchAmount } from '#shared/domain/documents/typography.ts'
import type { Departure } from '#shared/domain/envelope/departuresOf.ts'
import { candidatureInWords, type NamedCandidature } from './candidatureInWords.ts'

/** What a departure from the ranking is, in one French sentence. */
export function departureSentence(departure: Departure, candidature: NamedCandidature): string {
  const who = `La ${candidatureInWords(candidature)}`
  const amount = frenchAmount(departure.amountCents)
  const against = frenchAmount(departure.againstCents)
  switch (departure.kind) {
    case 'skipped':
      return departure.againstCents > 0
        ? `${who} ne reçoit rien, alors que l’attribution par rang lui donne ${against}.`
        : `${who} ne reçoit rien, alors que des candidatures moins bien classées sont servies.`
    case 'served-below-line':
      return `${who} reçoit ${amount}, alors que l’attribution par rang ne la sert pas.`
    case 'above-rules':
      return `${who} reçoit ${amount}, plus que les ${against} que permet le règlement ou que demande le projet.`
    case 'below-viable':
      return `${who} reçoit ${amount}, moins que les ${against} sans lesquels le projet ne peut se faire.`
  }
}
