import type { ProjectedContent, ProjectionLevel } from './projection.ts'

/**
 * What the wall shows, and nothing else: no comment, no draft, no name beside a mark, no mark before it is revealed. At
 * the level `numbers` neither applicant nor title is named.
 */
export interface ProjectionView {
  readonly content: ProjectedContent
  readonly level: ProjectionLevel
  readonly title: string
  readonly isPaused: boolean
  readonly agenda: readonly {
    readonly place: number
    readonly label: string
    readonly state: 'upcoming' | 'current' | 'decided' | 'deferred'
  }[]
  readonly dossier: {
    readonly number: number | null
    readonly applicant: string
    readonly title: string
    readonly requestedCents: number | null
    /** Of 100; only once revealed. */
    readonly score: string | null
    readonly rank: number | null
    /** Totals of the sheets, lowest first, without names; only once revealed. */
    readonly sheetTotals: readonly string[]
  } | null
  readonly quorum: {
    readonly counted: number
    readonly required: number
    readonly reached: boolean
    readonly applies: boolean
  }
  readonly envelope: { readonly totalCents: number; readonly awardedCents: number } | null
  readonly result: {
    readonly label: string
    readonly tone: 'favourable' | 'reserved' | 'unfavourable' | 'neutral'
    readonly amountCents: number | null
    readonly vote: {
      readonly for: number
      readonly against: number
      readonly abstention: number
      readonly secret: boolean
    } | null
  } | null
  readonly clock: {
    /** "HH:MM:SS" at which the current point was taken up, null when none runs. */
    readonly runningSince: string | null
    readonly spentSeconds: number
    readonly plannedMinutes: number | null
  }
}
