import type { SessionView } from '#shared/domain/session/sessionView.ts'
import type { PreparedMeeting } from '../../../../scripts/meeting/prepareMeeting.ts'

/** What a meeting settled, by the names of people and points: neither ids nor what depends on the clock. */
export function factsOfMeeting(view: SessionView, meeting: PreparedMeeting) {
  const { session, recap } = view
  const members = new Map([...meeting.memberIds].map(([key, id]) => [id, key]))
  const points = new Map([...meeting.itemIds].map(([key, id]) => [id, key]))
  const nameOf = (id: string): string => members.get(id) ?? id
  return {
    points: session.agenda.map(({ id, debate, outcome }) => ({
      point: points.get(id),
      debate,
      opinion: outcome?.opinion,
      amountCents: outcome?.amountCents,
      conditions: outcome?.conditions,
      rationale: outcome?.rationale,
      waitingList: outcome?.waitingList,
      departure: outcome?.departure,
      recused: outcome?.recused.map(({ memberId }) => nameOf(memberId)).toSorted(),
      present: outcome?.presentIds.map(nameOf).toSorted(),
      proxies: outcome?.proxies.map(({ giverId, holderId }) => [nameOf(giverId), nameOf(holderId)]),
      quorum: outcome?.quorum,
      vote: outcome?.vote && {
        ...outcome.vote,
        requestedBy: outcome.vote.requestedBy.map(nameOf).toSorted(),
        named:
          outcome.vote.named &&
          Object.fromEntries(Object.entries(outcome.vote.named).map(([id, ballot]) => [nameOf(id), ballot])),
        disagreements: outcome.vote.disagreements.map(({ memberId, text }) => [nameOf(memberId), text]),
      },
    })),
    totals: {
      requestedCents: recap.requestedCents,
      awardedCents: recap.awardedCents,
      remainingCents: recap.remainingCents,
      waitingList: recap.waitingList,
      byOpinion: recap.byOpinion,
    },
    movements: Object.fromEntries(
      Object.entries(session.attendance).map(([id, { status, movements }]) => [
        nameOf(id),
        [status, ...movements.map(({ kind }) => kind)],
      ]),
    ),
    proxies: session.proxies.map(({ giverId, holderId, date, signed }) => ({
      giver: nameOf(giverId),
      holder: nameOf(holderId),
      ...{ date, signed },
    })),
    substitutions: Object.entries(session.substitutions).map(([id, substituteId]) => [
      nameOf(id),
      nameOf(substituteId),
    ]),
    pauses: session.pauses.length,
    opening: [session.openedAt, nameOf(session.chairId ?? ''), nameOf(session.secretaryId ?? '')],
    recusals: view.recusals
      .map(({ memberId, status, reason, legalBasis, assessmentReason }) => [
        nameOf(memberId),
        ...[status, reason, legalBasis, assessmentReason],
      ])
      .toSorted(),
    scenario: view.adoptedScenario?.name,
    explained: Object.keys(session.explanations).toSorted(),
    closing: [session.status, session.closing?.number],
  }
}
