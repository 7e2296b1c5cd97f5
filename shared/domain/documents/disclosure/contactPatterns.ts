import type { DisclosureMask } from '../documentBoard.ts'

/** [DX2] Contact and bank details, as people write them. Too much is better than too little: a human confirms. */
export const contactPatterns: readonly {
  readonly kind: DisclosureMask['kind']
  readonly reason: string
  readonly pattern: RegExp
}[] = [
  {
    kind: 'e-mail',
    reason: 'adresse électronique',
    pattern:
      /[\p{L}\p{N}][\p{L}\p{N}._%+'’-]*\s?(?:@|\(at\)|\[at\]|\(arobase\))\s?[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.\p{L}{2,}/giu,
  },
  {
    kind: 'phone',
    reason: 'numéro de téléphone',
    pattern:
      /(?<![\d,.])(?:(?:(?:\+|00)\s?\d{2,3}\s?(?:\(0\)\s?)?|0)[1-9](?:[\s.\-/]?\d{2}){4}|0\s?8\d{2}[\s.-]\d{3}[\s.-]\d{3})(?!\d)/gu,
  },
  {
    kind: 'bank',
    reason: 'coordonnées bancaires (IBAN)',
    pattern: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[\s.-]?[A-Z0-9]){11,30}(?![\p{L}\p{N}])/gu,
  },
  {
    kind: 'bank',
    reason: 'coordonnées bancaires (RIB)',
    pattern: /(?<!\d)\d{5}[\s.-]\d{5}[\s.-][A-Z0-9]{11}[\s.-]\d{2}(?!\d)/gu,
  },
  {
    kind: 'bank',
    reason: 'coordonnées bancaires (BIC)',
    pattern: /(?<=\b(?:BIC|SWIFT)\s?:?\s?)[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b/gu,
  },
  {
    kind: 'address',
    reason: 'adresse postale',
    pattern:
      /(?<!\p{N})\d{1,4}(?:\s?(?:bis|ter|quater))?,?\s(?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allée|allées|route|quai|square|cours|passage|hameau|lotissement|résidence|venelle)\s[^.,;:()\n]{2,60}(?:,?\s\d{5}\s[\p{Lu}][\p{L}'’-]*(?:[\s-][\p{Lu}][\p{L}'’-]*)*)?/giu,
  },
]
