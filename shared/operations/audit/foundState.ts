import type { Candidature } from '#shared/domain/candidature/candidature.ts'
import type { Committee, Member, Recusal } from '#shared/domain/committee/committee.ts'
import { presentIds } from '#shared/domain/session/presentIds.ts'
import type { Session } from '#shared/domain/session/session.ts'
import type { AggregateState } from '../operation.ts'
import type { FoundState } from './auditLine.ts'

/** Of a state, what the auditor judges by; null for an entity by which it judges nothing. No name, no mark, no text. */
export function foundState(entity: string, state: AggregateState): FoundState | null {
  switch (entity.slice(0, entity.indexOf('/'))) {
    case 'committee': {
      const { instanceType, proxiesPerHolder } = state as Committee
      return { instanceType, proxiesPerHolder: proxiesPerHolder ?? 1 }
    }
    case 'member': {
      const { role, voice, inOffice, substituteOf } = state as Member
      return { role, voice, inOffice, substituteOf: substituteOf ?? null }
    }
    case 'candidature': {
      const { dossierId, mergedInto } = state as Candidature
      return { dossierId, mergedInto: mergedInto ?? null }
    }
    case 'recusal': {
      const { status, counting } = state as Recusal
      return { status, counting }
    }
    case 'session':
      return ofSession(state as Session)
    default:
      return null
  }
}

const ofSession = (session: Session): FoundState => ({
  status: session.status,
  secondConvocation: session.secondConvocation,
  agenda: session.agenda.map(({ id, kind, candidatureId, outcome }) => ({
    id,
    kind,
    candidatureId,
    opinion: outcome?.opinion ?? null,
  })),
  present: presentIds(session),
  substitutions: session.substitutions,
  proxies: session.proxies.map(({ giverId, holderId }) => ({ giverId, holderId })),
})
