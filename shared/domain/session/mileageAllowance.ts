import { type Cents, cents, zeroCents } from '#shared/kernel/cents.ts'
import type { MileageScale } from './mileageScales.ts'
import type { Travel } from './session.ts'

export interface MileageAllowance {
  /** Null when the journey is not paid by the kilometre. */
  readonly ratePerKilometreThousandths: number | null
  readonly amountCents: Cents
}

/**
 * [EX2] What a journey gives by a scale: kilometres × rate, to the cent, half up. Only one's own vehicle is paid by the
 * kilometre; a passenger and public transport are not. An unknown fiscal horsepower gives the lowest rate.
 */
export function mileageAllowance(scale: MileageScale, travel: Travel): MileageAllowance {
  if (travel.mode !== 'own-vehicle') return { ratePerKilometreThousandths: null, amountCents: zeroCents }
  const horsepower = travel.fiscalHorsepower ?? 0
  const band = scale.bands.find(
    ({ upToHorsepower }) => upToHorsepower === null || horsepower <= upToHorsepower,
  )
  const rate = band?.ratePerKilometreThousandths ?? 0
  return {
    ratePerKilometreThousandths: rate,
    amountCents: cents(Math.floor((travel.kilometres * rate + 5) / 10)),
  }
}
