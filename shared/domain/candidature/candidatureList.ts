import type { Candidature } from './candidature.ts'

export type CandidatureSort = 'number' | 'applicant' | 'title' | 'department' | 'requested' | 'status'

export interface CandidatureQuery {
  readonly callId: string | null
  /** Words, folded like the index; every word must begin a word of the candidature. */
  readonly search: string
  readonly filters: {
    readonly department?: string
    readonly toCheck?: boolean
    readonly status?: Candidature['status']
  }
  /** Ids left out of the lines, of the totals and of the counts. */
  readonly without?: readonly string[]
  readonly sort: CandidatureSort
  readonly descending: boolean
  readonly offset: number
  /** At most 500. */
  readonly limit: number
}

export interface CandidatureRow {
  readonly id: string
  readonly dossierId: string
  readonly callId: string
  readonly number: number
  readonly applicant: string
  readonly title: string
  readonly department: string
  readonly requestedCents: number | null
  readonly status: Candidature['status']
  readonly toCheck: Candidature['toCheck']
  readonly mergedInto: string | null
}

export interface CandidaturePage {
  readonly rows: readonly CandidatureRow[]
  readonly total: number
  readonly requestedCentsTotal: number
  readonly departments: readonly { readonly code: string; readonly count: number }[]
}
