import type { InputOf } from '#shared/contract/contract.ts'

/** A commission that advises the council, and its call with an envelope of 40 000 €: the small committee of several tests. */
export const smallInstance: InputOf<'file.create'>['committee'] = {
  name: 'Commission numérique',
  instanceType: 'commission_interne',
  decidingAuthority: 'le conseil municipal',
  place: 'Mairie de Plouvara',
  recusalCounting: 'numerator',
}

export const smallCall = (gridId: string): InputOf<'call.open'> => ({
  name: 'Appel 2026',
  scheme: 'Transformation numérique',
  fiscalYear: 2026,
  opensOn: null,
  closesOn: null,
  gridId,
  rules: {
    envelopeCents: 4_000_000,
    maxRateBasisPoints: null,
    capCents: null,
    aggregation: 'mean',
    minimumEvaluators: 1,
    gapAlertPoints: 20,
    minimumScore: null,
    tieBreakers: [{ kind: 'lowest-requested' }],
    atCutLine: 'partial-award',
  },
})
