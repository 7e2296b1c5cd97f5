import type { DisclosureMask } from '../documentBoard.ts'

/**
 * [DX2] Contact and bank details and what identifies a person, as people write them: no space or several between groups.
 * Too much is better than too little: a human confirms. None goes over a line end or from one cell to the next.
 */
export const contactPatterns: readonly {
  readonly kind: DisclosureMask['kind']
  readonly reason: string
  readonly pattern: RegExp
}[] = [
  {
    kind: 'e-mail',
    reason: 'adresse électronique',
    pattern:
      /[\p{L}\p{N}][\p{L}\p{N}._%+'’-]*[^\S\n\t]{0,3}(?:@|\(at\)|\[at\]|[([]arobase[)\]])[^\S\n\t]{0,3}[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.\p{L}{2,}/giu,
  },
  {
    kind: 'e-mail',
    reason: 'adresse électronique',
    pattern:
      /[\p{L}\p{N}][\p{L}\p{N}._%+'’-]*[^\S\n\t]{0,3}(?:@|(?<!\p{L})arobase(?!\p{L}))[^\S\n\t]{0,3}[\p{L}\p{N}][\p{L}\p{N}-]*(?:(?:\.|[^\S\n\t]point[^\S\n\t])[\p{L}\p{N}-]+){0,3}(?:\.|[^\S\n\t]point[^\S\n\t])\p{L}{2,}/giu,
  },
  {
    kind: 'phone',
    reason: 'numéro de téléphone',
    // Neither a date followed by an hour (« 03/05/2026 14 h ») nor an amount after a number (« lot 02 10 000 000 € »).
    pattern:
      /(?<!\d[,.]?)(?!\d{2}[ \u00A0\u202F.\-/]\d{2}[ \u00A0\u202F.\-/](?:19|20)\d{2}(?!\d))(?:(?:(?:\+|00)[^\S\n\t]{0,3}\d{2,3}[^\S\n\t]{0,3}(?:\(0\)[^\S\n\t]{0,3})?|0)[1-9](?:(?:[\u00A0\u202F .\-/‑–]{0,3}\d{2}){4}|[\u00A0\u202F .-]{1,3}\d{3}[\u00A0\u202F .-]{1,3}\d{3}[\u00A0\u202F .-]{1,3}\d{2}|[\u00A0\u202F .-]{1,3}\d{2}[\u00A0\u202F .-]{1,3}\d{3}[\u00A0\u202F .-]{1,3}\d{3})|0[^\S\n\t]?8\d{2}[\u00A0\u202F .-]{1,3}\d{3}[\u00A0\u202F .-]{1,3}\d{3})(?!\d|,\d|[^\S\n\t]?(?:€|k€|euros?|habitants))/giu,
  },
  {
    kind: 'bank',
    reason: 'coordonnées bancaires (IBAN)',
    pattern: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:(?:[^\S\n\t]{0,4}|[.-])[A-Z0-9]){11,30}(?![\p{L}\p{N}])/gu,
  },
  {
    kind: 'bank',
    reason: 'coordonnées bancaires (IBAN)',
    // In lower case words would follow: only the shape of a French account, or a bank then digits alone.
    pattern:
      /(?<![\p{L}\p{N}])(?:(?:fr|mc)\d{2}(?:(?:[^\S\n\t]{0,4}|[.-])\d){10}(?:(?:[^\S\n\t]{0,4}|[.-])[a-z0-9]){11}(?:(?:[^\S\n\t]{0,4}|[.-])\d){2}|[a-z]{2}\d{2}(?:(?:[^\S\n\t]{0,4}|[.-])[a-z]{4})?(?:(?:[^\S\n\t]{0,4}|[.-])\d){12,26})(?![\p{L}\p{N}])/giu,
  },
  {
    kind: 'bank',
    reason: 'coordonnées bancaires (RIB)',
    pattern:
      /(?<!\d)\d{5}(?:[^\S\n\t]{1,4}|[.-])\d{5}(?:[^\S\n\t]{1,4}|[.-])[A-Z0-9]{11}(?:[^\S\n\t]{1,4}|[.-])\d{2}(?!\d)/giu,
  },
  {
    kind: 'bank',
    reason: 'coordonnées bancaires (BIC)',
    pattern: /(?<=\b(?:BIC|SWIFT)\s?:?\s?)[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b/gu,
  },
  {
    kind: 'natural-person',
    reason: 'numéro de sécurité sociale',
    pattern:
      /(?<!\d[,.]?)[12][\u00A0\u202F .-]{0,3}\d{2}[\u00A0\u202F .-]{0,3}(?:0[1-9]|1[0-2]|[2-9]\d)[\u00A0\u202F .-]{0,3}(?:\d{2}|2[AB])[\u00A0\u202F .-]{0,3}\d{3}[\u00A0\u202F .-]{0,3}\d{3}(?:[\u00A0\u202F .\-/]{0,3}\d{2})?(?!\d|,\d|[^\S\n\t]?(?:€|k€|euros?))/giu,
  },
  {
    kind: 'natural-person',
    reason: 'date de naissance',
    pattern:
      /(?<!\p{L})(?:née?s?(?:\(e\))?(?:[^\S\n\t]+à[^\S\n\t][^,.;:()\n\t]{2,40}?,?)?[^\S\n\t]+le|date de naissance[^\S\n\t]*:?)[^\S\n\t]+(?:\d{1,2}(?:er)?[^\S\n\t]+\p{L}{3,9}[^\S\n\t]+\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})(?!\d)(?:,?[^\S\n\t]+à[^\S\n\t]\p{L}[\p{L}'’-]+)?/giu,
  },
  {
    kind: 'address',
    reason: 'adresse postale',
    // « Dossier n° 12, Place des fêtes » is the name of a project.
    pattern:
      /(?<!\p{N}|n°[^\S\n\t]?)\d{1,4}(?:[^\S\n\t]?(?:bis|ter|quater))?,?[^\S\n\t](?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|allée|allées|route|quai|square|cours|passage|hameau|lotissement|résidence|venelle)[^\S\n\t][^.,;:()\n\t]{2,60}(?:,?[^\S\n\t]\d{5}[^\S\n\t][\p{Lu}][\p{L}'’-]*(?:[^\S\n\t-][\p{Lu}][\p{L}'’-]*)*)?/giu,
  },
  {
    kind: 'address',
    reason: 'adresse postale',
    pattern:
      /(?<!\p{L})[Ll]ieu[-‑ ]?[Dd]it[^\S\n\t]+(?:«[^\S\n\t]?)?(?:(?:[Ll][ea]s?|[Ll]['’]|d[eu]s?|d['’])[^\S\n\t]?)*\p{Lu}[\p{L}'’-]*(?:[^\S\n\t](?:(?:[Ll][ea]s?|d[eu]s?)[^\S\n\t])?\p{Lu}[\p{L}'’-]*)*(?:[^\S\n\t]?»)?(?:,?[^\S\n\t]\d{5}[^\S\n\t]\p{Lu}[\p{L}'’-]*(?:[^\S\n\t-]\p{Lu}[\p{L}'’-]*)*)?/gu,
  },
]
