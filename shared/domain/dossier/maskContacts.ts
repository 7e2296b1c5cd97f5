const removedContact = '[coordonnée retirée]'

export interface MaskedText {
  readonly text: string
  /** How many addresses and numbers were replaced. */
  readonly removedCount: number
}

/** Replaces e-mail addresses and French telephone numbers by « [coordonnée retirée] » ([DO22]). */
export function maskContacts(text: string): MaskedText {
  let removedCount = 0
  const replace = () => {
    removedCount += 1
    return removedContact
  }
  let masked = text
  for (const { sign, pattern } of contactPatterns)
    if (sign.test(masked)) masked = masked.replace(pattern, replace)
  return { text: masked, removedCount }
}

/** `sign` is a cheap test: ten thousand descriptions without any address must not cost a second. */
const contactPatterns: readonly { readonly sign: RegExp; readonly pattern: RegExp }[] = [
  {
    sign: /@|\(at\)|\[at\]|\(arobase\)/i,
    pattern:
      /(?<![\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{N}._%+'-]*\s?(?:@|\(at\)|\[at\]|\(arobase\))\s?[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.\p{L}{2,}/giu,
  },
  {
    // +33 (0)2 97 00 00 00, 0033 2…, 02.97.00.00.00, 0297000000
    sign: /\d{2}/,
    pattern: /(?<![\d,.])(?:(?:\+|00)\s?33\s?(?:\(0\)\s?)?|0)[1-9](?:[\s.\-/]?\d{2}){4}(?!\d)/gu,
  },
  {
    // 0 800 123 456 and 0800 123 456
    sign: /\d{3}/,
    pattern: /(?<![\d,.])0\s?8\d{2}[\s.-]\d{3}[\s.-]\d{3}(?!\d)/gu,
  },
]
