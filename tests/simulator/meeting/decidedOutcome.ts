import type { Session } from '#shared/domain/session/session.ts'
import { cents } from '#shared/kernel/cents.ts'
import type { WrittenOutcome } from '#shared/operations/operation.ts'
import type { Act } from './act.ts'
import { callId } from './cast.ts'
import type { View } from './view.ts'

/**
 * What the screen of the secretary would send: the room as this laptop sees it, everybody in it voting for. The quorum is
 * written as this laptop counts it, reached or not: the authority must count again.
 */
export function decidedOutcome(
  act: Extract<Act, { kind: 'decide' }>,
  candidatureId: string,
  session: Session,
  view: View,
): WrittenOutcome {
  const inRoom = Object.entries(session.attendance).flatMap(([id, { inRoom }]) => (inRoom ? [id] : []))
  const members = inRoom.filter((id) => view.get('member', id) !== null)
  const recused = members.filter((memberId) => {
    const recusal = view.get('recusal', `${candidatureId}/${memberId}`)
    return recusal !== null && recusal.status !== 'set-aside'
  })
  const voters = members.filter((id) => !recused.includes(id))
  const base = membersInOffice(session, view)
  const at = `${String(14 + Math.floor((act.minute % 360) / 60)).padStart(2, '0')}:${String(act.minute % 60).padStart(2, '0')}`
  const required = Math.max(1, Math.ceil(base / 2))
  return {
    opinion: act.favourable ? 'favourable' : 'unfavourable',
    amountCents: act.favourable ? cents(100_000) : null,
    conditions: '',
    rationale: { legal: '', factual: act.favourable ? '' : 'projet trop peu mûr' },
    vote: {
      method: 'show-of-hands',
      for: act.favourable ? voters.length : 0,
      against: act.favourable ? 0 : voters.length,
      abstention: 0,
      notTakingPart: 0,
      named: null,
      castingVote: false,
      adopted: act.favourable,
      disagreements: [],
    },
    quorum: {
      inOffice: base,
      present: members.length,
      represented: 0,
      counted: voters.length,
      base,
      required,
      reached: true,
      applies: true,
    },
    presentIds: members,
    recused: recused.map((memberId) => ({
      memberId,
      leftAt: at,
      returnedAt: at,
      counting: 'numerator' as const,
    })),
    proxies: [],
    decidedAt: at,
  }
}

/** As many as this laptop knows of. */
function membersInOffice(session: Session, view: View): number {
  const known = new Set(Object.keys(session.attendance))
  for (let n = 1; n <= 40; n++) known.add(`m${n}`)
  return view.get('call', callId) === null
    ? 0
    : [...known].filter((id) => view.get('member', id)?.inOffice === true).length
}
