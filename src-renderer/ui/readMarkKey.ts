import type { ScaleKind } from '#shared/domain/grid/grid.ts'

/** What one key press means inside the grid region of the scoring sheet. */
export type KeyIntent =
  | { readonly kind: 'mark'; readonly hundredths: number }
  /** More digits may follow: the text waits for Enter or a pause. */
  | { readonly kind: 'typing'; readonly text: string }
  | { readonly kind: 'off-scale'; readonly text: string }
  | {
      readonly kind:
        | 'not-applicable'
        | 'clear'
        | 'comment'
        | 'next-criterion'
        | 'previous-criterion'
        | 'next-candidature'
        | 'previous-candidature'
        | 'recusal'
        | 'file'
        | 'cancel'
    }

/** The part of a keyboard event that is read; `code` is the place of the key, whatever the layout. */
export interface PressedKey {
  readonly key: string
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/**
 * [UI1] Reads one key on a criterion of this scale. `typed` is what was typed and not yet taken on a two-digit scale.
 * Digits are read by their place on the keyboard: on AZERTY the top row gives & é " without Shift. Letters are read by what they
 * write. N means « non » on yes/no (« sans objet » is S there) and C is a mark on A-D (the comment is Shift+C).
 */
export function readMarkKey(press: PressedKey, scale: ScaleKind, typed: string): KeyIntent | null {
  if (press.altKey) return press.ctrlKey || press.metaKey ? null : readAltKey(press.key)
  if (press.ctrlKey || press.metaKey) return press.key === 'Enter' ? { kind: 'file' } : null
  switch (press.key) {
    case 'Enter':
      return typed === '' ? { kind: 'next-criterion' } : readTyped(scale, typed)
    case 'Escape':
      return typed === '' ? null : { kind: 'cancel' }
    case 'Backspace':
    case 'Delete':
      return typed === '' ? { kind: 'clear' } : { kind: 'cancel' }
    case 'ArrowDown':
      return { kind: 'next-criterion' }
    case 'ArrowUp':
      return { kind: 'previous-criterion' }
  }
  return readDigit(press, scale, typed) ?? readLetter(press, scale)
}

/** What is typed so far, taken as a mark: « 12 », « 12,5 ». */
export function readTyped(scale: ScaleKind, typed: string): KeyIntent {
  const [whole = '', half = ''] = typed.split(',')
  const hundredths = Number(whole) * 100 + (half === '' ? 0 : Number(half) * 10)
  const onScale =
    whole !== '' && hundredths <= maximumOf[scale] * 100 && (half === '' || half === '0' || half === '5')
  return onScale ? { kind: 'mark', hundredths } : { kind: 'off-scale', text: typed }
}

const maximumOf: Readonly<Record<ScaleKind, number>> = {
  '0-3': 3,
  '0-5': 5,
  '0-10': 10,
  '0-20': 20,
  'A-D': 3,
  'yes-no': 1,
}

function readAltKey(key: string): KeyIntent | null {
  if (key === 'ArrowRight') return { kind: 'next-candidature' }
  if (key === 'ArrowLeft') return { kind: 'previous-candidature' }
  return null
}

function readDigit(press: PressedKey, scale: ScaleKind, typed: string): KeyIntent | null {
  const twoDigits = scale === '0-10' || scale === '0-20'
  const digit =
    /^(?:Digit|Numpad)([0-9])$/.exec(press.code)?.[1] ?? (/^[0-9]$/.test(press.key) ? press.key : null)
  if (digit !== null) {
    if (scale === 'A-D') return null
    if (twoDigits) return { kind: 'typing', text: typed + digit }
    return readTyped(scale, digit)
  }
  const separator = press.key === ',' || press.key === '.' || press.code === 'NumpadDecimal'
  return twoDigits && separator && typed !== '' && !typed.includes(',')
    ? { kind: 'typing', text: `${typed},` }
    : null
}

function readLetter({ key, shiftKey }: PressedKey, scale: ScaleKind): KeyIntent | null {
  const letter = key.toLowerCase()
  if (scale === 'A-D' && !shiftKey && letter >= 'a' && letter <= 'd' && letter.length === 1) {
    return { kind: 'mark', hundredths: (100 - letter.charCodeAt(0)) * 100 }
  }
  if (scale === 'yes-no') {
    if (letter === 'o') return { kind: 'mark', hundredths: 100 }
    if (letter === 'n') return { kind: 'mark', hundredths: 0 }
    if (letter === 's') return { kind: 'not-applicable' }
  }
  if (letter === 'n') return { kind: 'not-applicable' }
  if (letter === 'c') return { kind: 'comment' }
  if (letter === 'r') return { kind: 'recusal' }
  return null
}
