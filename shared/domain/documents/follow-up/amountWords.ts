import { amountInWords } from '../inWords.ts'

/** Empty when there is no amount, or one that no budget of a committee reaches and words are not made for. */
export const amountWords = (amountCents: number | null): string =>
  amountCents === null || amountCents < 0 || amountCents >= 1e14 ? '' : amountInWords(amountCents)
