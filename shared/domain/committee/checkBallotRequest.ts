import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { ItemKind, Vote } from '../session/session.ts'
import type { InstanceType } from './committee.ts'

/**
 * [CO10] A council votes by secret ballot when one third of the members present ask, by public ballot when one quarter
 * does (CGCT L2121-21). A secret ballot on a subsidy always needs its third; on a free point it may be an appointment,
 * which the law itself makes secret. Recording names without a formal request is a show of hands with names, or a public
 * ballot that the chair holds: then nobody is keyed and nothing is checked. Other instances: no text, hence no number.
 *
 * Refusal: `session.ballot-request` with `asked`, `required`.
 */
export function checkBallotRequest(
  vote: { readonly method: Vote['method']; readonly requestedBy: readonly string[] },
  about: {
    readonly type: InstanceType
    readonly kind: ItemKind
    /** Deliberative members in the room, recused ones taken out. */
    readonly inPersonIds: readonly string[]
  },
): Result<null> {
  const { method, requestedBy } = vote
  if (about.type !== 'organe_deliberant' || method === 'show-of-hands') return ok(null)
  const isNeeded = method === 'secret' && about.kind !== 'free'
  if (requestedBy.length === 0 && !isNeeded) return ok(null)
  const asked = about.inPersonIds.filter((id) => requestedBy.includes(id)).length
  const required = Math.ceil(about.inPersonIds.length / (method === 'secret' ? 3 : 4))
  return asked >= required ? ok(null) : refuse('session.ballot-request', { asked, required })
}
