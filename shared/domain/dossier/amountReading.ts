import type { Cents } from '#shared/kernel/cents.ts'

export type TaxBasis = 'HT' | 'TTC'

/** One thing the text can mean. */
export interface AmountMeaning {
  readonly amountCents: Cents
  readonly taxBasis: TaxBasis | null
  /** « dépense subventionnable », when the text gives it. */
  readonly eligibleBaseCents: Cents | null
}

/** Why a person must look. Permanent names: screens have a sentence for each. */
export type AmountDoubt =
  | 'empty'
  | 'no-figure'
  | 'ambiguous-separator'
  | 'odd-grouping'
  | 'leading-zeros'
  | 'too-many-decimals'
  | 'too-large'
  | 'scaled-unit'
  | 'approximate'
  | 'range'
  | 'negative'
  | 'other-currency'
  | 'percentage'
  | 'several-amounts'
  | 'tax-basis-unclear'
  | 'unknown-words'

export type AmountReading =
  | ({
      readonly status: 'certain'
      readonly raw: string
      readonly flags: readonly 'zero'[]
    } & AmountMeaning)
  | {
      readonly status: 'to-check'
      /** The text as the source wrote it, never altered. */
      readonly raw: string
      readonly doubt: AmountDoubt
      /** What it could mean, likeliest first; empty when nothing can be proposed. */
      readonly proposals: readonly AmountMeaning[]
    }
