import type { InstanceType } from '#shared/domain/committee/committee.ts'
import type { AgendaEntry } from '#shared/domain/session/agendaEntry.ts'
import { openSession } from '#shared/domain/session/openSession.ts'
import type { DecidingRoom } from '#shared/domain/session/outcomeOf.ts'
import { planSession } from '#shared/domain/session/planSession.ts'
import type { Proposal, VoteProposal } from '#shared/domain/session/proposal.ts'
import { recordAttendance } from '#shared/domain/session/recordAttendance.ts'
import type { Session } from '#shared/domain/session/session.ts'
import { cents } from '#shared/kernel/cents.ts'
import type { Result } from '#shared/kernel/result.ts'
import { memberId, membersOf } from '../builders.ts'

/** The value of a transition that the test takes for granted. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.details)}`)
  return result.value
}

/** A point of the agenda with neutral content. */
export function entry(id: string, candidatureId: string | null, set: Partial<AgendaEntry> = {}): AgendaEntry {
  return {
    id,
    kind: candidatureId === null ? 'free' : 'candidature',
    candidatureId,
    title: `Point ${id}`,
    rapporteurId: null,
    plannedMinutes: null,
    theme: '',
    slot: null,
    questionerId: null,
    ...set,
  }
}

export const agenda: readonly AgendaEntry[] = [
  entry('i1', 'c1', { title: 'Portail familles', rapporteurId: 'm02' }),
  entry('i2', null, { title: 'Règlement intérieur' }),
]

export const planned = (set: Partial<Parameters<typeof planSession>[0]> = {}): Session =>
  must(
    planSession({
      id: 's1',
      callId: 'call-1',
      date: '2026-03-12',
      place: 'Hôtel de ville',
      startsAt: '18:00',
      convocation: { date: '2026-03-02', author: 'la présidente', sentBy: 'e-mail', proof: 'accusé n° 12' },
      secondConvocation: false,
      agenda,
      ...set,
    }),
  )

export const roomOf = (set: Partial<DecidingRoom> = {}): DecidingRoom => ({
  instanceType: 'organe_deliberant',
  proxiesPerHolder: 1,
  members: membersOf(5),
  recusals: [],
  remainingCents: cents(10_000_00),
  funding: null,
  proposal: null,
  ...set,
})

/** `present` members of `roomOf` at the roll call, m01 chairs, m02 keeps the minutes, opened at 18:00. */
export function opened(present = 4, type: InstanceType = 'organe_deliberant', session = planned()): Session {
  const room = roomOf({ instanceType: type })
  const called = Array.from({ length: present }, (_, index) => memberId(index + 1)).reduce(
    (current, id) => must(recordAttendance(current, { memberId: id, status: 'present' }, room)),
    session,
  )
  return must(openSession(called, { at: '18:00', chairId: 'm01', secretaryId: 'm02' }, room))
}

export const ballot = (
  inFavour: number,
  against = 0,
  abstention = 0,
  set: Partial<VoteProposal> = {},
): VoteProposal => ({
  method: 'show-of-hands',
  for: inFavour,
  against,
  abstention,
  notTakingPart: 0,
  named: null,
  chairBallot: null,
  disagreements: [],
  ...set,
})

export const proposal = (set: Partial<Proposal> = {}): Proposal => ({
  itemId: 'i1',
  opinion: 'favourable',
  amountCents: cents(1_000_00),
  conditions: '',
  rationale: { legal: '', factual: '' },
  vote: ballot(4),
  at: '18:30',
  ...set,
})
