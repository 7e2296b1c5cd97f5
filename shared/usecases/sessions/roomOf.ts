import type { Call } from '#shared/domain/call/call.ts'
import { seatedMembers } from '#shared/domain/committee/seatedMembers.ts'
import { remainingEnvelope } from '#shared/domain/envelope/remainingEnvelope.ts'
import type { Room } from '#shared/domain/session/room.ts'
import type { Session } from '#shared/domain/session/session.ts'
import type { Cents } from '#shared/kernel/cents.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { loadOrRefuse } from '../loadOrRefuse.ts'
import { committeeId } from '../people/committee.ts'
import type { CallReader } from '../ports.ts'

/** A session with the committee that sits and what its envelope still holds. */
export interface SessionPlace {
  readonly session: Session
  readonly call: Call
  readonly room: Room
  /** What the envelope holds with this item left out; null without envelope. */
  remainingWithout(itemId: string | null): Cents | null
}

export function sessionPlace(reader: CallReader, sessionId: string): Result<SessionPlace> {
  const session = loadOrRefuse(reader, 'session', sessionId)
  if (!session.ok) return session
  const call = loadOrRefuse(reader, 'call', session.value.callId)
  if (!call.ok) return call
  const committee = loadOrRefuse(reader, 'committee', committeeId)
  if (!committee.ok) return committee
  const room: Room = {
    instanceType: committee.value.instanceType,
    proxiesPerHolder: committee.value.proxiesPerHolder,
    members: seatedMembers(reader.all('member'), session.value.substitutions),
    recusals: reader.recusalsOfCall(call.value.id),
  }
  const sessions = reader.all('session').filter(({ callId }) => callId === call.value.id)
  return ok({
    session: session.value,
    call: call.value,
    room,
    remainingWithout: (itemId) => remainingEnvelope(call.value.rules.envelopeCents, sessions, itemId),
  })
}
