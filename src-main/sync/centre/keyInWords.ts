/** A key as two people compare it: capitals, groups of four. */
export const keyInWords = (key: Uint8Array): string =>
  (Buffer.from(key).toString('hex').toUpperCase().match(/.{4}/g) ?? []).join(' ')
