import { awardedCents } from '#shared/domain/envelope/awardedCents.ts'
import { waitingListProposals } from '#shared/domain/envelope/waitingListProposals.ts'
import { closingRecap } from '#shared/domain/session/closingRecap.ts'
import { effectiveOutcomes } from '#shared/domain/session/effectiveOutcome.ts'
import { itemQuorum } from '#shared/domain/session/itemQuorum.ts'
import type { SessionView } from '#shared/domain/session/sessionView.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { moneyOfCall } from '../allocation/moneyOfCall.ts'
import type { Reader, UseCaseContext } from '../ports.ts'
import { readOnce } from '../readOnce.ts'
import { closingOfSession } from './closingOfSession.ts'
import { type SessionBoard, sessionBoard } from './sessionBoard.ts'
import { sessionItemViews } from './sessionItemView.ts'

/** Everything the session room shows at once. A call without grid has items without rank. */
export function viewSession(
  { file, digest }: Pick<UseCaseContext, 'file' | 'digest'>,
  input: { sessionId: string },
): Result<SessionView> {
  const reader = readOnce(file)
  const loaded = sessionBoard(reader, input.sessionId)
  if (!loaded.ok) return loaded
  const board = loaded.value
  const { session, call, room, scenario } = board
  const isSecretary = reader.viewerId === undefined
  const checks = session.status === 'open' && isSecretary ? closingOfSession(reader, digest, board) : []
  const remainingCents = board.remainingWithout(null)
  return ok({
    session,
    committee: board.committee,
    members: room.members,
    callName: call.name,
    quorum: itemQuorum(session, room, null),
    envelope: {
      totalCents: call.rules.envelopeCents,
      awardedCents: awardedCents(board.sessions),
      remainingCents,
    },
    items: sessionItemViews(board),
    closingBlockers: checks.filter(({ state }) => state === 'open').map(({ sentence }) => sentence),
    closingChecks: checks,
    recap: closingRecap(session, board.candidatures, remainingCents),
    notice: board.notice,
    recusals: room.recusals,
    // A member does not see all that was given: what is left would be a wrong figure in his hands.
    waitingProposals: isSecretary ? waitingProposals(reader, board) : [],
    balances: [
      ...board.balance.envelopes.map((line) => ({ ...line, kind: 'envelope' as const })),
      ...board.balance.quotas.map((line) => ({ ...line, kind: 'quota' as const })),
    ],
    adoptedScenario: scenario && { id: scenario.id, name: scenario.name },
  })
}

/** Nothing is proposed while nobody waits; each proposal is for a vote, and changes nothing by itself. */
function waitingProposals(reader: Reader, board: SessionBoard): SessionView['waitingProposals'] {
  const { sessions, call, candidatures, dossiers, rows } = board
  if (!sessions.flatMap(effectiveOutcomes).some((outcome) => outcome?.waitingList)) return []
  const money = moneyOfCall(reader, call.id)
  if (!money.ok) return []
  return waitingListProposals(money.value.rules, money.value.ranked, money.value.decided).map(
    ({ candidatureId, amountCents, status }) => ({
      candidatureId,
      number: candidatures.get(candidatureId)?.number ?? 0,
      applicant: dossiers.get(candidatureId)?.applicant.name ?? '',
      rank: rows.get(candidatureId)?.rank ?? null,
      amountCents,
      isPartial: status === 'partial',
    }),
  )
}
