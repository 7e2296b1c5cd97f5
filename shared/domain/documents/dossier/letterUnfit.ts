import { isAward } from '../../decision/isAward.ts'
import type { LetterKind } from '../model.ts'
import { frenchDate } from '../typography.ts'
import type { DossierFacts } from './dossierFacts.ts'
import { isReceipt } from './isReceipt.ts'
import { letterKindOf } from './letterKindOf.ts'
import { silenceOf } from './silenceOf.ts'

/** [LE8] Why this letter has no place for this candidature, in French; null when it has. What is only missing is asked elsewhere. */
export function letterUnfit(kind: LetterKind, facts: DossierFacts): string | null {
  const { candidature, instruction, decision } = facts
  if (isReceipt(kind)) return refusedBySilence(facts)
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

/** [LE11] A letter cannot promise an answer before a day that is gone. */
function refusedBySilence(facts: DossierFacts): string | null {
  const silence = silenceOf(facts)
  return silence === null || facts.madeOn === '' || silence.atLatest >= facts.madeOn
    ? null
    : `le silence de l’administration vaut rejet de la demande depuis le ${frenchDate(silence.atLatest)}`
}

const notExamined = 'aucune séance close n’a statué sur cette candidature'
