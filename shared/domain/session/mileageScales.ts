/** A scale of mileage allowances and the time during which it is the one to apply. Dated data, like legal references. */
export interface MileageScale {
  readonly id: string
  /** French: what the table of expenses names as its source. */
  readonly source: string
  /** ISO dates, both included; null when open. */
  readonly validFrom: string
  readonly validTo: string | null
  /** Bands by fiscal horsepower, smallest first; the last one has no upper limit. */
  readonly bands: readonly {
    readonly upToHorsepower: number | null
    /** Thousandths of a euro a kilometre, for the first `upToKilometres` of the year. */
    readonly ratePerKilometreThousandths: number
  }[]
  /** Kilometres of the year under which these rates hold. */
  readonly upToKilometres: number
}

/**
 * [EX1] The scale in force at this date, or null. Proof level of the rates: memory, not read in the official text; every
 * document that uses them says « barème à vérifier par l’ordonnateur ».
 */
export const mileageScaleAt = (isoDate: string): MileageScale | null =>
  mileageScales.find(
    ({ validFrom, validTo }) => validFrom <= isoDate && (validTo === null || isoDate <= validTo),
  ) ?? null

/** When the rates move, close the row and add one; never rewrite a row that a table of expenses may have used. */
const mileageScales: readonly MileageScale[] = [
  {
    id: 'arrete-2006-07-03/2022-01-01',
    source: 'arrêté du 3 juillet 2006 modifié, taux en vigueur au 1er janvier 2022',
    validFrom: '2022-01-01',
    validTo: null,
    bands: [
      { upToHorsepower: 5, ratePerKilometreThousandths: 320 },
      { upToHorsepower: 7, ratePerKilometreThousandths: 410 },
      { upToHorsepower: null, ratePerKilometreThousandths: 450 },
    ],
    upToKilometres: 2_000,
  },
]
