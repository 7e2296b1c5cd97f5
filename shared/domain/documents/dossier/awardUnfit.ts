import { isAward } from '../../decision/isAward.ts'
import type { DossierFacts } from './dossierFacts.ts'

/** Why nothing can be awarded by an act or an agreement, in French; null when an amount was held. */
export function awardUnfit({ decision }: DossierFacts): string | null {
  if (decision === null) return 'aucune séance close n’a statué sur cette candidature'
  if (decision.waitingList) return 'la candidature est sur la liste complémentaire, sans montant'
  return isAward(decision.opinion) && (decision.amountCents ?? 0) > 0 ? null : 'aucune aide n’est attribuée'
}
