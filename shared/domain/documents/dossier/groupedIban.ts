/** « FR76 3000 4000 0312 3456 7890 143 »: groups of four, as banks print it; the spaces do not break. */
export const groupedIban = (iban: string): string =>
  iban
    .replace(/[^0-9a-z]/giu, '')
    .toUpperCase()
    .replace(/(.{4})(?=.)/gu, '$1\u00A0')
