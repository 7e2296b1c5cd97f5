import { frenchDecimal, frenchOrdinal } from '../typography.ts'
import type { DossierFacts } from './dossierFacts.ts'
import { rationaleOf } from './rationaleOf.ts'

/** [LE7] The reason in fact speaks of money that ran out: alone it says nothing of the dossier. */
export const pleadsLackOfMoney = (facts: DossierFacts): boolean =>
  lackOfMoney.test(rationaleOf(facts).factual)

const lackOfMoney =
  /(?:cr[ée]dits?|enveloppe|budget\p{L}*|fonds|dotation|moyens)[^.;]{0,60}(?:insuffisan|épuisé|consommé|limité)|(?:insuffisance|épuisement|manque|absence)[^.;]{0,40}(?:cr[ée]dits?|enveloppe|budget|fonds|dotation|moyens)/iu

/** « Votre dossier a obtenu la note de 61,00 sur 100 et le 4e rang ; le dernier dossier servi, 74,00. »; empty when unknown. */
export function rankingSentence({ decision }: DossierFacts): string {
  if (decision === null || decision.score === null || decision.rank === null || decision.cutScore === null)
    return ''
  return `Votre dossier a obtenu la note de ${frenchDecimal(decision.score)} sur 100 et se place au ${frenchOrdinal(decision.rank)} rang du classement ; le dernier dossier servi a obtenu ${frenchDecimal(decision.cutScore)}.`
}
