/** Meanings that have a colour. Each also has a sign and a word: never colour alone. */
export type Tone = 'info' | 'favourable' | 'reserved' | 'unfavourable' | 'check'

export const toneSigns: Readonly<Record<Tone, string>> = {
  info: 'i',
  favourable: '✓',
  reserved: '◐',
  unfavourable: '✗',
  check: '?',
}
