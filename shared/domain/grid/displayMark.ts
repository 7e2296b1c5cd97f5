import type { Mark, Scale } from './grid.ts'

/** [GR2] A mark as a French reader writes it: « 4 », « 12,5 », « B », « oui », « sans objet ». `parseMark` reads it back. */
export function displayMark(
  scale: Pick<Scale, 'kind'>,
  mark: { readonly kind: 'not-applicable' } | Pick<Mark & { kind: 'value' }, 'kind' | 'hundredths'>,
): string {
  if (mark.kind === 'not-applicable') return 'sans objet'
  switch (scale.kind) {
    case 'A-D':
      return 'DCBA'[mark.hundredths / 100] ?? String(mark.hundredths / 100)
    case 'yes-no':
      return mark.hundredths === 0 ? 'non' : 'oui'
    default:
      return String(mark.hundredths / 100).replace('.', ',')
  }
}
