import { foldForSearch } from '#shared/domain/dossier/foldForSearch.ts'
import type { Tone } from './tone.ts'

export interface PassphraseStrength {
  /** Long enough for the file to accept it. */
  readonly isAccepted: boolean
  readonly tone: Tone
  readonly sentence: string
}

const minimumCharacters = 12

/** An honest word on a passphrase. Only length is required; variety is what makes length worth something. */
export function judgePassphrase(text: string): PassphraseStrength {
  const length = Array.from(text).length
  if (length < minimumCharacters) {
    const missing = minimumCharacters - length
    return {
      isAccepted: false,
      tone: 'unfavourable',
      sentence: `Trop courte : encore ${missing} caractère${missing > 1 ? 's' : ''}. Quatre mots sans rapport entre eux conviennent très bien.`,
    }
  }
  const variety = new Set(foldForSearch(text).replace(/ /g, '')).size
  const distinctWords = new Set(foldForSearch(text).split(' ')).size
  if (variety < 6 || /^[\d\s./-]+$/.test(text)) {
    return {
      isAccepted: true,
      tone: 'reserved',
      sentence:
        'Acceptée, mais facile à deviner : des chiffres seuls ou des lettres répétées ne protègent pas.',
    }
  }
  if (length < 20 || distinctWords < 4) {
    return {
      isAccepted: true,
      tone: 'info',
      sentence: 'Convenable, si ce n’est ni un nom, ni une date, ni une phrase connue.',
    }
  }
  return {
    isAccepted: true,
    tone: 'favourable',
    sentence: 'Solide, si vous ne l’utilisez nulle part ailleurs.',
  }
}
