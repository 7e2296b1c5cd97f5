/**
 * The published object by which candidatures are marked. One aggregate per version: an edit after the lock makes a
 * new version that names the one it replaces.
 */
export interface Grid {
  readonly id: string
  readonly label: string
  /** 1 for the first version, then +1. */
  readonly version: number
  readonly replaces: string | null
  readonly sections: readonly GridSection[]
  /** `locked` from the first filed mark on: no content change is accepted any more. */
  readonly status: 'draft' | 'locked'
}

export interface GridSection {
  readonly label: string
  readonly criteria: readonly Criterion[]
}

export interface Criterion {
  /** Short, unique in the grid, upper case, e.g. `PERT`. Marks name it. */
  readonly code: string
  readonly label: string
  readonly guidance: string
  /** Share in the total, a positive integer (percent by habit, any sum works). Ignored when `informative`. */
  readonly weight: number
  readonly scale: Scale
  /** Marked and shown, outside the total. */
  readonly informative: boolean
  /** « sans objet » allowed: the criterion leaves the denominator of that sheet. */
  readonly notApplicableAllowed: boolean
  /** Below this mark (hundredths of the scale) on the aggregated criterion, an unfavourable opinion is proposed. */
  readonly knockoutBelow: number | null
  readonly comment: CommentRule
}

/** `extremes`: mandatory at or under the lowest level above the minimum (mark ≤ 1 of the scale) or at the maximum. */
export type CommentRule = 'optional' | 'always' | 'extremes'

/** Scales of the field. Marks are stored in hundredths of a point: A = 300, yes = 100, 12,5 = 1250. */
export type ScaleKind = '0-3' | '0-5' | '0-10' | '0-20' | 'A-D' | 'yes-no'

export interface Scale {
  readonly kind: ScaleKind
  /** Described levels: what a mark means, in words. Keys are marks in hundredths, as text. */
  readonly anchors: Readonly<Record<string, string>>
}

/** A filled cell of a sheet. Absent from the sheet = not marked yet, never zero. */
export type Mark =
  | { readonly kind: 'value'; readonly hundredths: number; readonly comment: string }
  | { readonly kind: 'not-applicable'; readonly comment: string }
