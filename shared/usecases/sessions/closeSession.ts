import { checkClosing } from '#shared/domain/session/checkClosing.ts'
import { closeSession as close } from '#shared/domain/session/closeSession.ts'
import { explainedChecks } from '#shared/domain/session/closingChecks.ts'
import { isRunning, lastClocked } from '#shared/domain/session/intervals.ts'
import { pausedSince } from '#shared/domain/session/timeSpent.ts'
import { canonicalJson, type Json } from '#shared/kernel/canonicalJson.ts'
import { ok, type Result, refuse } from '#shared/kernel/result.ts'
import { utf8Encode } from '#shared/operations/commitUtf8.ts'
import { entityOf } from '#shared/operations/operation.ts'
import type { Reader, Transaction, UseCaseContext } from '../ports.ts'
import { readOnce } from '../readOnce.ts'
import { closingOfSession, departingIds } from './closingOfSession.ts'
import { correctionsOf } from './correctionsOf.ts'
import { factsOfSession } from './factsOfSession.ts'
import { type SessionPlace, sessionPlace } from './roomOf.ts'
import { type SessionBoard, sessionBoard } from './sessionBoard.ts'

/**
 * Closes and freezes in one transaction: the point under way ends, the facts are built, kept under their digest, and
 * the closing that names the digest is signed. Afterwards nothing of the session changes (P3).
 *
 * Refusals, in this order: those of the domain's `closeSession`; `session.paused`; `envelope.exceeded` should the awards
 * of the call ever exceed its envelope; those of `factsOfSession`; those of `checkClosing`.
 */
export function closeSession(
  context: UseCaseContext,
  input: { sessionId: string; at: string },
): Result<{ number: string; factsDigest: string }> {
  const act = { actor: context.actor, label: 'Clôture de la séance', undoable: false }
  return context.file.transact(act, (transaction) => {
    const place = sessionPlace(transaction, input.sessionId)
    if (!place.ok) return place
    const number = nextNumber(transaction, place.value.session.date)
    const closable = close(place.value.session, { at: input.at, number, factsDigest: 'pending' })
    if (!closable.ok) return closable
    const paused = pausedSince(place.value.session)
    if (paused !== null) return refuse('session.paused', { since: paused })
    const ended = endPointUnderWay(transaction, place.value, input.at)
    if (!ended.ok) return ended
    const reader = readOnce(transaction)
    const board = sessionBoard(reader, input.sessionId)
    if (!board.ok) return board
    const within = checkEnvelope(board.value)
    if (!within.ok) return within
    const checks = closingOfSession(reader, context.digest, board.value)
    const facts = factsOfSession(
      reader,
      context.digest,
      board.value,
      { number, closedAt: input.at },
      {
        openChecks: explainedChecks(checks),
        departingIds: [...departingIds(board.value)],
        corrections: correctionsOf(reader, input.sessionId),
      },
      board.value.ranked,
    )
    if (!facts.ok) return facts
    const checked = checkClosing(checks)
    if (!checked.ok) return checked
    const factsDigest = transaction.putBlob(utf8Encode(canonicalJson(facts.value as unknown as Json)))
    const closed = transaction.emit('session.close@1', entityOf('session', input.sessionId), {
      at: input.at,
      number,
      factsDigest,
    })
    return closed.ok ? ok({ number, factsDigest }) : closed
  })
}

/** « PV-2026-001 »: the order of closings within the year of the session. */
function nextNumber(reader: Reader, date: string): string {
  const year = date.slice(0, 4)
  const closed = reader
    .all('session')
    .filter(({ closing, date: other }) => closing !== null && other.slice(0, 4) === year)
  return `PV-${year}-${String(closed.length + 1).padStart(3, '0')}`
}

/** Otherwise its time would run for ever. The clock may have noted some seconds of the closing minute already. */
function endPointUnderWay(
  transaction: Transaction,
  { session }: SessionPlace,
  closedAt: string,
): Result<null> {
  if (!session.agenda.some(({ runs }) => runs.some(isRunning))) return ok(null)
  const last = lastClocked(session) ?? ''
  const at = last > `${closedAt}:00` ? last : `${closedAt}:00`
  return transaction.emit('session.point@1', entityOf('session', session.id), { itemId: null, at })
}

function checkEnvelope({ balance }: SessionBoard): Result<null> {
  const { whole } = balance
  return whole !== null && whole.givenCents > whole.totalCents
    ? refuse('envelope.exceeded', { amountCents: whole.givenCents, remainingCents: whole.totalCents })
    : ok(null)
}
