import { ofName } from '../typography.ts'
import { escapeMarkup } from './renderMarkup.ts'

/** Fields of a ready phrase: what the point under way says, null where it says nothing. */
export interface PhraseValues {
  readonly demandeur: string | null
  readonly projet: string | null
  readonly montant_demande: string | null
  readonly rapporteur: string | null
}

/**
 * [MK7] A ready phrase with its fields filled, in light markup. Without a rapporteur it says « le rapporteur »; null when
 * it speaks of what the point does not have. Braces around anything else are text.
 */
export function fillPhrase(phrase: string, values: PhraseValues): string | null {
  const fields = [...phrase.matchAll(field)].map(([, , name]) => name as keyof PhraseValues)
  if (fields.some((name) => valueOf(name, values) === '')) return null
  return phrase.replace(field, (_, of: string | undefined, name: keyof PhraseValues, place: number) => {
    const value = valueOf(name, values)
    const linked = of === undefined ? value : ofName(value).replace(/^de le /u, 'du ')
    const startsSentence = of === undefined && /(?:^|[.!?…]\s+)$/u.test(phrase.slice(0, place))
    return escapeMarkup(startsSentence ? linked.charAt(0).toUpperCase() + linked.slice(1) : linked)
  })
}

const field = /(\bde )?\{(demandeur|projet|montant_demande|rapporteur)\}/gu

const valueOf = (name: keyof PhraseValues, values: PhraseValues): string =>
  values[name]?.trim() || (name === 'rapporteur' ? 'le rapporteur' : '')
