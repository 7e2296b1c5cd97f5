import type { Mark } from '#shared/domain/grid/grid.ts'

/** What the page of the guests is told: of one person, his own pile of one session and nothing else. */
export interface GuestHome {
  /** What was typed in this browser by somebody else is not sent as his. */
  readonly memberId: string
  readonly name: string
  readonly committee: string
  readonly candidatures: readonly {
    readonly candidatureId: string
    readonly number: number
    readonly applicant: string
    readonly title: string
    readonly state: 'to-mark' | 'draft' | 'filed'
  }[]
}

export interface GuestSheet {
  readonly candidatureId: string
  readonly number: number
  readonly applicant: string
  readonly title: string
  readonly description: string
  readonly objectives: string
  readonly state: 'draft' | 'filed'
  /** Of 100, two decimals, with a point; null while nothing counts. */
  readonly total: string | null
  readonly sections: readonly {
    readonly label: string
    readonly criteria: readonly GuestCriterion[]
  }[]
  /** Labels of the criteria without a mark, and of those whose mark asks for a comment that is not there. */
  readonly missing: readonly string[]
  readonly missingComments: readonly string[]
}

export interface GuestCriterion {
  readonly code: string
  readonly label: string
  readonly guidance: string
  /** Every mark of the scale, in hundredths, with the words that a person reads. */
  readonly choices: readonly { readonly hundredths: number; readonly label: string }[]
  readonly notApplicableAllowed: boolean
  readonly mark: Mark | null
}

/** Anything that was not done: a permanent code, and its French sentence. */
export interface GuestRefusal {
  readonly refused: string
  readonly sentence: string
}
