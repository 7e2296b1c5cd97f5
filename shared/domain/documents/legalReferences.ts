/** An article and the period during which it is the one to cite. */
export interface LegalReference {
  readonly id: LegalReferenceId
  readonly label: string
  /** ISO dates, both included; null when open. */
  readonly validFrom: string | null
  readonly validTo: string | null
}

export type LegalReferenceId =
  | 'minutes-of-council'
  | 'minutes-of-state-committee'
  | 'grant-by-resolution'
  | 'conflict-of-interest'
  | 'implicit-rejection'
  | 'missing-pieces'
  | 'distance-delay'
  | 'withdrawal-of-aid'
  | 'grant-by-department'
  | 'grant-by-region'
  | 'affairs-of-commune'
  | 'affairs-of-epci'
  | 'affairs-of-department'
  | 'affairs-of-region'
  | 'grant-law'
  | 'agreement-threshold'
  | 'republican-commitment'
  | 'closing-leaf'
  | 'examined-list'
  | 'state-investment-grant'
  | 'rural-equipment-grant'
  | 'prefect-powers'
  | 'de-minimis'

/** The text to cite in an act of this date [MN6], or null when none was in force. */
export const legalReferenceAt = (id: LegalReferenceId, isoDate: string): LegalReference | null =>
  legalReferences.find(
    (reference) =>
      reference.id === id &&
      (reference.validFrom === null || reference.validFrom <= isoDate) &&
      (reference.validTo === null || isoDate <= reference.validTo),
  ) ?? null

/** Dated data: when an article moves, close its row and add one; never rewrite a row an act may have cited. */
export const legalReferences: readonly LegalReference[] = [
  {
    id: 'minutes-of-council',
    label: 'article L2121-15 du code général des collectivités territoriales',
    validFrom: '2022-07-01',
    validTo: null,
  },
  {
    id: 'minutes-of-state-committee',
    label: 'article R133-13 du code des relations entre le public et l’administration',
    validFrom: '2016-01-01',
    validTo: null,
  },
  {
    id: 'grant-by-resolution',
    label: 'article L2311-7 du code général des collectivités territoriales',
    validFrom: null,
    validTo: '2025-12-31',
  },
  {
    id: 'grant-by-resolution',
    label: 'article L1612-25 du code général des collectivités territoriales',
    validFrom: '2026-01-01',
    validTo: null,
  },
  {
    id: 'conflict-of-interest',
    label: 'article R133-12 du code des relations entre le public et l’administration',
    validFrom: '2016-01-01',
    validTo: null,
  },
  {
    id: 'grant-by-department',
    label: 'article L3312-7 du code général des collectivités territoriales',
    validFrom: null,
    validTo: '2025-12-31',
  },
  {
    id: 'grant-by-department',
    label: 'article L1612-25 du code général des collectivités territoriales',
    validFrom: '2026-01-01',
    validTo: null,
  },
  {
    id: 'grant-by-region',
    label: 'article L4311-2 du code général des collectivités territoriales',
    validFrom: null,
    validTo: '2025-12-31',
  },
  {
    id: 'grant-by-region',
    label: 'article L1612-25 du code général des collectivités territoriales',
    validFrom: '2026-01-01',
    validTo: null,
  },
  {
    id: 'affairs-of-commune',
    label: 'article L2121-29 du code général des collectivités territoriales',
    validFrom: null,
    validTo: null,
  },
  {
    id: 'affairs-of-epci',
    label: 'article L5211-1 du code général des collectivités territoriales',
    validFrom: null,
    validTo: null,
  },
  {
    id: 'affairs-of-department',
    label: 'article L3211-1 du code général des collectivités territoriales',
    validFrom: null,
    validTo: null,
  },
  {
    id: 'affairs-of-region',
    label: 'article L4221-1 du code général des collectivités territoriales',
    validFrom: null,
    validTo: null,
  },
  {
    id: 'grant-law',
    label:
      'articles 9-1 et 10 de la loi n° 2000-321 du 12 avril 2000 relative aux droits des citoyens dans leurs relations avec les administrations',
    validFrom: null,
    validTo: '2022-01-02',
  },
  {
    id: 'grant-law',
    label:
      'articles 9-1, 10 et 10-1 de la loi n° 2000-321 du 12 avril 2000 relative aux droits des citoyens dans leurs relations avec les administrations',
    validFrom: '2022-01-03',
    validTo: null,
  },
  {
    id: 'agreement-threshold',
    label:
      'article 1er du décret n° 2001-495 du 6 juin 2001 pris pour l’application de l’article 10 de la loi n° 2000-321 du 12 avril 2000',
    validFrom: '2001-06-11',
    validTo: null,
  },
  {
    id: 'republican-commitment',
    label: 'décret n° 2021-1947 du 31 décembre 2021 relatif au contrat d’engagement républicain',
    validFrom: '2022-01-03',
    validTo: null,
  },
  {
    id: 'closing-leaf',
    label: 'article R2121-9 du code général des collectivités territoriales',
    validFrom: null,
    validTo: null,
  },
  {
    id: 'examined-list',
    label: 'article L2121-25 du code général des collectivités territoriales',
    validFrom: '2022-07-01',
    validTo: null,
  },
  {
    id: 'state-investment-grant',
    label:
      'décret n° 2018-514 du 25 juin 2018 relatif aux subventions de l’État pour des projets d’investissement',
    validFrom: '2018-10-01',
    validTo: null,
  },
  {
    id: 'rural-equipment-grant',
    label:
      'articles L2334-32 à L2334-39 et R2334-19 à R2334-35 du code général des collectivités territoriales',
    validFrom: '2012-01-01',
    validTo: null,
  },
  {
    id: 'prefect-powers',
    label:
      'décret n° 2004-374 du 29 avril 2004 relatif aux pouvoirs des préfets, à l’organisation et à l’action des services de l’État dans les régions et départements',
    validFrom: '2004-05-01',
    validTo: null,
  },
  {
    id: 'de-minimis',
    label:
      'règlement (UE) n° 1407/2013 de la Commission du 18 décembre 2013 relatif à l’application des articles 107 et 108 du traité sur le fonctionnement de l’Union européenne aux aides de minimis',
    validFrom: '2014-01-01',
    validTo: '2023-12-31',
  },
  {
    id: 'de-minimis',
    label:
      'règlement (UE) 2023/2831 de la Commission du 13 décembre 2023 relatif à l’application des articles 107 et 108 du traité sur le fonctionnement de l’Union européenne aux aides de minimis',
    validFrom: '2024-01-01',
    validTo: null,
  },
  {
    id: 'implicit-rejection',
    label: 'article L231-4 du code des relations entre le public et l’administration',
    validFrom: '2016-01-01',
    validTo: null,
  },
  {
    id: 'missing-pieces',
    label: 'article L114-5 du code des relations entre le public et l’administration',
    validFrom: '2016-01-01',
    validTo: null,
  },
  {
    id: 'distance-delay',
    label: 'article R421-7 du code de justice administrative',
    validFrom: null,
    validTo: null,
  },
  {
    id: 'withdrawal-of-aid',
    label: 'article L242-2 du code des relations entre le public et l’administration',
    validFrom: '2016-01-01',
    validTo: null,
  },
]
