import { sessionSeen } from '#shared/domain/session/sessionSeen.ts'
import type { AggregateKind, AggregateStates } from '#shared/operations/operation.ts'
import type { Hidden } from './hiddenFrom.ts'

export interface MemberSight {
  readonly memberId: string
  hidden(): Hidden
  /** Every member may read every mark of this candidature. */
  areMarksShown(candidatureId: string): boolean
}

type Seeing = { readonly [K in AggregateKind]: (state: AggregateStates[K]) => AggregateStates[K] | null }

/** What a member reads of an aggregate, kind by kind; null: it is not there. A new kind does not compile until it says. */
export function seenBy({ memberId, hidden, areMarksShown }: MemberSight): Seeing {
  const hides = (candidatureId: string): boolean => hidden().candidatureIds.has(candidatureId)
  return {
    committee: (state) => state,
    member: (state) => state,
    grid: (state) => state,
    call: (state) => state,
    dossier: (state) => (hidden().dossierIds.has(state.id) ? null : state),
    // The open questions are the secretary's: « doublon » would tell of another dossier.
    candidature: (state) => (hides(state.id) ? null : { ...state, toCheck: [] }),
    // What somebody else is still filling in is his, whatever was decided meanwhile.
    sheet: (state) => {
      if (hides(state.candidatureId)) return null
      if (state.evaluatorId === memberId) return state
      return state.status === 'filed' && areMarksShown(state.candidatureId) ? state : null
    },
    recusal: (state) => {
      if (hides(state.candidatureId)) return null
      return state.memberId === memberId ? state : { ...state, reason: '', assessmentReason: '' }
    },
    session: (state) => sessionSeen(state, hides),
    scenario: (state) => ({
      ...state,
      lines: Object.fromEntries(Object.entries(state.lines).filter(([id]) => !hides(id))),
    }),
    // How many an import brought, and documents made of the facts of every dossier.
    import: () => null,
    document: () => null,
    // The service's report and letters are the secretary's, and what they are made with.
    issuer: () => null,
    instruction: () => null,
    template: () => null,
  }
}
