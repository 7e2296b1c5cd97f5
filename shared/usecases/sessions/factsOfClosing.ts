import { checkClosing } from '#shared/domain/session/checkClosing.ts'
import { closeSession as close } from '#shared/domain/session/closeSession.ts'
import { explainedChecks } from '#shared/domain/session/closingChecks.ts'
import type { SessionFacts } from '#shared/domain/session/sessionFacts.ts'
import { pausedSince } from '#shared/domain/session/timeSpent.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import type { ClosingAct } from '#shared/operations/judge/judgePorts.ts'
import type { CallReader, Digest } from '../ports.ts'
import { closingOfSession, departingIds } from './closingOfSession.ts'
import { correctionsOf } from './correctionsOf.ts'
import { factsOfSession } from './factsOfSession.ts'
import { type SessionBoard, sessionBoard } from './sessionBoard.ts'

/**
 * [UC29] What closing an open session freezes: a function of what may be read and of the closing alone, the same for its
 * author and for the authority.
 *
 * Refusals, in this order: those of the domain's `closeSession`; `session.paused`; `envelope.exceeded` should the awards of
 * the call exceed its envelope; those of `factsOfSession`; those of `checkClosing`.
 */
export function factsOfClosing(
  reader: CallReader,
  digest: Digest,
  sessionId: string,
  { at, number }: ClosingAct,
): Result<SessionFacts> {
  const board = sessionBoard(reader, sessionId)
  if (!board.ok) return board
  const { session, ranked } = board.value
  const closable = close(session, { at, number, factsDigest: 'pending' })
  if (!closable.ok) return closable
  const paused = pausedSince(session)
  if (paused !== null) return refuse('session.paused', { since: paused })
  const within = checkEnvelope(board.value)
  if (!within.ok) return within
  const checks = closingOfSession(reader, digest, board.value)
  const facts = factsOfSession(
    reader,
    digest,
    board.value,
    { number, closedAt: at },
    {
      openChecks: explainedChecks(checks),
      departingIds: [...departingIds(board.value)],
      corrections: correctionsOf(session),
    },
    ranked,
  )
  if (!facts.ok) return facts
  const checked = checkClosing(checks)
  return checked.ok ? facts : checked
}

function checkEnvelope({ balance }: SessionBoard): Result<null> {
  const { whole } = balance
  return whole !== null && whole.givenCents > whole.totalCents
    ? refuse('envelope.exceeded', { amountCents: whole.givenCents, remainingCents: whole.totalCents })
    : ok(null)
}
