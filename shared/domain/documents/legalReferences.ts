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
]
