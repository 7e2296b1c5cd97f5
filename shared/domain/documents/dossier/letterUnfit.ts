import { isAward } from '../../decision/isAward.ts'
import type { LetterKind } from '../model.ts'
import type { DossierFacts } from './dossierFacts.ts'
import { letterKindOf } from './letterKindOf.ts'

/** [LE8] Why this letter has no place for this candidature, in French; null when it has. What is only missing is asked elsewhere. */
export function letterUnfit(
  kind: LetterKind,
  { candidature, instruction, decision }: DossierFacts,
): string | null {
  if (kind === 'letter-acknowledgement' || kind === 'letter-incomplete') return null
  if (decision === null)
    return kind === 'letter-inadmissible' && instruction.inadmissibility !== null ? null : notExamined
  if (decision.opinion === 'deferred') return 'la candidature est ajournée'
  switch (kind) {
    case 'letter-inadmissible':
      return decision.opinion === 'inadmissible' ? null : 'la candidature n’est pas irrecevable'
    case 'letter-refusal':
      return letterKindOf(decision, candidature.requestedCents) === kind
        ? null
        : 'la candidature n’est pas rejetée'
    case 'letter-waiting-list':
      return decision.waitingList && letterKindOf(decision, candidature.requestedCents) === kind
        ? null
        : 'la candidature n’est pas sur la liste complémentaire'
    case 'letter-award':
    case 'letter-partial-award': {
      if (!isAward(decision.opinion) || (decision.waitingList && (decision.amountCents ?? 0) === 0))
        return 'aucune aide n’est attribuée'
      const given = decision.amountCents ?? 0
      const asked = candidature.requestedCents
      if (given === 0 || asked === null) return null
      if (kind === 'letter-award')
        return given < asked ? 'l’aide attribuée est inférieure au montant demandé' : null
      return given < asked ? null : 'tout le montant demandé est attribué'
    }
  }
}

const notExamined = 'aucune séance close n’a statué sur cette candidature'
